/** Who takes part: each has these roles, those of a unit for this one. `registrar` may both register and appraise, `both` register and approve. */
export const PEOPLE = {
  reporter: { roles: ['REPORTER'], unit: 'so-tttt' },
  colleague: { roles: ['REPORTER'], unit: 'so-tttt' },
  both: { roles: ['REPORTER', 'APPROVER'], unit: 'so-tttt' },
  approver: { roles: ['APPROVER'], unit: 'so-tttt' },
  other: { roles: ['REPORTER', 'APPROVER'], unit: 'so-nnptnt' },
  registrar: { roles: ['SECRETARIAT', 'REPORTER'], unit: 'so-tttt' },
  secretariat: { roles: ['SECRETARIAT'], unit: null },
  head: { roles: ['COMMITTEE_HEAD'], unit: null },
  member: { roles: ['COMMITTEE_MEMBER'], unit: null },
  analyst: { roles: ['ANALYST'], unit: null },
  inspector: { roles: ['INSPECTOR'], unit: null },
} as const;
export type Who = keyof typeof PEOPLE;
export const NAMES = Object.keys(PEOPLE) as Who[];

export type State = 'REGISTERED' | 'UNIT_APPROVED' | 'APPRAISED' | 'APPROVED' | 'REFUSED' | 'RETURNED' | 'WITHDRAWN';
export const ACTIONS = ['approve', 'appraise', 'refuse', 'return', 'withdraw'] as const;
export type Action = (typeof ACTIONS)[number];

/** Whose turn a step is: as it was agreed. */
type Turn = 'the unit’s approver' | 'the unit’s reporter' | 'the secretariat' | 'secretariat or head';

/** Who takes a step in which state, and where it leads. What is not here is not possible. */
const TURNS: Readonly<Record<Action, Readonly<Partial<Record<State, readonly [Turn, State]>>>>> = {
  approve: {
    REGISTERED: ['the unit’s approver', 'UNIT_APPROVED'],
    APPRAISED: ['secretariat or head', 'APPROVED'],
  },
  appraise: { UNIT_APPROVED: ['the secretariat', 'APPRAISED'], APPRAISED: ['the secretariat', 'APPRAISED'] },
  refuse: { APPRAISED: ['secretariat or head', 'REFUSED'] },
  return: {
    REGISTERED: ['the unit’s approver', 'RETURNED'],
    UNIT_APPROVED: ['secretariat or head', 'RETURNED'],
    APPRAISED: ['secretariat or head', 'RETURNED'],
  },
  withdraw: {
    REGISTERED: ['the unit’s reporter', 'WITHDRAWN'],
    UNIT_APPROVED: ['the unit’s reporter', 'WITHDRAWN'],
    APPRAISED: ['the unit’s reporter', 'WITHDRAWN'],
  },
};

/** What a request asks for: of items, by their place in the list, and of the list. */
export interface Wanted {
  readonly moved: readonly number[];
  readonly stopped: readonly number[];
  readonly isRowAdded: boolean;
}

/** A request as it should stand. */
export interface ModelRequest extends Wanted {
  readonly id: string;
  readonly unit: string;
  readonly by: Who;
  readonly due: string;
  /** Number of the row that it adds. */
  readonly number: number;
  state: State;
  hasLeftUnit: boolean;
}

/** An item of the list as it should stand. */
export interface ModelItem {
  readonly unit: string;
  due: string;
  isStopped: boolean;
}

const isOf = (who: Who, role: string): boolean => (PEOPLE[who].roles as readonly string[]).includes(role);
const isPending = ({ state }: ModelRequest): boolean => ['REGISTERED', 'UNIT_APPROVED', 'APPRAISED'].includes(state);

/** What adjustments should come to: told by the rules of the product, not by the code. */
export class Model {
  readonly requests: ModelRequest[] = [];
  readonly items: ModelItem[];
  /** How many rows the list must hold. */
  expected: number;

  constructor(units: readonly string[]) {
    this.items = units.map((unit) => ({ unit, due: '2023-12-31', isStopped: false }));
    this.expected = units.length;
  }

  /** The codes with which a registration is refused, in their order; none where it is done. */
  refusalsOf(who: Who, wanted: Wanted, isWhole: boolean): string[] {
    const unit = PEOPLE[who].unit;
    const touched = [...wanted.moved, ...wanted.stopped];
    const isOwn = touched.every((place) => this.items[place]!.unit === unit);
    // a row is added for the first unit, by its own reporter
    const mayAdd = !wanted.isRowAdded || unit === this.items[0]!.unit;
    if (!isOf(who, 'REPORTER') || !isOwn || !mayAdd) return ['FORBIDDEN'];
    const missing = isWhole ? [] : ['INVALID', 'INVALID'];
    const wrongs = touched.flatMap((place) => {
      if (this.items[place]!.isStopped) return ['CLOSED'];
      return this.isHeld((request) => [...request.moved, ...request.stopped].includes(place)) ? ['CONFLICT'] : [];
    });
    const isRowHeld = wanted.isRowAdded && this.isHeld(({ isRowAdded, number }) => isRowAdded && number === this.next);
    if (isRowHeld) wrongs.push('CONFLICT');
    if (wrongs.length > 0) return [...missing, ...wrongs];
    // a list that is to hold nothing is no list: told of each item that is stopped
    return [...missing, ...(this.left(wanted) > 0 ? [] : wanted.stopped.map(() => 'INVALID'))];
  }

  /** Number of a row that comes next on the list. */
  get next(): number {
    return this.items.length + 1;
  }

  /** The code with which a step is refused; null where it is done. */
  refusalOf(who: Who, action: Action, request: ModelRequest | undefined): string | null {
    if (request === undefined || !this.sees(who, request)) return 'NOT_FOUND';
    const isEver = (Object.keys(TURNS[action]) as State[]).some((state) => this.isTurn(who, action, request, state));
    if (!isEver) return 'FORBIDDEN';
    if (!this.may(who, action, request)) return 'CONFLICT';
    const isDecided = action === 'approve' && request.state === 'APPRAISED';
    return isDecided && request.stopped.length > 0 && this.left(request) <= 0 ? 'CONFLICT' : null;
  }

  /** Whether a step is somebody’s now. */
  may(who: Who, action: Action, request: ModelRequest): boolean {
    return this.isTurn(who, action, request, request.state);
  }

  /** Whether somebody reads a request. */
  sees(who: Who, { unit, state, hasLeftUnit }: ModelRequest): boolean {
    if (isOf(who, 'SECRETARIAT') || isOf(who, 'INSPECTOR') || PEOPLE[who].unit === unit) return true;
    return isOf(who, 'REPORTER') ? state === 'APPROVED' : hasLeftUnit;
  }

  /** A step is taken. */
  take(action: Action, request: ModelRequest): void {
    const after = TURNS[action][request.state]![1];
    if (after === 'UNIT_APPROVED') request.hasLeftUnit = true;
    request.state = after;
    if (after !== 'APPROVED') return;
    for (const place of request.moved) this.items[place]!.due = request.due;
    for (const place of request.stopped) this.items[place]!.isStopped = true;
    if (request.isRowAdded) this.items.push({ unit: request.unit, due: request.due, isStopped: false });
    this.expected += (request.isRowAdded ? 1 : 0) - request.stopped.length;
  }

  private isTurn(who: Who, action: Action, { unit, by }: ModelRequest, state: State): boolean {
    // nobody judges what they registered
    if (action !== 'withdraw' && by === who) return false;
    switch (TURNS[action][state]?.[0]) {
      case 'the unit’s approver':
        return isOf(who, 'APPROVER') && PEOPLE[who].unit === unit;
      case 'the unit’s reporter':
        return isOf(who, 'REPORTER') && PEOPLE[who].unit === unit;
      case 'the secretariat':
        return isOf(who, 'SECRETARIAT');
      case 'secretariat or head':
        return isOf(who, 'SECRETARIAT') || isOf(who, 'COMMITTEE_HEAD');
      case undefined:
        return false;
    }
  }

  private isHeld(holds: (request: ModelRequest) => boolean): boolean {
    return this.requests.some((request) => isPending(request) && holds(request));
  }

  private left({ stopped, isRowAdded }: Wanted): number {
    return this.expected - stopped.length + (isRowAdded ? 1 : 0);
  }
}
