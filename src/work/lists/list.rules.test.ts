import 'reflect-metadata';
import { DocumentState } from '../../documents/public';
import { LIST_RIGHTS, type ListAction, listRightOf } from './list.rules';

const STATES = Object.values(DocumentState);

/**
 * Who may do what, as it was agreed: whoever drafts (D) or the secretariat alone (S), anything or only what is missing (-), nobody (0).
 * Columns: DRAFTING CONSULTING FINALISED SUBMITTED ISSUED WITHDRAWN.
 */
const AGREED: Readonly<Record<ListAction, string>> = {
  addAppendixRows: 'D D 0 0 0 0',
  removeAppendixRows: 'D D 0 0 0 D',
  describeWorkItem: 'D D D- S- S- S-',
  addMilestones: 'D D D- S- S- S-',
  addResource: 'D D D S S S',
  addDeliverable: 'D D D S S S',
  removeMilestone: 'D D 0 0 0 0',
  removeResource: 'D D 0 0 0 0',
  removeDeliverable: 'D D 0 0 0 0',
  traceWorkItem: 'D D D S S S',
  removeTrace: 'D D D S S S',
};
const ACTIONS = Object.keys(AGREED) as ListAction[];

test('the table names every action and no other', () => {
  expect(Object.keys(LIST_RIGHTS).sort()).toEqual([...ACTIONS].sort());
});

test.each(
  ACTIONS.flatMap((action) =>
    STATES.map((state, place) => ({ action, state, agreed: AGREED[action].split(' ')[place]! })),
  ),
)('$action on a list whose document is $state: $agreed', ({ action, state, agreed }) => {
  const right = listRightOf(action, state);
  const by = { DRAFTER: 'D', SECRETARIAT: 'S' };
  expect(right === null ? '0' : `${by[right.by]}${right.reach === 'MISSING' ? '-' : ''}`).toBe(agreed);
});
