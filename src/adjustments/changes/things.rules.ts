import type { StoredChange } from './stored-change.rules';

/** What a change takes hold of, so that no other one may until it is decided: an item with what hangs on it, a place on a list, a target. */
export function thingsOf(change: StoredChange): string[] {
  switch (change.kind) {
    case 'ADD_ITEM':
      return [`row ${change.appendixId} ${change.row.number}`];
    case 'TARGET':
      return [`target ${change.targetId}`];
    default:
      return [`item ${change.workItemId}`];
  }
}
