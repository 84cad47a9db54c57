import type { Actor, HeldRole, Role } from '../platform/access/actor';
import { ROLES } from '../platform/access/actor';
import { DomainError } from '../platform/lib/domain-error';
import { canRecordOpinionOf, canTake, rightsOnDocument } from './document.policy';
import {
  assertDeadlines,
  assertIssuedOn,
  assertLatenessReason,
  assertOpinionsDue,
  type DocumentAction,
  stateAfter,
  TRANSITIONS,
} from './document.rules';
import { DocumentState } from './document.state';

const STATES = Object.values(DocumentState);

/** What each action makes of each state, as it was agreed: a dash where it is refused. Columns: DRAFTING CONSULTING FINALISED SUBMITTED ISSUED WITHDRAWN. */
const AGREED: Readonly<Record<DocumentAction, string>> = {
  revise: 'DRAFTING CONSULTING DRAFTING - - -',
  sendForOpinions: 'CONSULTING CONSULTING - - - -',
  recordOpinion: '- CONSULTING - - - -',
  answerOpinion: '- CONSULTING - - - -',
  finalise: 'FINALISED FINALISED - - - -',
  submit: '- - SUBMITTED - - -',
  approve: '- - - SUBMITTED - -',
  return: '- - - DRAFTING - -',
  issue: '- - - ISSUED - -',
  correctIssue: '- - - - ISSUED -',
  withdraw: 'WITHDRAWN WITHDRAWN WITHDRAWN WITHDRAWN - -',
};

const OWN = 'unit-own';

/** Who may take each step with a document of one's own unit, whatever its state. */
const TAKERS: Readonly<Record<DocumentAction, readonly Role[]>> = {
  revise: ['SECRETARIAT', 'REPORTER'],
  sendForOpinions: ['SECRETARIAT', 'REPORTER'],
  recordOpinion: ['SECRETARIAT', 'REPORTER', 'APPROVER'],
  answerOpinion: ['SECRETARIAT', 'REPORTER'],
  finalise: ['SECRETARIAT', 'REPORTER'],
  submit: ['SECRETARIAT', 'APPROVER'],
  approve: ['SECRETARIAT', 'COMMITTEE_HEAD'],
  return: ['SECRETARIAT', 'COMMITTEE_HEAD'],
  issue: ['SECRETARIAT', 'COMMITTEE_HEAD'],
  correctIssue: ['SECRETARIAT'],
  withdraw: ['SECRETARIAT', 'REPORTER'],
};

/** What is submitted is taken back by its approver or by those who decide, no longer by the reporter alone. */
function takersOf(action: DocumentAction, state: DocumentState): readonly Role[] {
  const isTakenBack = action === 'withdraw' && state === DocumentState.SUBMITTED;
  return isTakenBack ? ['SECRETARIAT', 'APPROVER', 'COMMITTEE_HEAD'] : TAKERS[action];
}

const ACTIONS = Object.keys(AGREED) as DocumentAction[];
const CELLS = ACTIONS.flatMap((action) =>
  STATES.flatMap((state, place) =>
    ROLES.map((role) => ({ action, state, role, after: AGREED[action].split(' ')[place]! })),
  ),
);

function actorWith(...roles: HeldRole[]): Actor {
  const actor = { accountId: 'a', displayName: 'A', email: 'a@made.test', unitId: OWN, tokenId: 't' };
  return { ...actor, roles, tokenExpiresAt: new Date(0) };
}

function mayTake(actor: Actor, action: DocumentAction, state: DocumentState, unitId: string | null): boolean {
  if (action === 'recordOpinion') return unitId !== null && canRecordOpinionOf(actor, unitId);
  return canTake(actor, action, { state, draftingUnitId: unitId });
}

/** The codes of what was refused; none when nothing was. */
function refusedBy(attempt: () => unknown): string[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.refusals.map(({ code, path }) => `${code} ${path.join('.')}`);
  }
}

test('the table names every action and no other', () => {
  expect(Object.keys(TRANSITIONS).sort()).toEqual([...ACTIONS].sort());
});

test.each(CELLS)(
  'no step is skipped (R10): $action of a document that is $state, by $role',
  ({ action, state, role, after }) => {
    const isOfUnit = role === 'REPORTER' || role === 'APPROVER';
    const holds = actorWith({ role, unitId: isOfUnit ? OWN : null });
    expect(mayTake(holds, action, state, OWN)).toBe(takersOf(action, state).includes(role));
    // another unit's document, and one of no unit, are for those over all units alone
    expect(mayTake(holds, action, state, 'unit-other')).toBe(takersOf(action, state).includes(role) && !isOfUnit);
    if (after === '-')
      expect(refusedBy(() => stateAfter(action, { id: 'd', state }))).toEqual(['CONFLICT input.documentId']);
    else expect(stateAfter(action, { id: 'd', state })).toBe(after);
  },
);

describe('what is offered', () => {
  test.each(STATES.flatMap((state) => ROLES.map((role) => ({ state, role }))))(
    'with a document that is $state, to $role: what is theirs, and possible',
    ({ state, role }) => {
      const isOfUnit = role === 'REPORTER' || role === 'APPROVER';
      const actor = actorWith({ role, unitId: isOfUnit ? OWN : null });
      const document = { state, draftingUnitId: OWN, awaitedUnitIds: [OWN], hasOpinions: true };
      const awaiting = rightsOnDocument(actor, { ...document, awaitedLevel: 'UNIT' });
      const approved = rightsOnDocument(actor, { ...document, awaitedLevel: null });
      const place = STATES.indexOf(state);
      for (const action of ACTIONS) {
        const isOpen = takersOf(action, state).includes(role) && AGREED[action].split(' ')[place] !== '-';
        expect([action, awaiting[action], approved[action]]).toEqual([
          action,
          isOpen && action !== 'issue',
          isOpen && action !== 'approve',
        ]);
      }
    },
  );

  test('no opinion to give or to answer, where none is awaited and none came', () => {
    const secretariat = actorWith({ role: 'SECRETARIAT', unitId: null });
    const document = { state: DocumentState.CONSULTING, draftingUnitId: OWN, awaitedLevel: null };
    const bare = rightsOnDocument(secretariat, { ...document, awaitedUnitIds: [], hasOpinions: false });
    expect([bare.recordOpinion, bare.answerOpinion, bare.finalise]).toEqual([false, false, true]);
  });
});

test('a paper of no unit is drafted by nobody’s reporter', () => {
  const reporter = actorWith({ role: 'REPORTER', unitId: OWN });
  expect(ACTIONS.filter((action) => mayTake(reporter, action, DocumentState.DRAFTING, null))).toEqual([]);
});

test('what is not possible names the states in which it is', () => {
  const attempt = () => stateAfter('finalise', { id: 'd', state: DocumentState.ISSUED });
  expect(attempt).toThrow(/is issued; this step is possible only while it is being drafted or out for opinions/);
});

describe('dates', () => {
  const deadlines = { submitBy: '2021-07-26', issueBy: '2021-07-31' };

  test('a document is submitted before it is issued', () => {
    expect(refusedBy(() => assertDeadlines(deadlines))).toEqual([]);
    expect(refusedBy(() => assertDeadlines({ submitBy: '2021-07-31', issueBy: '2021-07-26' }))).toEqual([
      'INVALID input.issueBy',
    ]);
    expect(refusedBy(() => assertDeadlines({ submitBy: '2021-07-26', issueBy: null }))).toEqual([]);
  });

  test.each([
    ['2021-07-04', ['INVALID input.dueOn']],
    ['2021-07-05', []],
    ['2021-07-26', []],
    ['2021-07-27', ['INVALID input.dueOn']],
  ])('opinions due on %s, asked on 5/7 for a plan to be submitted by 26/7', (dueOn, refused) => {
    expect(refusedBy(() => assertOpinionsDue(dueOn, '2021-07-05', deadlines))).toEqual(refused);
  });

  test('a deadline that has passed cannot be kept by asking for less time', () => {
    expect(refusedBy(() => assertOpinionsDue('2021-08-10', '2021-08-01', deadlines))).toEqual([]);
  });

  test('a late submission needs a reason, one on the last day does not', () => {
    expect(refusedBy(() => assertLatenessReason('2021-07-26', deadlines, null))).toEqual([]);
    expect(refusedBy(() => assertLatenessReason('2021-07-27', deadlines, ' '))).toEqual([
      'LATENESS_REASON_REQUIRED input.latenessReason',
    ]);
    expect(refusedBy(() => assertLatenessReason('2021-07-27', deadlines, 'Chờ ý kiến bộ.'))).toEqual([]);
  });

  test('a paper bears a date between its submission and today', () => {
    expect(refusedBy(() => assertIssuedOn('2021-07-26', '2021-07-30', '2021-07-26'))).toEqual([]);
    expect(refusedBy(() => assertIssuedOn('2021-07-31', '2021-07-30', '2021-07-26'))).toEqual([
      'INVALID input.issuedOn',
    ]);
    expect(refusedBy(() => assertIssuedOn('2021-07-25', '2021-07-30', '2021-07-26'))).toEqual([
      'INVALID input.issuedOn',
    ]);
  });
});
