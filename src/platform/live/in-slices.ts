import { setImmediate } from 'node:timers/promises';

/** So many sockets are written to before health checks, pings and other requests get their turn. */
const SLICE = 1_000;

/** Visits members, also those that join meanwhile, in slices between which the process does other work. */
export async function inSlices<Member>(members: Set<Member>, visit: (member: Member) => void): Promise<void> {
  let visited = 0;
  for (const member of members) {
    visit(member);
    visited += 1;
    if (visited % SLICE === 0) await setImmediate();
  }
}
