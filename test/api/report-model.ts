/** Who acts in the model: two reporters of one unit, of whom the colleague approves, too; its approver; the one reporter of a unit that has no approver; who judges after units. */
export const PEOPLE = ['reporter', 'colleague', 'approver', 'lone', 'secretariat', 'head'] as const;
export type Person = (typeof PEOPLE)[number];

/** Three items: one as most are, one whose reports go to the standing deputy head, one of the unit without an approver. Periods from the oldest, which is locked; the second is late. */
export const ITEMS = ['plain', 'high', 'lone'] as const;
export const PERIODS = ['2022-Q4', '2023-Q3', '2023-Q4'] as const;

export type Level = 'UNIT' | 'SECRETARIAT' | 'STANDING_DEPUTY_HEAD';

/** A report as the model knows it. */
export interface ModelReport {
  readonly by: Person;
  readonly percent: number;
  state: 'SUBMITTED' | 'UNIT_APPROVED' | 'ACCEPTED' | 'RETURNED' | 'WITHDRAWN';
  awaited: Level | null;
  readonly skipped: readonly Level[];
  unitApproved: boolean;
  left: boolean;
  superseded: boolean;
}

/** An item and a period: what came for it, the draft that is being written, what the secretariat has said of it. */
interface Place {
  readonly reports: ModelReport[];
  draft: { version: number } | null;
  isWaived: boolean;
  isReopened: boolean;
}

/** What somebody does: the kinds of steps. */
export interface Step {
  readonly does: 'submit' | 'repeat' | 'save' | 'discard' | 'approve' | 'return' | 'withdraw' | 'waive' | 'reopen';
  readonly who: Person;
  readonly item: number;
  readonly period: number;
  readonly percent: number;
  /** Whether reasons come along, for lateness and for a fall. */
  readonly hasReasons: boolean;
  /** Of a draft; null where nothing is compared. */
  readonly expectedVersion: number | null;
}

const REPORTERS: readonly (readonly Person[])[] = [['reporter', 'colleague'], ['reporter', 'colleague'], ['lone']];
const APPROVERS: readonly (readonly Person[])[] = [['approver', 'colleague'], ['approver', 'colleague'], []];

const isPending = ({ awaited }: ModelReport): boolean => awaited !== null;
const isCurrent = ({ state, superseded }: ModelReport): boolean => state === 'ACCEPTED' && !superseded;

/** What reports are to become, written down by itself: no database, no code of the program. A step gives the codes of its refusals, none where it is done. */
export class ReportModel {
  readonly places: readonly (readonly Place[])[] = ITEMS.map(() =>
    PERIODS.map(() => ({ reports: [], draft: null, isWaived: false, isReopened: false })),
  );

  take(step: Step): readonly string[] {
    switch (step.does) {
      case 'submit':
      case 'repeat':
        return this.submit(step);
      case 'save':
        return this.save(step);
      case 'discard':
        return this.discard(step);
      case 'approve':
      case 'return':
        return this.judge(step);
      case 'withdraw':
        return this.withdraw(step);
      default:
        return this.except(step);
    }
  }

  /** The percentage of an item: that of the accepted report of its latest period. */
  percentOf(item: number): number {
    return this.accepted(item, PERIODS.length - 1)?.percent ?? 0;
  }

  place({ item, period }: Pick<Step, 'item' | 'period'>): Place {
    return this.places[item]![period]!;
  }

  /** The newest report of a place, at which judging and taking back are aimed. */
  newest(step: Pick<Step, 'item' | 'period'>): ModelReport | undefined {
    return this.place(step).reports.at(-1);
  }

  /** Whose step it would be: of those who report on the item, or the level for which the newest report waits. */
  turnOf({ does, item, period, percent }: Pick<Step, 'does' | 'item' | 'period' | 'percent'>): Person {
    const report = this.newest({ item, period });
    if (does === 'waive' || does === 'reopen') return 'secretariat';
    if (does === 'withdraw' && report !== undefined) return report.by;
    if (does === 'approve' || does === 'return') {
      if (report?.awaited === 'UNIT') return APPROVERS[item]!.find((one) => one !== report.by) ?? 'secretariat';
      return report?.awaited === 'STANDING_DEPUTY_HEAD' ? 'head' : 'secretariat';
    }
    return REPORTERS[item]![percent % REPORTERS[item]!.length] ?? REPORTERS[item]![0]!;
  }

  private accepted(item: number, upTo: number): ModelReport | undefined {
    const places = this.places[item]!.slice(0, upTo + 1);
    return places.flatMap(({ reports }) => reports.filter(isCurrent)).at(-1);
  }

  /** Why nothing is taken for a place: no right, waived, locked. */
  private untaken({ who, item, period }: Step): readonly string[] {
    const { isWaived, isReopened } = this.place({ item, period });
    if (!REPORTERS[item]!.includes(who)) return ['FORBIDDEN'];
    return isWaived || (period === 0 && !isReopened) ? ['CLOSED'] : [];
  }

  private submit(step: Step): readonly string[] {
    const { does, who, item, period, hasReasons } = step;
    const untaken = this.untaken(step);
    if (untaken.length > 0) return untaken;
    const place = this.place(step);
    if (place.reports.some(isPending)) return ['CONFLICT'];
    const percent = does === 'submit' ? step.percent : this.repeated(item, period);
    if (percent === null) return ['NOT_FOUND'];
    const missing = [];
    if (period < 2 && !hasReasons) missing.push('LATENESS_REASON_REQUIRED');
    const known = this.accepted(item, period);
    if (known !== undefined && percent < known.percent && (does === 'repeat' || !hasReasons)) {
      missing.push('DECREASE_REASON_REQUIRED');
    }
    if (missing.length > 0) return missing;
    const isHeld = APPROVERS[item]!.some((approver) => approver !== who);
    place.reports.push({
      by: who,
      percent,
      state: isHeld ? 'SUBMITTED' : 'UNIT_APPROVED',
      awaited: isHeld ? 'UNIT' : 'SECRETARIAT',
      skipped: isHeld ? [] : ['UNIT'],
      unitApproved: false,
      left: false,
      superseded: false,
    });
    place.draft = null;
    return [];
  }

  /** What a repetition says: what was accepted last, else what waits; of the latest period up to this one. */
  private repeated(item: number, period: number): number | null {
    const places = this.places[item]!.slice(0, period + 1);
    const waiting = places.flatMap(({ reports }) => reports.filter(isPending)).at(-1);
    return this.accepted(item, period)?.percent ?? waiting?.percent ?? null;
  }

  private save(step: Step): readonly string[] {
    const untaken = this.untaken(step);
    if (untaken.length > 0) return untaken;
    const place = this.place(step);
    const version = place.draft?.version ?? 0;
    if (step.expectedVersion !== null && step.expectedVersion !== version) return ['CONFLICT'];
    place.draft = { version: version + 1 };
    return [];
  }

  private discard({ who, item, period, expectedVersion }: Step): readonly string[] {
    const place = this.place({ item, period });
    const isOfUnit = [...REPORTERS[item]!, ...APPROVERS[item]!].includes(who);
    if (place.draft === null || !isOfUnit) return ['NOT_FOUND'];
    if (!REPORTERS[item]!.includes(who)) return ['FORBIDDEN'];
    if (expectedVersion !== null && expectedVersion !== place.draft.version) return ['CONFLICT'];
    place.draft = null;
    return [];
  }

  private judge(step: Step): readonly string[] {
    const { does, who, item } = step;
    const report = this.newest(step)!;
    if (!this.sees(who, item, report)) return ['NOT_FOUND'];
    const holds: Readonly<Record<Level, boolean>> = {
      UNIT: APPROVERS[item]!.includes(who),
      SECRETARIAT: who === 'secretariat',
      STANDING_DEPUTY_HEAD: who === 'head' && report.left,
    };
    if (report.by === who || !Object.values(holds).includes(true)) return ['FORBIDDEN'];
    if (report.awaited === null) return ['CONFLICT'];
    if (!holds[report.awaited]) return [report.awaited === 'UNIT' ? 'FORBIDDEN' : 'CONFLICT'];
    if (does === 'return') Object.assign(report, { state: 'RETURNED', awaited: null });
    else this.approve(step, report);
    return [];
  }

  private approve(step: Step, report: ModelReport): void {
    if (report.awaited === 'UNIT') {
      Object.assign(report, { state: 'UNIT_APPROVED', awaited: 'SECRETARIAT', unitApproved: true });
      return;
    }
    if (report.awaited === 'SECRETARIAT' && ITEMS[step.item] === 'high') {
      Object.assign(report, { awaited: 'STANDING_DEPUTY_HEAD', left: true });
      return;
    }
    for (const earlier of this.place(step).reports.filter(isCurrent)) earlier.superseded = true;
    Object.assign(report, { state: 'ACCEPTED', awaited: null });
  }

  private withdraw(step: Step): readonly string[] {
    const report = this.newest(step)!;
    if (!this.sees(step.who, step.item, report)) return ['NOT_FOUND'];
    if (report.by !== step.who) return ['FORBIDDEN'];
    if (report.awaited === null || report.unitApproved || report.left) return ['CONFLICT'];
    Object.assign(report, { state: 'WITHDRAWN', awaited: null });
    return [];
  }

  /** The secretariat's exceptions: a report that is not expected, a locked period that takes reports after all. */
  private except(step: Step): readonly string[] {
    if (step.who !== 'secretariat') return ['FORBIDDEN'];
    const place = this.place(step);
    if (step.does === 'reopen') {
      if (step.period > 0) return ['CONFLICT'];
      place.isReopened = true;
      return [];
    }
    if (place.isWaived || place.reports.some((one) => isPending(one) || isCurrent(one))) return ['CONFLICT'];
    place.isWaived = true;
    return [];
  }

  private sees(who: Person, item: number, { state, left }: ModelReport): boolean {
    if (state === 'ACCEPTED' || who === 'secretariat') return true;
    if (who === 'head') return left;
    return [...REPORTERS[item]!, ...APPROVERS[item]!].includes(who);
  }
}
