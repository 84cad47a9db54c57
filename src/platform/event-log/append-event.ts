import { jsonLiteral } from '../database/literal';
import type { Transaction } from '../database/transaction';
import { OUTBOX_COLUMNS, OUTBOX_NAMES, outboxRow } from './outbox-row';
import type { EventDraft } from './event-draft';

/**
 * Puts an event into the transaction's outbox. It is written as the transaction's last step: after all row locks are held, so that two events
 * on one row are numbered in the order of their commits, and when all tables written are known.
 */
export function appendEvent(tx: Transaction, draft: EventDraft): void {
  tx.beforeCommit(() => ({ text: insertOf(outboxRow(draft, tx.touched)) }));
}

function insertOf(row: object): string {
  return `insert into outbox (${OUTBOX_NAMES}) select ${OUTBOX_NAMES} from jsonb_to_record(${jsonLiteral(row)}) as event(${OUTBOX_COLUMNS})`;
}
