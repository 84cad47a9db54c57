/**
 * The rights, as they were agreed and reviewed: written down by people, never taken from the code that is tested. Whoever adds a field or a mutation
 * states here who may use it; `rights.test.ts` fails until then, and walks every cell with `mutation-rights.test.ts`.
 */

/** Who asks. The last four are no roles: nobody, and accounts with every role whose token or account has ended. */
export const COLUMNS = [
  'ADMINISTRATOR',
  'SECRETARIAT',
  'COMMITTEE_HEAD',
  'COMMITTEE_MEMBER',
  'REPORTER',
  'APPROVER',
  'ANALYST',
  'INSPECTOR',
  'DISPLAY',
  'STRANGER',
  'EXPIRED',
  'REVOKED',
  'DISABLED',
] as const;

export type Column = (typeof COLUMNS)[number];

/**
 * Which rows of a list are seen.
 *  all: every row · none: no row · accepted: accepted ones · own: accepted ones and those of the own unit in every state
 *  issued: what belongs to issued documents · wordless: that, and what has no words of a draft
 *  public: events for everybody · official: those and events for officials · unit: those and events of the own unit · units: those and events of all units but what each keeps to itself · records: all but that
 *  people: accounts of people, not those of screens · decided: what is decided, not what is only proposed
 *  handled: obstacles in hand · mine: rows of the own unit alone
 *  deny: the operation fails with UNAUTHENTICATED
 */
export type Rows =
  | 'all'
  | 'none'
  | 'people'
  | 'decided'
  | 'handled'
  | 'mine'
  | 'accepted'
  | 'own'
  | 'issued'
  | 'wordless'
  | 'public'
  | 'official'
  | 'unit'
  | 'units'
  | 'records'
  | 'deny';

/** What a field of Query that is no list answers. */
export type Answered = 'answer' | 'null' | 'deny';

/** How a mutation ends: done, refused with a code, or (deny) UNAUTHENTICATED. */
export type Outcome = 'done' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'deny';

/** One value for each column, written as a line. */
export type Line<Value extends string> = Readonly<Record<Column, Value>>;

// columns: ADMI SECR HEAD MEMB REPO APPR ANAL INSP DISP | STRANGER EXPIRED REVOKED DISABLED
function line<Value extends string>(text: string): Line<Value> {
  const values = text.split(/[\s|]+/) as Value[];
  if (values.length !== COLUMNS.length) throw new Error(`${values.length} cells in: ${text}`);
  return Object.fromEntries(COLUMNS.map((column, index) => [column, values[index]!])) as Record<Column, Value>;
}

const FRAME = line<Rows>('all all all all all all all all all | deny deny deny deny');

// what stands on lists: rooms see what is in force, never rows of drafts (rule R14); those they count by `Appendix.actualCount` and `unclearCount`
const IN_FORCE = line<Rows>('all all all all all all all all issued | deny deny deny deny');

/** Root lists. */
export const LISTS: Readonly<Record<string, Line<Rows>>> = {
  units: FRAME,
  unitHeirs: FRAME,
  terms: FRAME,
  programmes: FRAME,
  documents: FRAME,
  appendices: FRAME,
  documentSections: line<Rows>('all all all all all all all all issued | deny deny deny deny'),
  documentSteps: line<Rows>('all all all all all all all all wordless | deny deny deny deny'),
  consultations: line<Rows>('all all all all all all all all none | deny deny deny deny'),
  committeeMemberships: FRAME,
  targetAssignments: FRAME,
  workItemOversights: IN_FORCE,
  workItems: IN_FORCE,
  resources: IN_FORCE,
  deliverables: IN_FORCE,
  traces: IN_FORCE,
  viewpoints: FRAME,
  reportingCycles: FRAME,
  reportingRules: FRAME,
  expectedReports: FRAME,
  // words of officials: rooms do not read why somebody need not report
  cycleReopenings: line<Rows>('all all all all all all all all none | deny deny deny deny'),
  reportWaivers: line<Rows>('all all all all all all all all none | deny deny deny deny'),
  indicators: FRAME,
  targets: FRAME,
  dueMeasurements: FRAME,
  //                            ADMI SECR HEAD     MEMB     REPO APPR ANAL     INSP DISP
  progressReports: line<Rows>('all all accepted accepted own own accepted all accepted | deny deny deny deny'),
  measurements: line<Rows>('all all accepted accepted own own accepted all accepted | deny deny deny deny'),
  events: line<Rows>('records units official official unit unit official records public | deny deny deny deny'),
  accounts: line<Rows>('all all people people people people people all none | deny deny deny deny'),
  accountRoles: line<Rows>('all none none none none none none all none | deny deny deny deny'),
  // what is only proposed is for who keeps the calendar
  nonWorkingDays: line<Rows>('all all decided decided decided decided decided all decided | deny deny deny deny'),
  // rooms see what is in hand, neither what units have just said nor what was decided
  obstacles: line<Rows>('all all all all all all all all handled | deny deny deny deny'),
  serviceOutages: FRAME,
  // accepted: approved; issued: what its unit has agreed to
  adjustmentRequests: line<Rows>('all all issued issued own own issued all accepted | deny deny deny deny'),
  listReviews: line<Rows>('all all all all all all all all none | deny deny deny deny'),
  revisions: FRAME,
  persons: line<Rows>('all all all all all all all all none | deny deny deny deny'),
  displays: line<Rows>('all all none none none none none all none | deny deny deny deny'),
  // nobody but the unit that writes them: neither the secretariat nor inspection
  progressReportDrafts: line<Rows>('none none none none mine mine none none none | deny deny deny deny'),
  jobs: line<Rows>('all none none none none none none all none | deny deny deny deny'),
  jobTasks: line<Rows>('all none none none none none none all none | deny deny deny deny'),
};

const FRAME_FIELD = line<Answered>(
  'answer answer answer answer answer answer answer answer answer | deny deny deny deny',
);

/** Other fields of Query, asked for a thing of the programme’s frame. What they answer for reports, measurements, displays, accounts: see ONE. */
export const FIELDS: Readonly<Record<string, Line<Answered>>> = {
  viewer: line<Answered>('answer answer answer answer answer answer answer answer answer | null null null null'),
  installation: FRAME_FIELD,
  workingCalendar: FRAME_FIELD,
  explainLive: line<Answered>('answer null null null null null null null null | deny deny deny deny'),
  // its lists show each role what they show of the present: see visible-rows.test.ts
  asOf: FRAME_FIELD,
  whatIf: FRAME_FIELD,
  changes: FRAME_FIELD,
  unit: FRAME_FIELD,
  programme: FRAME_FIELD,
  document: FRAME_FIELD,
  appendix: FRAME_FIELD,
  workItem: FRAME_FIELD,
  indicator: FRAME_FIELD,
  node: FRAME_FIELD,
  // by the receipt of an accepted report
  progressReport: FRAME_FIELD,
};

/** Things by id (`node`), and reports by receipt: who gets an answer, who gets the same null as for what is not there. */
export const ONE = {
  //                                      ADMI SECR HEAD MEMB REPO APPR ANAL INSP DISP
  'an accepted report': FRAME_FIELD,
  'a pending report of the own unit': line<Answered>(
    'answer answer null null answer answer null answer null | deny deny deny deny',
  ),
  'a returned report of the own unit': line<Answered>(
    'answer answer null null answer answer null answer null | deny deny deny deny',
  ),
  'a withdrawn report of the own unit': line<Answered>(
    'answer answer null null answer answer null answer null | deny deny deny deny',
  ),
  'a pending report of another unit': line<Answered>(
    'answer answer null null null null null answer null | deny deny deny deny',
  ),
  'a returned report of another unit': line<Answered>(
    'answer answer null null null null null answer null | deny deny deny deny',
  ),
  'an accepted measurement': FRAME_FIELD,
  'a provisional measurement': line<Answered>(
    'answer answer null null null null null answer null | deny deny deny deny',
  ),
  'a provisional measurement of the own unit': line<Answered>(
    'answer answer null null answer answer null answer null | deny deny deny deny',
  ),
  'a screen': line<Answered>('answer answer null null null null null answer null | deny deny deny deny'),
  'an account': line<Answered>('answer answer answer answer answer answer answer answer null | deny deny deny deny'),
} as const satisfies Readonly<Record<string, Line<Answered>>>;

/** Whether names of officials are seen: `Event.actor`, and the accounts on a report. */
export const NAMES = line<Answered>(
  'answer answer answer answer answer answer answer answer null | deny deny deny deny',
);

const SUBSCRIBED = line<Answered>(
  'answer answer answer answer answer answer answer answer answer | deny deny deny deny',
);

/** Fields of Subscription. Which rows they deliver follows LISTS; their tests are those of the WebSocket. */
export const SUBSCRIPTIONS: Readonly<Record<string, Line<Answered>>> = {
  live: SUBSCRIBED,
  events: SUBSCRIBED,
  heartbeat: SUBSCRIBED,
};

/** A report that a mutation is aimed at. Roles of a unit are held for the own unit. */
export interface AimedReport {
  readonly unit: 'own' | 'other';
  readonly state: 'SUBMITTED' | 'UNIT_APPROVED' | 'ACCEPTED' | 'RETURNED' | 'WITHDRAWN';
  /** Who submitted it: the one who asks now, or a colleague. */
  readonly by: 'self' | 'colleague';
}

/** One line of the matrix of mutations. */
export interface MutationLine {
  readonly mutation: string;
  readonly of?: AimedReport;
  readonly item?: 'own' | 'other';
  /** A document that the own unit or another one drafts; for opinions, on which that unit was asked. */
  readonly document?: { readonly unit: 'own' | 'other'; readonly state: string };
  /** The state of a request for an adjustment that the own unit registered, by a colleague. */
  readonly request?: string;
  readonly outcome: Line<Outcome>;
}

const report = (
  unit: AimedReport['unit'],
  state: AimedReport['state'],
  by: AimedReport['by'] = 'colleague',
): AimedReport => ({
  unit,
  state,
  by,
});

const no = 'deny deny deny deny';
// who sees a report but has no part in judging it is told so; for who does not see it, it is not there
const NOBODY_OWN = `FORBIDDEN FORBIDDEN NOT_FOUND NOT_FOUND FORBIDDEN FORBIDDEN NOT_FOUND FORBIDDEN NOT_FOUND | ${no}`;
const SETTLED_OWN = `FORBIDDEN CONFLICT NOT_FOUND NOT_FOUND FORBIDDEN CONFLICT NOT_FOUND FORBIDDEN NOT_FOUND | ${no}`;
const SETTLED_OTHER = `FORBIDDEN CONFLICT NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND FORBIDDEN NOT_FOUND | ${no}`;

/** Approving and returning have the same rights: whoever judges may say yes or no. */
function review(mutation: string): MutationLine[] {
  const lines: [AimedReport, string][] = [
    //                               ADMI      SECR      HEAD      MEMB      REPO      APPR      ANAL      INSP      DISP
    [
      report('own', 'SUBMITTED'),
      `FORBIDDEN FORBIDDEN NOT_FOUND NOT_FOUND FORBIDDEN done NOT_FOUND FORBIDDEN NOT_FOUND | ${no}`,
    ],
    [report('own', 'SUBMITTED', 'self'), NOBODY_OWN],
    [
      report('own', 'UNIT_APPROVED'),
      // the unit's approver had the step before: overtaken
      `FORBIDDEN done NOT_FOUND NOT_FOUND FORBIDDEN CONFLICT NOT_FOUND FORBIDDEN NOT_FOUND | ${no}`,
    ],
    [report('own', 'UNIT_APPROVED', 'self'), NOBODY_OWN],
    [report('own', 'RETURNED'), SETTLED_OWN],
    [report('own', 'WITHDRAWN'), SETTLED_OWN],
    [
      report('own', 'ACCEPTED'),
      `FORBIDDEN CONFLICT FORBIDDEN FORBIDDEN FORBIDDEN CONFLICT FORBIDDEN FORBIDDEN FORBIDDEN | ${no}`,
    ],
    [
      report('other', 'SUBMITTED'),
      `FORBIDDEN FORBIDDEN NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND FORBIDDEN NOT_FOUND | ${no}`,
    ],
    [
      report('other', 'UNIT_APPROVED'),
      `FORBIDDEN done NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND FORBIDDEN NOT_FOUND | ${no}`,
    ],
    [report('other', 'RETURNED'), SETTLED_OTHER],
    [report('other', 'WITHDRAWN'), SETTLED_OTHER],
    [
      report('other', 'ACCEPTED'),
      `FORBIDDEN CONFLICT FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN | ${no}`,
    ],
  ];
  return lines.map(([of, text]) => ({ mutation, of, outcome: line<Outcome>(text) }));
}

const ALL_FORBIDDEN = `FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN | ${no}`;

// columns: ADMI SECR HEAD MEMB REPO APPR ANAL INSP DISP
const ADMINISTRATION = line<Outcome>(
  `done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN | ${no}`,
);
const KEEPING_OF_LISTS = line<Outcome>(
  `done done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN | ${no}`,
);

const SECRETARIAT_ALONE = line<Outcome>(
  `FORBIDDEN done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN | ${no}`,
);
type Cells = Line<Outcome>;

/** Lines of a step on documents: taken where it is possible, for the own unit and for another; and one where the state does not allow it. */
function step(mutation: string, [own, other]: readonly [string, string], from: string, not: string): MutationLine[] {
  const cells = (text: string): Cells => line<Outcome>(`${text} | ${no}`);
  return [
    { mutation, document: { unit: 'own', state: from }, outcome: cells(own) },
    { mutation, document: { unit: 'other', state: from }, outcome: cells(other) },
    { mutation, document: { unit: 'own', state: not }, outcome: cells(own.replaceAll('done', 'CONFLICT')) },
  ];
}

//                       ADMI      SECR HEAD      MEMB      REPO      APPR      ANAL      INSP      DISP
const BY_SECRETARIAT = 'FORBIDDEN done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN';
const BY_DRAFTER = [
  'FORBIDDEN done FORBIDDEN FORBIDDEN done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN',
  BY_SECRETARIAT,
] as const;
// rooms see no opinions
const BY_DRAFTER_UNSEEN_BY_ROOMS = [
  'FORBIDDEN done FORBIDDEN FORBIDDEN done FORBIDDEN FORBIDDEN FORBIDDEN NOT_FOUND',
  'FORBIDDEN done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN NOT_FOUND',
] as const;
const BY_APPROVER = [
  'FORBIDDEN done FORBIDDEN FORBIDDEN FORBIDDEN done FORBIDDEN FORBIDDEN FORBIDDEN',
  BY_SECRETARIAT,
] as const;
const WITHDRAWN_BY_DRAFTER = [
  'FORBIDDEN done CONFLICT FORBIDDEN done CONFLICT FORBIDDEN FORBIDDEN FORBIDDEN',
  'FORBIDDEN done CONFLICT FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN',
] as const;
const BY_APPROVER_OR_DECISION = [
  'FORBIDDEN done done FORBIDDEN CONFLICT done FORBIDDEN FORBIDDEN FORBIDDEN',
  'FORBIDDEN done done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN',
] as const;
const BY_THE_ASKED = [
  'FORBIDDEN done FORBIDDEN FORBIDDEN done done FORBIDDEN FORBIDDEN FORBIDDEN',
  BY_SECRETARIAT,
] as const;
const DECISION = 'FORBIDDEN done done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN';

const COMMITTEE_LINES: readonly MutationLine[] = [
  'foundCommittee',
  'reformCommittee',
  'assignMember',
  'endMemberAssignment',
  'assignOversight',
  'endOversight',
].map((mutation) => ({ mutation, outcome: line<Outcome>(`${DECISION} | ${no}`) }));

const INSPECTION_ALONE = line<Outcome>(
  `FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN done FORBIDDEN | ${no}`,
);

const WORK_LINES: readonly MutationLine[] = [
  ...[
    'addViewpoint',
    'describeWorkItem',
    'addMilestones',
    'addResource',
    'decideResource',
    'addDeliverable',
    'acceptDeliverable',
    'traceWorkItem',
    'removeTrace',
  ].map((mutation) => ({ mutation, outcome: SECRETARIAT_ALONE })),
  // rooms see no items of drafts
  ...['removeMilestone', 'removeDeliverable', 'removeResource'].map((mutation) => ({
    mutation,
    outcome: line<Outcome>(
      `FORBIDDEN done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN NOT_FOUND | ${no}`,
    ),
  })),
  { mutation: 'verifyWorkItem', outcome: INSPECTION_ALONE },
];

const TARGET_LINES: readonly MutationLine[] = [
  'addIndicator',
  'addTarget',
  'correctTarget',
  'setTrajectory',
  'assessTarget',
].map((mutation) => ({ mutation, outcome: SECRETARIAT_ALONE }));

const REGISTRATION = line<Outcome>(
  `FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN | ${no}`,
);
// rooms see a request once it is approved, the committee once its unit has agreed
const ADJUSTMENT_LINES: readonly MutationLine[] = [
  { mutation: 'registerAdjustment', outcome: REGISTRATION },
  ...Object.entries({
    //                               ADMI      SECR     HEAD      MEMB      REPO      APPR ANAL      INSP      DISP
    'approveAdjustment REGISTERED':
      'FORBIDDEN CONFLICT NOT_FOUND NOT_FOUND FORBIDDEN done NOT_FOUND FORBIDDEN NOT_FOUND',
    'approveAdjustment APPRAISED': 'FORBIDDEN done done FORBIDDEN FORBIDDEN CONFLICT FORBIDDEN FORBIDDEN NOT_FOUND',
    'appraiseAdjustment UNIT_APPROVED':
      'FORBIDDEN done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN NOT_FOUND',
    'refuseAdjustment APPRAISED': 'FORBIDDEN done done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN NOT_FOUND',
    'returnAdjustment REGISTERED':
      'FORBIDDEN CONFLICT NOT_FOUND NOT_FOUND FORBIDDEN done NOT_FOUND FORBIDDEN NOT_FOUND',
    'returnAdjustment UNIT_APPROVED': 'FORBIDDEN done done FORBIDDEN FORBIDDEN CONFLICT FORBIDDEN FORBIDDEN NOT_FOUND',
    'withdrawAdjustment REGISTERED':
      'FORBIDDEN FORBIDDEN NOT_FOUND NOT_FOUND done FORBIDDEN NOT_FOUND FORBIDDEN NOT_FOUND',
    'withdrawAdjustment APPRAISED':
      'FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN done FORBIDDEN FORBIDDEN FORBIDDEN NOT_FOUND',
  }).map(([what, cells]): MutationLine => {
    const [mutation = '', request = ''] = what.split(' ');
    return { mutation, request, outcome: line<Outcome>(`${cells} | ${no}`) };
  }),
  { mutation: 'decideAdjustments', outcome: line<Outcome>(`${DECISION} | ${no}`) },
  { mutation: 'openListReview', outcome: SECRETARIAT_ALONE },
  {
    mutation: 'confirmListReview',
    outcome: line<Outcome>(`FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN done done FORBIDDEN FORBIDDEN NOT_FOUND | ${no}`),
  },
];

const DOCUMENT_LINES: readonly MutationLine[] = [
  ...step('draftDocument', BY_DRAFTER, 'DRAFTING', '').slice(0, 2),
  ...step('reviseDocument', BY_DRAFTER, 'CONSULTING', 'SUBMITTED'),
  ...step('sendForOpinions', BY_DRAFTER, 'DRAFTING', 'FINALISED'),
  ...step('recordOpinion', BY_THE_ASKED, 'CONSULTING', 'FINALISED'),
  ...step('answerOpinion', BY_DRAFTER_UNSEEN_BY_ROOMS, 'CONSULTING', 'ISSUED'),
  ...step('finaliseDocument', BY_DRAFTER, 'CONSULTING', 'WITHDRAWN'),
  ...step('submitDocument', BY_APPROVER, 'FINALISED', 'DRAFTING'),
  ...step('approveDocument', [DECISION, DECISION], 'SUBMITTED', 'FINALISED'),
  ...step('returnDocument', [DECISION, DECISION], 'SUBMITTED', 'ISSUED'),
  ...step('issueDocument', [DECISION, DECISION], 'SUBMITTED', 'ISSUED'),
  // whose step it is in another state is told of the state: overtaken, or early
  ...step('correctIssue', [BY_SECRETARIAT, BY_SECRETARIAT], 'ISSUED', 'SUBMITTED'),
  ...step('withdrawDocument', WITHDRAWN_BY_DRAFTER, 'FINALISED', 'ISSUED'),
  ...step('withdrawDocument', BY_APPROVER_OR_DECISION, 'SUBMITTED', '').slice(0, 2),
  ...step('addAppendixRows', BY_DRAFTER, 'DRAFTING', 'SUBMITTED'),
  ...step('removeAppendixRows', BY_DRAFTER, 'CONSULTING', 'SUBMITTED'),
];

const DUE_LINES: readonly MutationLine[] = [
  // aimed at an item that the own unit leads
  {
    mutation: 'raiseObstacle',
    outcome: line<Outcome>(
      `FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN | ${no}`,
    ),
  },
  // aimed at open ones, which rooms do not see
  ...['takeUpObstacle', 'resolveObstacle'].map((mutation) => ({
    mutation,
    outcome: line<Outcome>(`FORBIDDEN done done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN NOT_FOUND | ${no}`),
  })),
  { mutation: 'recordServiceOutage', outcome: ADMINISTRATION },
  { mutation: 'removeServiceOutage', outcome: ADMINISTRATION },
  { mutation: 'retryJob', outcome: ADMINISTRATION },
];

/** The matrix of mutations. */
export const MUTATIONS: readonly MutationLine[] = [
  { mutation: 'signIn', outcome: line<Outcome>('done done done done done done done done done | done done done done') },
  // a room's screen is ended by whoever made it
  { mutation: 'signOut', outcome: line<Outcome>(`done done done done done done done done FORBIDDEN | ${no}`) },
  // the own one, whoever it is; a screen has none
  { mutation: 'changePassword', outcome: line<Outcome>(`done done done done done done done done FORBIDDEN | ${no}`) },
  {
    mutation: 'submitProgressReport',
    item: 'own',
    outcome: line<Outcome>(
      `FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN | ${no}`,
    ),
  },
  { mutation: 'submitProgressReport', item: 'other', outcome: line<Outcome>(ALL_FORBIDDEN) },
  {
    mutation: 'repeatProgressReport',
    item: 'own',
    outcome: line<Outcome>(
      `FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN | ${no}`,
    ),
  },
  { mutation: 'repeatProgressReport', item: 'other', outcome: line<Outcome>(ALL_FORBIDDEN) },
  {
    mutation: 'saveProgressReportDraft',
    item: 'own',
    outcome: line<Outcome>(
      `FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN | ${no}`,
    ),
  },
  { mutation: 'saveProgressReportDraft', item: 'other', outcome: line<Outcome>(ALL_FORBIDDEN) },
  // aimed at a draft of the own unit, saved by a colleague: who does not see it does not learn that it is there
  {
    mutation: 'discardProgressReportDraft',
    outcome: line<Outcome>(
      `NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND done FORBIDDEN NOT_FOUND NOT_FOUND NOT_FOUND | ${no}`,
    ),
  },
  ...review('approveProgressReport'),
  ...review('returnProgressReport'),
  ...review('approveProgressReports'),
  { mutation: 'setReviewLevels', outcome: SECRETARIAT_ALONE },
  // who submitted a report and is the unit's reporter no more has no part in it any more
  {
    mutation: 'withdrawProgressReport',
    of: report('own', 'SUBMITTED', 'self'),
    outcome: line<Outcome>(
      `FORBIDDEN FORBIDDEN NOT_FOUND NOT_FOUND done FORBIDDEN NOT_FOUND FORBIDDEN NOT_FOUND | ${no}`,
    ),
  },
  {
    mutation: 'withdrawProgressReport',
    of: report('own', 'UNIT_APPROVED', 'self'),
    outcome: line<Outcome>(
      `FORBIDDEN FORBIDDEN NOT_FOUND NOT_FOUND CONFLICT FORBIDDEN NOT_FOUND FORBIDDEN NOT_FOUND | ${no}`,
    ),
  },
  { mutation: 'withdrawProgressReport', of: report('own', 'SUBMITTED'), outcome: line<Outcome>(NOBODY_OWN) },
  {
    mutation: 'withdrawProgressReport',
    of: report('other', 'SUBMITTED'),
    outcome: line<Outcome>(
      `FORBIDDEN FORBIDDEN NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND FORBIDDEN NOT_FOUND | ${no}`,
    ),
  },
  { mutation: 'withdrawProgressReport', of: report('own', 'ACCEPTED'), outcome: line<Outcome>(ALL_FORBIDDEN) },
  {
    mutation: 'recordMeasurement',
    // a reporter's waits to be accepted
    outcome: line<Outcome>(`FORBIDDEN done FORBIDDEN FORBIDDEN done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN | ${no}`),
  },
  // aimed at a provisional one of the own unit
  {
    mutation: 'acceptMeasurement',
    outcome: line<Outcome>(
      `FORBIDDEN done NOT_FOUND NOT_FOUND FORBIDDEN FORBIDDEN NOT_FOUND FORBIDDEN NOT_FOUND | ${no}`,
    ),
  },
  { mutation: 'correctMeasurement', outcome: SECRETARIAT_ALONE },
  // aimed at a provisional one of the own unit
  {
    mutation: 'returnMeasurement',
    outcome: line<Outcome>(
      `FORBIDDEN done NOT_FOUND NOT_FOUND FORBIDDEN FORBIDDEN NOT_FOUND FORBIDDEN NOT_FOUND | ${no}`,
    ),
  },
  ...DUE_LINES,
  { mutation: 'createUnit', outcome: KEEPING_OF_LISTS },
  { mutation: 'moveUnit', outcome: KEEPING_OF_LISTS },
  { mutation: 'correctUnit', outcome: KEEPING_OF_LISTS },
  { mutation: 'setNonWorkingDays', outcome: KEEPING_OF_LISTS },
  { mutation: 'setReportingRule', outcome: SECRETARIAT_ALONE },
  { mutation: 'endReportingRule', outcome: SECRETARIAT_ALONE },
  { mutation: 'addReportingCycle', outcome: SECRETARIAT_ALONE },
  { mutation: 'reopenCycle', outcome: SECRETARIAT_ALONE },
  { mutation: 'waiveReport', outcome: SECRETARIAT_ALONE },
  // of the own unit: its plans name them
  {
    mutation: 'createPerson',
    outcome: line<Outcome>(`done done FORBIDDEN FORBIDDEN done done FORBIDDEN FORBIDDEN FORBIDDEN | ${no}`),
  },
  {
    mutation: 'changePerson',
    outcome: line<Outcome>(`done done FORBIDDEN FORBIDDEN done done FORBIDDEN FORBIDDEN FORBIDDEN | ${no}`),
  },
  // roles go over with a unit's work
  { mutation: 'endUnit', outcome: ADMINISTRATION },
  { mutation: 'mergeUnits', outcome: ADMINISTRATION },
  { mutation: 'createAccount', outcome: ADMINISTRATION },
  { mutation: 'grantRole', outcome: ADMINISTRATION },
  { mutation: 'revokeRole', outcome: ADMINISTRATION },
  { mutation: 'disableAccount', outcome: ADMINISTRATION },
  { mutation: 'enableAccount', outcome: ADMINISTRATION },
  { mutation: 'resetPassword', outcome: ADMINISTRATION },
  { mutation: 'assignLeadUnit', outcome: SECRETARIAT_ALONE },
  { mutation: 'assignUnitRole', outcome: SECRETARIAT_ALONE },
  { mutation: 'endUnitRole', outcome: SECRETARIAT_ALONE },
  { mutation: 'assignResponsiblePerson', outcome: SECRETARIAT_ALONE },
  {
    mutation: 'createDisplay',
    outcome: line<Outcome>(`done done FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN | ${no}`),
  },
  {
    mutation: 'revokeDisplay',
    outcome: line<Outcome>(`done done NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND FORBIDDEN NOT_FOUND | ${no}`),
  },
  ...DOCUMENT_LINES,
  ...COMMITTEE_LINES,
  ...WORK_LINES,
  ...TARGET_LINES,
  ...ADJUSTMENT_LINES,
];
