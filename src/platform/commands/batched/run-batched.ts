import { outboxRow } from '../../event-log/outbox-row';
import { todayOf } from '../../lib/clock';
import { assertSameContent, contentHash, keyOfInput } from '../idempotency';
import type { CommandContext } from '../command-context';
import type { BatchedDeclaration, Deciding } from './batched-command';
import type { Answered, LoadedCommand } from './command-batcher';

/** Runs a command together with others of its kind; gives what is committed, now or under its key before. */
export async function runBatched(
  { actor, services }: CommandContext,
  declared: BatchedDeclaration,
  input: object,
): Promise<Answered & { readonly subjectId: string }> {
  const now = services.clock.now();
  const deciding: Deciding = { actor, now, today: todayOf({ now: () => now }) };
  const key = keyOfInput(input);
  const scope = { account_id: actor.accountId, mutation: declared.name, key };
  const asked = { ...scope, ...declared.asks(input, deciding) };
  const answered = await services.batchers.of(declared.writes).run(actor.accountId, asked, (facts: LoadedCommand) => {
    declared.rights(deciding, input, facts);
    if (facts.remembered !== null) return { answered: recalled(facts.remembered, input) };
    const { change, written, event, touched, further = [] } = declared.decide(deciding, input, facts);
    const events = [{ event, touched }, ...further].map((one) =>
      outboxRow({ ...one.event, occurredAt: now, actor }, one.touched),
    );
    const kept = { ...scope, content_hash: key === null ? null : contentHash(input).toString('hex'), written };
    return { change: { ...kept, ...change, events }, written };
  });
  const [row] = Object.keys(declared.returns);
  return { ...answered, subjectId: (answered.written as Record<string, string>)[`${row!}Id`]! };
}

function recalled(
  { contentHash: known, written, txid }: NonNullable<LoadedCommand['remembered']>,
  input: object,
): Answered {
  assertSameContent(Buffer.from(known, 'hex'), input);
  return { written, txid };
}
