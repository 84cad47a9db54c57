import type { Turns } from '../lib/turns';
import type { Sink } from './sink';

/**
 * Waits for the turn in which work that several subscribers share is done, and gives the account whose turn it is: that of the one who has least to do, so that nobody who floods the
 * program holds up what others look at, too. Null when no subscriber is left by then.
 */
export async function sharedTurn(turns: Turns, members: ReadonlySet<{ readonly sink: Sink }>): Promise<string | null> {
  const payer = turns.leastBusyOf(ownersOf(members));
  const piece = turns.piece(payer);
  if (piece !== null) await piece;
  return members.size === 0 ? null : payer;
}

function* ownersOf(members: ReadonlySet<{ readonly sink: Sink }>): Generator<string> {
  for (const { sink } of members) yield sink.owner;
}
