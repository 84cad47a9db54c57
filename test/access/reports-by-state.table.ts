import { lines } from './state-lines';

/** What commands on reports, submissions and drafts come to: see state-rights.table.ts. */

const NOBODY = 'F F F F F F F F F';
/** Who does not see it learns that it is not there. */
const UNSEEN_OUTSIDE = 'F F N N F F N F N';
const UNSEEN_BY_UNITS = 'F F N N N N N F N';

/**
 * Approving and returning have the same rights: whoever judges may say yes or no, also of many at once. UNIT_SKIPPED: past a unit that had nobody to approve; AWAITS_HEAD: the
 * secretariat has left it to the standing deputy head.
 */
const REVIEWS = ['approveProgressReport', 'returnProgressReport', 'approveProgressReports'].flatMap((command) => [
  //                ADMI SECR HEAD MEMB REPO APPR ANAL INSP DISP
  ...lines(
    { aimed: 'report', command, unit: 'own', by: 'colleague' },
    {
      DRAFT: 'F C N N F C N F N',
      SUBMITTED: 'F F N N F d N F N',
      // the unit's approver had the step before: overtaken
      UNIT_APPROVED: 'F d N N F C N F N',
      UNIT_SKIPPED: 'F d N N F C N F N',
      AWAITS_HEAD: 'F C d N F C N F N',
      ACCEPTED: 'F C F F F C F F F',
      RETURNED: 'F C N N F C N F N',
      WITHDRAWN: 'F C N N F C N F N',
    },
  ),
  ...lines(
    { aimed: 'report', command, unit: 'other', by: 'colleague' },
    {
      DRAFT: 'F C N N N N N F N',
      SUBMITTED: 'F F N N N N N F N',
      UNIT_APPROVED: 'F d N N N N N F N',
      UNIT_SKIPPED: 'F d N N N N N F N',
      AWAITS_HEAD: 'F C d N N N N F N',
      ACCEPTED: 'F C F F F F F F F',
      RETURNED: 'F C N N N N N F N',
      WITHDRAWN: 'F C N N N N N F N',
    },
  ),
  // nobody reviews an own report (rule R13)
  ...lines(
    { aimed: 'report', command, unit: 'own', by: 'self' },
    {
      DRAFT: UNSEEN_OUTSIDE,
      SUBMITTED: UNSEEN_OUTSIDE,
      UNIT_APPROVED: UNSEEN_OUTSIDE,
      UNIT_SKIPPED: UNSEEN_OUTSIDE,
      AWAITS_HEAD: 'F F F N F F N F N',
      ACCEPTED: NOBODY,
      RETURNED: UNSEEN_OUTSIDE,
      WITHDRAWN: UNSEEN_OUTSIDE,
    },
  ),
  ...lines(
    { aimed: 'report', command, unit: 'other', by: 'self' },
    {
      DRAFT: UNSEEN_BY_UNITS,
      SUBMITTED: UNSEEN_BY_UNITS,
      UNIT_APPROVED: UNSEEN_BY_UNITS,
      UNIT_SKIPPED: UNSEEN_BY_UNITS,
      AWAITS_HEAD: 'F F F N N N N F N',
      ACCEPTED: NOBODY,
      RETURNED: UNSEEN_BY_UNITS,
      WITHDRAWN: UNSEEN_BY_UNITS,
    },
  ),
]);

/** Only its reporter takes a report back, while nobody has judged it. */
const WITHDRAWALS = [
  ...lines(
    { aimed: 'report', command: 'withdrawProgressReport', unit: 'own', by: 'self' },
    {
      //   ADMI SECR HEAD MEMB REPO APPR ANAL INSP DISP
      DRAFT: 'F F N N C F N F N',
      SUBMITTED: 'F F N N d F N F N',
      UNIT_APPROVED: 'F F N N C F N F N',
      // only the level that nobody could hold stands among its steps
      UNIT_SKIPPED: 'F F N N d F N F N',
      AWAITS_HEAD: 'F F F N C F N F N',
      ACCEPTED: 'F F F F C F F F F',
      RETURNED: 'F F N N C F N F N',
      WITHDRAWN: 'F F N N C F N F N',
    },
  ),
  ...lines(
    { aimed: 'report', command: 'withdrawProgressReport', unit: 'own', by: 'colleague' },
    {
      DRAFT: UNSEEN_OUTSIDE,
      SUBMITTED: UNSEEN_OUTSIDE,
      UNIT_APPROVED: UNSEEN_OUTSIDE,
      UNIT_SKIPPED: UNSEEN_OUTSIDE,
      AWAITS_HEAD: 'F F F N F F N F N',
      ACCEPTED: NOBODY,
      RETURNED: UNSEEN_OUTSIDE,
      WITHDRAWN: UNSEEN_OUTSIDE,
    },
  ),
  ...(['self', 'colleague'] as const).flatMap((by) =>
    lines(
      { aimed: 'report', command: 'withdrawProgressReport', unit: 'other', by },
      {
        DRAFT: UNSEEN_BY_UNITS,
        SUBMITTED: UNSEEN_BY_UNITS,
        UNIT_APPROVED: UNSEEN_BY_UNITS,
        UNIT_SKIPPED: UNSEEN_BY_UNITS,
        AWAITS_HEAD: 'F F F N N N N F N',
        ACCEPTED: NOBODY,
        RETURNED: UNSEEN_BY_UNITS,
        WITHDRAWN: UNSEEN_BY_UNITS,
      },
    ),
  ),
];

const REPORTED = 'F F F F d F F F F';
const CONFLICTING = 'F F F F C F F F F';
const CLOSED = 'F F F F L F F F F';
/** Rooms see no item that is not in force. */
const CLOSED_UNSEEN = 'F F F F L F F F N';

/** Reports are submitted, repeated and begun by reporters of the lead unit alone; one that is begun while another one waits is for later. */
const SUBMISSIONS = (['submitProgressReport', 'repeatProgressReport', 'saveProgressReportDraft'] as const).flatMap(
  (command) => [
    //   ADMI SECR HEAD MEMB REPO APPR ANAL INSP DISP
    ...lines(
      { aimed: 'submission', command, unit: 'own' },
      {
        OPEN: REPORTED,
        PENDING: command === 'saveProgressReportDraft' ? REPORTED : CONFLICTING,
        ACCEPTED: REPORTED,
        NOT_YET_OPEN: CLOSED,
        LOCKED: CLOSED,
        REOPENED: REPORTED,
        WAIVED: CLOSED,
        STOPPED: CLOSED_UNSEEN,
        NOT_IN_FORCE: CLOSED_UNSEEN,
      },
    ),
    ...lines(
      { aimed: 'submission', command, unit: 'other' },
      { OPEN: NOBODY, PENDING: NOBODY, LOCKED: NOBODY, STOPPED: 'F F F F F F F F N' },
    ),
  ],
);

/** A draft is there for its unit alone, and discarded at any time, whoever saved it. */
const DRAFTS = [
  ...lines(
    { aimed: 'draft', command: 'discardProgressReportDraft', unit: 'own' },
    { OPEN: 'N N N N d F N N N', LOCKED: 'N N N N d F N N N' },
  ),
  ...lines({ aimed: 'draft', command: 'discardProgressReportDraft', unit: 'other' }, { OPEN: 'N N N N N N N N N' }),
];

/** The lines of reports. */
export const REPORT_LINES = [...REVIEWS, ...WITHDRAWALS, ...SUBMISSIONS, ...DRAFTS];
