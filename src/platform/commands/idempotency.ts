import { createHash } from 'node:crypto';
import { jsonLiteral, textLiteral } from '../database/literal';
import type { Transaction } from '../database/transaction';
import { refuse } from '../lib/domain-error';

/** Whose key it is: keys of different accounts and mutations do not meet. */
export interface KeyScope {
  readonly accountId: string;
  readonly mutation: string;
  readonly key: string | null;
}

interface Remembered {
  readonly contentHash: Buffer;
  readonly written: object;
  readonly txid: string;
}

const RECALL = `select content_hash as "contentHash", written, txid::text as txid from idempotency_key
  where account_id = $1 and mutation = $2 and key = $3`;

/**
 * The statement that reserves a key, with which a transaction begins; it gives no row when something was written under the key already. Two equal requests at once: the second waits
 * here for the first. A refused command rolls its reservation back, so only successes bind a key.
 */
export function reservation({ accountId, mutation, key }: KeyScope, input: object): string {
  const values = [accountId, mutation, key!, `\\x${contentHash(input).toString('hex')}`].map(textLiteral);
  return `insert into idempotency_key (account_id, mutation, key, content_hash) values (${values.join(', ')})
    on conflict do nothing returning key`;
}

/** What was written under a key that could not be reserved; for who still has the right to it. */
export async function recall<Written>(
  tx: Transaction,
  scope: KeyScope,
  input: object,
): Promise<{ written: Written; txid: string }> {
  const [found] = await tx.query<Remembered>(RECALL, [scope.accountId, scope.mutation, scope.key]);
  assertSameContent(found!.contentHash, input);
  return { written: found!.written as Written, txid: found!.txid };
}

/** The statement that keeps what was written under a reserved key, with which a transaction ends; it gives the transaction's id. */
export function remembering({ accountId, mutation, key }: KeyScope, written: object): string {
  return `update idempotency_key set written = ${jsonLiteral(written)}, txid = pg_current_xact_id()
    where account_id = ${textLiteral(accountId)} and mutation = ${textLiteral(mutation)} and key = ${textLiteral(key!)} returning txid::text as txid`;
}

/** The key of an input; null when it has none. */
export function keyOfInput(input: object): string | null {
  return (input as { idempotencyKey?: string | null }).idempotencyKey ?? null;
}

/** Refuses a key under which something else was asked for. */
export function assertSameContent(remembered: Buffer, input: object): void {
  if (remembered.equals(contentHash(input))) return;
  throw refuse(
    'IDEMPOTENCY_KEY_REUSED',
    ['input', 'idempotencyKey'],
    'Khóa này đã dùng cho một nội dung khác. Hãy dùng khóa mới.',
    'This key was used for other content. Use a new key.',
  );
}

/** By what an input is known again under its key: all that it says beside the key. */
export function contentHash(input: object): Buffer {
  const entries = Object.entries(input)
    .filter(([name, value]) => name !== 'idempotencyKey' && value !== undefined && value !== null)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest();
}
