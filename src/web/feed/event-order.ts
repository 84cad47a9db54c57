/** How an event stands to the last one that was delivered. */
type Order = 'next' | 'repeat' | 'gap';

/** An event that names the last one as its previous is the next; one that does not lie behind it comes again; anything else left something out. */
export function judgeOrder(last: string, { cursor, previous }: { cursor: string; previous: string | null }): Order {
  if (previous === last) return 'next';
  const [lastEpoch, lastPosition] = placeOf(last);
  const [epoch, position] = placeOf(cursor);
  return epoch === lastEpoch && position <= lastPosition ? 'repeat' : 'gap';
}

/** Cursors are written `epoch.position`. */
function placeOf(cursor: string): [epoch: number, position: number] {
  const [epoch = NaN, position = NaN] = cursor.split('.').map(Number);
  return [epoch, position];
}
