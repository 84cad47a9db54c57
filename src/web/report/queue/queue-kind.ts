/** Whose queue it is: the unit's approver or the secretariat. */
export type QueueKind = 'unit' | 'secretariat';
