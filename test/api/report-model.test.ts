import fc from 'fast-check';
import type { ApiClient } from '../support/api-client';
import { makeAccount } from '../support/made/made-account';
import { mutate } from '../support/payload';
import { globalItemId, itemIds, ReportDesk } from '../support/report-desk';
import { sized } from '../support/size';
import { ITEMS, PEOPLE, PERIODS, type Person, ReportModel, type Step } from './report-model';

const LONE_UNIT = 'so-nv';
const MUTATIONS: Readonly<Record<Step['does'], string>> = {
  submit: 'submitProgressReport',
  repeat: 'repeatProgressReport',
  save: 'saveProgressReportDraft',
  discard: 'discardProgressReportDraft',
  approve: 'approveProgressReport',
  return: 'returnProgressReport',
  withdraw: 'withdrawProgressReport',
  waive: 'waiveReport',
  reopen: 'reopenCycle',
};

const KINDS: readonly Step['does'][] = [
  ...(['submit', 'submit', 'submit', 'approve', 'approve', 'approve', 'approve', 'approve'] as const),
  ...(['return', 'withdraw', 'repeat', 'repeat', 'save', 'save', 'discard', 'waive', 'reopen'] as const),
];

/** A step as it is thought of: by whoever's turn it is, and one time in five by whoever comes along. */
type Thought = Omit<Step, 'who'> & { readonly who: Person | null };

const step: fc.Arbitrary<Thought> = fc.constantFrom(...KINDS).chain((does) =>
  fc.record({
    does: fc.constant(does),
    who: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, fc.constantFrom(...PEOPLE)),
    item: fc.constantFrom(0, 1, 1, 2),
    // reports of one place go on: the newest period is met most
    period: fc.constantFrom(2, 2, 2, 1, 0),
    percent: fc.constantFrom(0, 10, 50, 99.99, 100),
    hasReasons: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
    expectedVersion: fc.constantFrom(null, null, 0, 1, 2),
  }),
);

let desk: ReportDesk;
let clients: Readonly<Record<Person, ApiClient>>;
let cycleIds: readonly string[];

beforeAll(async () => {
  desk = await ReportDesk.open();
  await desk.addThirdLevel('PEOPLES_COMMITTEE');
  await desk.view.rows(
    `update account_role set valid_to = '2023-01-01' where role = 'APPROVER' and unit_id = (select id from unit where code = $1)`,
    [LONE_UNIT],
  );
  const lone = await makeAccount(desk.program, desk.view, { roles: [{ role: 'REPORTER', unit: LONE_UNIT }] });
  clients = { ...desk.clients, lone: lone.client };
  const cycles = await desk.view.rows<{ id: string }>(
    `select 'rc_' || c.id as id from reporting_cycle c join programme p on p.id = c.programme_id
     where p.code = '07-CTr/TU' and c.period = any($1) order by c.ends_on`,
    [PERIODS],
  );
  cycleIds = cycles.map(({ id }) => id);
});

afterAll(() => desk.close());

/** Three items of a case, the model of their reports, and the program that has to do as the model does. */
class Case {
  private readonly model = new ReportModel();
  /** Ids of reports and drafts, by their places; `undefined` before the first. */
  private readonly reportIds = ITEMS.map(() => PERIODS.map((): string[] => []));
  private readonly draftIds = ITEMS.map(() => PERIODS.map((): string | undefined => undefined));

  private constructor(private readonly items: readonly string[]) {}

  static async begin(): Promise<Case> {
    const items = itemIds(ITEMS.length);
    await desk.addItems(items, 'PARTY_COMMITTEE');
    await desk.view.rows(
      'update work_item set lead_unit_id = (select id from unit where code = $2) where id = $1::uuid',
      [items[ITEMS.indexOf('lone')], LONE_UNIT],
    );
    return new Case(items);
  }

  /** Takes a step on both sides; what is aimed at nothing is none. */
  async take(thought: Thought): Promise<void> {
    const one: Step = { ...thought, who: thought.who ?? this.model.turnOf(thought) };
    const input = this.inputOf(one);
    if (input === null) return;
    const expected = this.model.take(one);
    const payload = await mutate<{ progressReport?: Made; progressReportDraft?: Made }>(
      clients[one.who],
      MUTATIONS[one.does],
      input,
      FIELDS[one.does] ?? '',
    );
    expect([one, payload.userErrors.map(({ code }) => code)]).toEqual([one, expected]);
    if (expected.length === 0) this.remember(one, payload);
    await this.compare(one);
  }

  private remember({ does, item, period }: Step, { progressReport, progressReportDraft }: Remembered): void {
    if (does === 'submit' || does === 'repeat') this.reportIds[item]![period]!.push(progressReport!.id);
    if (does === 'save') this.draftIds[item]![period] = progressReportDraft!.id;
  }

  private inputOf({ does, item, period, percent, hasReasons, expectedVersion }: Step): object | null {
    const place = { workItemId: globalItemId(this.items[item]!), period: PERIODS[period] };
    const late = hasReasons ? { latenessReason: 'Chờ số liệu.' } : {};
    switch (does) {
      case 'submit': {
        const said = { percentComplete: percent, summary: 'Đã làm.', ...late };
        return { ...place, ...said, ...(hasReasons && { decreaseReason: 'Đính chính.' }) };
      }
      case 'repeat':
        return { ...place, ...late };
      case 'save':
        return { ...place, percentComplete: percent, expectedVersion };
      case 'discard': {
        const id = this.draftIds[item]![period];
        return id === undefined ? null : { progressReportDraftId: id, expectedVersion };
      }
      case 'waive':
        return { workItemId: place.workItemId, reportingCycleId: cycleIds[period], reason: 'Tạm dừng.' };
      case 'reopen':
        return {
          workItemId: place.workItemId,
          reportingCycleId: cycleIds[period],
          until: '2023-12-01',
          reason: 'Bổ sung.',
        };
      default: {
        const id = this.reportIds[item]![period]!.at(-1);
        if (id === undefined) return null;
        return { progressReportId: id, ...(does === 'return' && { reason: 'Thiếu minh chứng.' }) };
      }
    }
  }

  /** All reports and the draft of the step's place, and the item's percentage: as the model says. */
  private async compare({ item, period }: Step): Promise<void> {
    const { data } = await clients.secretariat.ask<Standing>(STANDING, {
      id: globalItemId(this.items[item]!),
      period: PERIODS[period],
    });
    const place = this.model.place({ item, period });
    const ids = this.reportIds[item]![period]!;
    const found = new Map(data.node.progressReports.nodes.map((report) => [report.id, report]));
    expect(ids.map((id) => found.get(id))).toEqual(
      place.reports.map(({ state, awaited, skipped, percent, superseded }, index) => ({
        id: ids[index],
        state,
        awaitedLevel: awaited,
        skippedLevels: skipped,
        percentComplete: percent,
        supersededAt: superseded ? (expect.any(String) as string) : null,
      })),
    );
    expect(found.size).toBe(ids.length);
    const pending = place.reports.filter(({ awaited }) => awaited !== null);
    expect(pending.length).toBeLessThanOrEqual(1);
    expect(data.node.percentComplete).toBe(this.model.percentOf(item));
    const drafts = await desk.view.rows(
      'select version from progress_report_draft where work_item_id = $1 and period = $2',
      [this.items[item], PERIODS[period]],
    );
    expect(drafts).toEqual(place.draft === null ? [] : [place.draft]);
  }
}

interface Made {
  readonly id: string;
}

interface Remembered {
  readonly progressReport?: Made;
  readonly progressReportDraft?: Made;
}

const FIELDS: Readonly<Record<string, string>> = {
  submit: 'progressReport { id }',
  repeat: 'progressReport { id }',
  save: 'progressReportDraft { id }',
};

interface Standing {
  readonly node: {
    readonly percentComplete: number;
    readonly progressReports: { readonly nodes: readonly (Made & Readonly<Record<string, unknown>>)[] };
  };
}

const STANDING = `query ($id: ID!, $period: Period!) { node(id: $id) { ... on WorkItem { percentComplete
  progressReports(first: 100, where: { period: { eq: $period } }) { nodes { id state awaitedLevel skippedLevels percentComplete supersededAt } } } } }`;

test(
  'whoever does whatever with reports in whatever order: they stand as the model says after each step, and refusals come exactly where it says',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 60, size: 'max' }), async (steps) => {
        const own = await Case.begin();
        for (const one of steps) await own.take(one);
      }),
      { numRuns: sized(4, 12), endOnFailure: sized(false, true) },
    );
  },
  sized(60_000, 900_000),
);
