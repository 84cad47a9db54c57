import { createHash } from 'node:crypto';
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

const RESERVE = `insert into idempotency_key (account_id, mutation, key, content_hash)
  values ($1, $2, $3, $4) on conflict do nothing returning key`;
const RECALL = `select content_hash as "contentHash", written, txid::text as txid from idempotency_key
  where account_id = $1 and mutation = $2 and key = $3`;
const REMEMBER = `update idempotency_key set written = $4, txid = pg_current_xact_id()
  where account_id = $1 and mutation = $2 and key = $3 returning txid::text as txid`;

/**
 * Reserves a key within the transaction; false when something was written under it already. Two equal requests at once: the second waits here for the first. A refused command rolls
 * its reservation back, so only successes bind a key.
 */
export async function reserve(tx: Transaction, scope: KeyScope, input: object): Promise<boolean> {
  const reserved = await tx.query(RESERVE, [scope.accountId, scope.mutation, scope.key, contentHash(input)]);
  return reserved.length > 0;
}

/** What was written under a key that could not be reserved; for who still has the right to it. */
export async function recall<Written>(
  tx: Transaction,
  scope: KeyScope,
  input: object,
): Promise<{ written: Written; txid: string }> {
  const [found] = await tx.query<Remembered>(RECALL, [scope.accountId, scope.mutation, scope.key]);
  if (!found!.contentHash.equals(contentHash(input))) {
    throw refuse(
      'IDEMPOTENCY_KEY_REUSED',
      ['input', 'idempotencyKey'],
      'Khóa này đã dùng cho một nội dung khác. Hãy dùng khóa mới.',
      'This key was used for other content. Use a new key.',
    );
  }
  return { written: found!.written as Written, txid: found!.txid };
}

/** Keeps what was written under a reserved key; gives the transaction's id. */
export async function remember(tx: Transaction, scope: KeyScope, written: object): Promise<string> {
  const values = [scope.accountId, scope.mutation, scope.key, JSON.stringify(written)];
  const [row] = await tx.query<{ txid: string }>(REMEMBER, values);
  return row!.txid;
}

function contentHash(input: object): Buffer {
  const entries = Object.entries(input)
    .filter(([name, value]) => name !== 'idempotencyKey' && value !== undefined && value !== null)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest();
}
