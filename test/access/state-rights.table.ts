import { REPORT_LINES } from './reports-by-state.table';
import { ADJUSTMENTS } from './adjustment-rights.table';
import { lines, type StateLine } from './state-lines';

/**
 * What every command comes to in every state of what it is aimed at, by every role, as it was agreed and reviewed: written down by people, never taken from the
 * code that is tested. Documents have a table of their own, in the rules; see `document-rights.test.ts`.
 */

/** The secretariat alone has a part in it, and does it; or is told that it is not possible. */
const SECRETARIAT_DONE = 'F d F F F F F F F';
const SECRETARIAT_CONFLICT = 'F C F F F F F F F';

const MEASUREMENTS = [
  //                      ADMI SECR HEAD MEMB REPO APPR ANAL INSP DISP
  ...lines(
    { aimed: 'measurement', command: 'acceptMeasurement', unit: 'own' },
    {
      PROVISIONAL: 'F d N N F F N F N',
      ACCEPTED: SECRETARIAT_CONFLICT,
      SUPERSEDED: SECRETARIAT_CONFLICT,
      RETURNED: 'F C N N F F N F N',
    },
  ),
  ...lines(
    { aimed: 'measurement', command: 'acceptMeasurement', unit: 'other' },
    {
      PROVISIONAL: 'F d N N N N N F N',
      ACCEPTED: SECRETARIAT_CONFLICT,
      SUPERSEDED: SECRETARIAT_CONFLICT,
      RETURNED: 'F C N N N N N F N',
    },
  ),
  ...lines(
    { aimed: 'measurement', command: 'correctMeasurement', unit: 'own' },
    {
      PROVISIONAL: 'F C N N F F N F N',
      ACCEPTED: SECRETARIAT_DONE,
      SUPERSEDED: SECRETARIAT_CONFLICT,
      RETURNED: 'F C N N F F N F N',
    },
  ),
  ...lines(
    { aimed: 'measurement', command: 'correctMeasurement', unit: 'other' },
    {
      PROVISIONAL: 'F C N N N N N F N',
      ACCEPTED: SECRETARIAT_DONE,
      SUPERSEDED: SECRETARIAT_CONFLICT,
      RETURNED: 'F C N N N N N F N',
    },
  ),
  ...lines(
    { aimed: 'measurement', command: 'returnMeasurement', unit: 'own' },
    {
      PROVISIONAL: 'F d N N F F N F N',
      ACCEPTED: SECRETARIAT_CONFLICT,
      SUPERSEDED: SECRETARIAT_CONFLICT,
      RETURNED: 'F C N N F F N F N',
    },
  ),
  ...lines(
    { aimed: 'measurement', command: 'returnMeasurement', unit: 'other' },
    {
      PROVISIONAL: 'F d N N N N N F N',
      ACCEPTED: SECRETARIAT_CONFLICT,
      SUPERSEDED: SECRETARIAT_CONFLICT,
      RETURNED: 'F C N N N N N F N',
    },
  ),
];

/** Everybody who works with the programme sees obstacles; rooms those in hand. Whose they are matters to nobody who deals with them. */
const OBSTACLES = (['own', 'other'] as const).flatMap((unit) => [
  ...lines(
    { aimed: 'obstacle', command: 'takeUpObstacle', unit },
    {
      //    ADMI SECR HEAD MEMB REPO APPR ANAL INSP DISP
      OPEN: 'F d d F F F F F N',
      IN_HAND: 'F C C F F F F F F',
      RESOLVED: 'F C C F F F F F N',
    },
  ),
  ...lines(
    { aimed: 'obstacle', command: 'resolveObstacle', unit },
    { OPEN: 'F d d F F F F F N', IN_HAND: 'F d d F F F F F F', RESOLVED: 'F C C F F F F F N' },
  ),
]);

/** The unit that drafts the document is the one that was asked, too. Of what was replaced, the later round is the one that is answered. */
const CONSULTATIONS = [
  ...lines(
    { aimed: 'consultation', command: 'recordOpinion', unit: 'own' },
    {
      //     ADMI SECR HEAD MEMB REPO APPR ANAL INSP DISP
      AWAITED: 'F d F F d d F F F',
      REPLACED: 'F d F F d d F F F',
      ANSWERED: 'F C F F C C F F F',
      RESOLVED: 'F C F F C C F F F',
    },
  ),
  ...lines(
    { aimed: 'consultation', command: 'recordOpinion', unit: 'other' },
    {
      AWAITED: SECRETARIAT_DONE,
      REPLACED: SECRETARIAT_DONE,
      ANSWERED: SECRETARIAT_CONFLICT,
      RESOLVED: SECRETARIAT_CONFLICT,
    },
  ),
  // rooms see no opinions
  ...lines(
    { aimed: 'consultation', command: 'answerOpinion', unit: 'own' },
    {
      AWAITED: 'F C F F C F F F N',
      REPLACED: 'F C F F C F F F N',
      ANSWERED: 'F d F F d F F F N',
      RESOLVED: 'F d F F d F F F N',
    },
  ),
  ...lines(
    { aimed: 'consultation', command: 'answerOpinion', unit: 'other' },
    {
      AWAITED: 'F C F F F F F F N',
      REPLACED: 'F C F F F F F F N',
      ANSWERED: 'F d F F F F F F N',
      RESOLVED: 'F d F F F F F F N',
    },
  ),
];

const decided = (to: string, states: readonly string[]) =>
  lines(
    { aimed: 'resource', command: 'decideResource', with: to, unit: 'own' },
    Object.fromEntries(
      ['PROPOSED', 'APPROVED', 'ALLOCATED', 'REFUSED'].map((state) => [
        state,
        states.includes(state) ? SECRETARIAT_DONE : SECRETARIAT_CONFLICT,
      ]),
    ),
  );
const RESOURCES = [
  ...decided('PROPOSED', []),
  ...decided('APPROVED', ['PROPOSED']),
  ...decided('ALLOCATED', ['APPROVED']),
  ...decided('REFUSED', ['PROPOSED', 'APPROVED']),
];

const DELIVERABLES = lines(
  { aimed: 'deliverable', command: 'acceptDeliverable', unit: 'own' },
  { AWAITED: SECRETARIAT_DONE, ACCEPTED: SECRETARIAT_CONFLICT },
);

//              ADMI SECR HEAD MEMB REPO APPR ANAL INSP DISP
const DRAFTERS = 'F d F F d F F F F';
const DRAFTERS_CONFLICT = 'F C F F C F F F F';

/** The lines of a command on a list, by the states of its document: DRAFTING CONSULTING FINALISED SUBMITTED ISSUED WITHDRAWN. */
function onList(
  command: string,
  kind: string | undefined,
  cellsOf: Readonly<Record<'own' | 'other', readonly string[]>>,
): StateLine[] {
  const states = ['DRAFTING', 'CONSULTING', 'FINALISED', 'SUBMITTED', 'ISSUED', 'WITHDRAWN'];
  return (['own', 'other'] as const).flatMap((unit) =>
    lines(
      { aimed: 'list', command, unit, ...(kind !== undefined && { with: kind }) },
      Object.fromEntries(states.map((state, place) => [state, cellsOf[unit][place]!])),
    ),
  );
}

/**
 * What is empty is filled at all times, by the drafter until the plan is submitted; who drafted it is told then that it was. Rooms see the items of what is
 * issued alone.
 */
const FILLED = {
  own: [
    'F d F F d F F F N',
    'F d F F d F F F N',
    'F d F F d F F F N',
    'F d F F C F F F N',
    'F d F F C F F F F',
    'F d F F C F F F N',
  ],
  other: seenOnceIssued('d', 'd', 'd', 'd', 'd', 'd'),
};
/** What was decided with a plan is not changed once it is finalised. */
const CHANGED = {
  own: [
    'F d F F d F F F N',
    'F d F F d F F F N',
    'F L F F L F F F N',
    'F L F F C F F F N',
    'F L F F C F F F F',
    'F L F F C F F F N',
  ],
  other: seenOnceIssued('d', 'd', 'L', 'L', 'L', 'L'),
};

/** What is taken off an item only while its plan is a draft. */
const WHILE_DRAFTED = {
  own: [
    'F d F F d F F F N',
    'F d F F d F F F N',
    'F C F F C F F F N',
    'F C F F C F F F N',
    'F C F F C F F F F',
    'F C F F C F F F N',
  ],
  other: seenOnceIssued('d', 'd', 'C', 'C', 'C', 'C'),
};

/** What the secretariat alone comes to, state by state. */
function seenOnceIssued(...ends: string[]): string[] {
  return ends.map((end, place) => `F ${end} F F F F F F ${place === 4 ? 'F' : 'N'}`);
}

const LISTS = [
  ...onList('addAppendixRows', undefined, {
    own: [DRAFTERS, DRAFTERS, DRAFTERS_CONFLICT, DRAFTERS_CONFLICT, DRAFTERS_CONFLICT, DRAFTERS_CONFLICT],
    other: [SECRETARIAT_DONE, SECRETARIAT_DONE, ...Array<string>(4).fill(SECRETARIAT_CONFLICT)],
  }),
  ...onList('removeAppendixRows', undefined, {
    own: [DRAFTERS, DRAFTERS, DRAFTERS_CONFLICT, DRAFTERS_CONFLICT, DRAFTERS_CONFLICT, DRAFTERS],
    other: [
      SECRETARIAT_DONE,
      SECRETARIAT_DONE,
      SECRETARIAT_CONFLICT,
      SECRETARIAT_CONFLICT,
      SECRETARIAT_CONFLICT,
      SECRETARIAT_DONE,
    ],
  }),
  ...onList('describeWorkItem', 'what is empty', FILLED),
  ...onList('describeWorkItem', 'what stands already', CHANGED),
  ...onList('addMilestones', 'the first', FILLED),
  ...onList('addMilestones', 'more', CHANGED),
  ...['removeMilestone', 'removeDeliverable', 'removeResource'].flatMap((command) =>
    onList(command, undefined, WHILE_DRAFTED),
  ),
  ...['addResource', 'addDeliverable', 'traceWorkItem', 'removeTrace'].flatMap((command) =>
    onList(command, undefined, FILLED),
  ),
];

/** The whole table. */
export const STATE_LINES: readonly StateLine[] = [
  ...REPORT_LINES,
  ...MEASUREMENTS,
  ...CONSULTATIONS,
  ...RESOURCES,
  ...DELIVERABLES,
  ...LISTS,
  ...OBSTACLES,
  ...ADJUSTMENTS,
];
