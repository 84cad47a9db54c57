import { lines, type StateLine } from './state-lines';

/** The cells of each state for who registered nothing of it, by whose unit it is. */
type Cells = Readonly<Record<string, string>>;

/** What is seen of a request: nothing outside its unit and those over units until its approver agreed, rooms and other units see what was approved. */
const UNSEEN = { own: 'F F N N F F N F N', other: 'F F N N N N N F N' };
const SEEN = { own: 'F F F F F F F F N', other: 'F F F F N N F F N' };
const NOBODY = 'F F F F F F F F F';

/** Nobody judges a request of their own, with whatever roles, in whatever state. */
const ownRequest = (unit: 'own' | 'other'): Cells => ({
  REGISTERED: UNSEEN[unit],
  UNIT_APPROVED: SEEN[unit],
  APPRAISED: SEEN[unit],
  APPROVED: NOBODY,
  REFUSED: SEEN[unit],
  RETURNED: SEEN[unit],
  WITHDRAWN: SEEN[unit],
});

/** What is settled stays so: the last three states are alike. */
const settled = (text: string): Cells => ({ REFUSED: text, RETURNED: text, WITHDRAWN: text });

const BY_COMMAND: Readonly<Record<string, { readonly own: Cells; readonly other: Cells }>> = {
  //                ADMI SECR HEAD MEMB REPO APPR ANAL INSP DISP
  approveAdjustment: {
    own: {
      // the secretariat's turn comes later
      REGISTERED: 'F C N N F d N F N',
      UNIT_APPROVED: 'F C C F F C F F N',
      // the unit's approver had a step before
      APPRAISED: 'F d d F F C F F N',
      APPROVED: 'F C C F F C F F F',
      ...settled('F C C F F C F F N'),
    },
    other: {
      REGISTERED: 'F C N N N N N F N',
      UNIT_APPROVED: 'F C C F N N F F N',
      APPRAISED: 'F d d F N N F F N',
      APPROVED: 'F C C F F F F F F',
      ...settled('F C C F N N F F N'),
    },
  },
  appraiseAdjustment: {
    own: {
      REGISTERED: 'F C N N F F N F N',
      UNIT_APPROVED: 'F d F F F F F F N',
      // until the level has decided it may be said anew
      APPRAISED: 'F d F F F F F F N',
      APPROVED: 'F C F F F F F F F',
      ...settled('F C F F F F F F N'),
    },
    other: {
      REGISTERED: 'F C N N N N N F N',
      UNIT_APPROVED: 'F d F F N N F F N',
      APPRAISED: 'F d F F N N F F N',
      APPROVED: 'F C F F F F F F F',
      ...settled('F C F F N N F F N'),
    },
  },
  refuseAdjustment: {
    own: {
      REGISTERED: 'F C N N F F N F N',
      UNIT_APPROVED: 'F C C F F F F F N',
      APPRAISED: 'F d d F F F F F N',
      APPROVED: 'F C C F F F F F F',
      ...settled('F C C F F F F F N'),
    },
    other: {
      REGISTERED: 'F C N N N N N F N',
      UNIT_APPROVED: 'F C C F N N F F N',
      APPRAISED: 'F d d F N N F F N',
      APPROVED: 'F C C F F F F F F',
      ...settled('F C C F N N F F N'),
    },
  },
  returnAdjustment: {
    own: {
      REGISTERED: 'F C N N F d N F N',
      UNIT_APPROVED: 'F d d F F C F F N',
      APPRAISED: 'F d d F F C F F N',
      APPROVED: 'F C C F F C F F F',
      ...settled('F C C F F C F F N'),
    },
    other: {
      REGISTERED: 'F C N N N N N F N',
      UNIT_APPROVED: 'F d d F N N F F N',
      APPRAISED: 'F d d F N N F F N',
      APPROVED: 'F C C F F F F F F',
      ...settled('F C C F N N F F N'),
    },
  },
};

/** Any reporter of the unit takes it back, whoever registered it, while nothing is decided. */
const WITHDRAWN_BY = {
  own: {
    REGISTERED: 'F F N N d F N F N',
    UNIT_APPROVED: 'F F F F d F F F N',
    APPRAISED: 'F F F F d F F F N',
    APPROVED: 'F F F F C F F F F',
    ...settled('F F F F C F F F N'),
  },
  other: ownRequest('other'),
} as const;

/** Requests for adjustments: every command on one in every state. */
export const ADJUSTMENTS: readonly StateLine[] = (['own', 'other'] as const).flatMap((unit) => [
  ...Object.entries(BY_COMMAND).flatMap(([command, cells]) => [
    ...lines({ aimed: 'adjustment', command, unit, by: 'colleague' }, cells[unit]),
    ...lines({ aimed: 'adjustment', command, unit, by: 'self' }, ownRequest(unit)),
  ]),
  ...(['self', 'colleague'] as const).flatMap((by) =>
    lines({ aimed: 'adjustment', command: 'withdrawAdjustment', unit, by }, WITHDRAWN_BY[unit]),
  ),
]);
