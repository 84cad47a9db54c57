import type { DatabaseView } from '../../support/database-view';
import { Chooser } from './chooser';
import { seededChance } from './seeded-chance';

/** Names that sort, fold and quote in their own way. None is longer than a short name may be. */
const NAMES = [
  'Đông Anh',
  'Dong Anh',
  'đông anh',
  'Đồng',
  'Động',
  'Ô Chợ Dừa',
  'O Chợ Dừa',
  'Ơ',
  'ơ',
  'Ư',
  'Ủy ban',
  'Ủy ban'.normalize('NFD'),
  'ủy ban',
  'U',
  'O\'Neil "Tân" \\ b',
  '100% _thật_ $1',
  '🏙️ Thành phố',
  '\ue000 vùng riêng',
  'co-op',
  'coop',
  'CO OP',
  ' đầu dòng',
  'Zạ',
  'ạ',
  'á',
  'Á',
  'â',
  '1',
  '10',
  '2',
  '',
  'dòng\nmới\tvà <b>',
];
const MOMENTS = [
  '2023-10-01T00:00:00Z',
  '2023-10-01T00:00:00.001Z',
  '2023-11-13T16:59:59.999Z',
  '2023-11-13T17:00:00Z',
  '2022-12-31T17:00:00Z',
  '2023-01-01T12:00:00Z',
  '2021-01-03T23:30:00Z',
  '2023-03-12T07:30:00Z',
  '2020-02-29T20:00:00.120Z',
];
const DATES = [
  '2020-02-29',
  '2021-01-03',
  '2021-01-04',
  '2022-12-31',
  '2023-06-30',
  '2023-07-01',
  '2023-11-13',
  '2023-11-14',
  '2024-12-30',
  '2026-01-01',
];
const NUMBERS = [0, 0.1, 0.2, 33.33, 66.67, 50, 99.99, 100, 12.5];
const WIDE_NUMBERS = [...NUMBERS, -5, 1e-7, 12345678.9, 1e15, 0.3333];
const HEALTHS = ['OVERDUE', 'AT_RISK', 'ON_TRACK', 'COMPLETED', 'NOT_DUE'];
const RELIABILITIES = ['HIGH', 'MEDIUM', 'LOW'];
const DOCUMENT_STATES = ['DRAFTING', 'CONSULTING', 'FINALISED', 'SUBMITTED', 'SUBMITTED', 'ISSUED', 'WITHDRAWN'];
const LEVELS = ['UNIT', 'PEOPLES_COMMITTEE', 'PARTY_STANDING_BOARD', 'PARTY_COMMITTEE', 'PEOPLES_COUNCIL'];
const STATES = ['DRAFT', 'SUBMITTED', 'UNIT_APPROVED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN'];

/**
 * Adds rows beside the demo's that are hard to get right: nulls wherever they may stand, equal keys of every order, every state, names of every kind,
 * subjects that are hidden or gone. The same seed adds the same rows.
 */
export async function makeRows(view: DatabaseView, accountIds: readonly string[], seed: number): Promise<void> {
  await new RowMaker(view, accountIds, new Chooser(seededChance(seed))).make();
}

class RowMaker {
  private made = 0;

  constructor(
    private readonly view: DatabaseView,
    private readonly accountIds: readonly string[],
    private readonly choose: Chooser,
  ) {}

  async make(): Promise<void> {
    const units = [...(await this.ids('unit')), ...(await this.units())];
    const persons = await this.times(6, 'person', () => ({
      code: this.code(),
      display_name: this.name(),
      unit_id: this.maybe(this.choose.one(units)),
    }));
    for (const id of this.accountIds) {
      await this.view.rows('update account set display_name = $2 where id = $1', [id, this.name()]);
    }
    const programmes = await this.ids('programme');
    const items = await this.items(units, persons, programmes);
    await this.targets(programmes, units);
    await this.reports(items);
    await this.displays(programmes);
    await this.events(units, programmes);
  }

  private async units(): Promise<string[]> {
    const known = await this.ids('unit');
    const made = await this.times(16, 'unit', () => ({
      code: this.code(),
      ...this.names(),
      kind: this.choose.one(['DEPARTMENT', 'DISTRICT', 'PARTY_BODY', 'ELECTED_BODY', 'EXECUTIVE_BODY', 'MINISTRY']),
      parent_id: this.maybe(this.choose.one(known)),
      valid_from: this.maybe(this.choose.one(DATES.slice(0, 4))),
      valid_to: this.maybe(this.choose.one(DATES.slice(6))),
      is_sample: this.choose.percent(50),
      ...this.source(),
    }));
    await this.times(6, 'unit_succession', () => ({
      predecessor_id: this.choose.one(made.slice(0, 8)),
      successor_id: this.choose.one(made.slice(8)),
      effective_on: this.choose.one(DATES),
      share: this.choose.one([0.5, 0.3333, 1, 0.0001]),
      ...this.source(),
    }));
    return made;
  }

  private async items(
    units: readonly string[],
    persons: readonly string[],
    programmes: readonly string[],
  ): Promise<string[]> {
    const standing = await this.ids('document');
    const documents = await this.times(8, 'document', () => ({
      code: this.code(),
      ...this.way(units, standing),
      programme_id: this.maybe(this.choose.one(programmes)),
      number: this.maybe(this.choose.one(['1', '10', '2', '7a', '7B', 'Đ-2', 'e'])),
      kind: this.choose.one([
        'REGULATION',
        'ASSIGNMENT',
        'PLAN',
        'INSPECTION_PLAN',
        'SCHEME',
        'PROGRAMME',
        'POLICY_PROPOSAL',
      ]),
      title: this.name(),
      title_en: this.name(),
      issuer: this.maybe(this.name()),
      year: this.maybe(this.choose.one([2021, 2022, 2023])),
      issued_on: this.maybe(this.choose.one(DATES)),
      reported_on: this.maybe(this.choose.one(DATES)),
      ...this.source(),
    }));
    await this.papers(documents, units);
    const appendices = await this.times(3, 'appendix', () => ({
      code: this.code(),
      document_id: this.choose.one(documents),
      title: this.name(),
      title_en: this.name(),
      expected_count: this.choose.between(1, 3),
      ...this.source(),
    }));
    const items = await this.times(18, 'work_item', () => this.item(units, persons, programmes, appendices));
    await this.times(30, 'milestone', () => ({
      work_item_id: this.choose.one(items),
      number: this.choose.between(1, 5),
      title: this.name(),
      title_en: this.name(),
      due_on: this.choose.one(DATES),
      planned_percent: this.choose.one(NUMBERS),
      reached_on: this.maybe(this.choose.one(DATES)),
    }));
    await this.times(24, 'unit_role', () => ({
      work_item_id: this.choose.one(items),
      role: this.choose.one(['COOPERATING', 'ADVISORY', 'MONITORING']),
      unit_id: this.choose.one(units),
      rank: this.choose.between(1, 2),
    }));
    return items;
  }

  /** How far a document has come: whatever the rules would say of it. */
  private way(units: readonly string[], standing: readonly string[]): Record<string, unknown> {
    return {
      state: this.choose.one(DOCUMENT_STATES),
      approval_level: this.maybe(this.choose.one(LEVELS)),
      implements_id: this.maybe(this.choose.one(standing)),
      drafting_unit_id: this.maybe(this.choose.one(units)),
      submit_by: this.maybe(this.choose.one(DATES.slice(0, 5))),
      issue_by: this.maybe(this.choose.one(DATES.slice(4))),
      submitted_on: this.maybe(this.choose.one(DATES)),
      submissions: this.choose.between(0, 2),
      is_sample: this.choose.percent(50),
    };
  }

  private async papers(documents: readonly string[], units: readonly string[]): Promise<void> {
    const versions = await this.times(14, 'document_version', () => ({
      document_id: this.choose.one(documents),
      number: this.choose.between(1, 3),
      note: this.name(),
      written_by_id: this.choose.one(this.accountIds),
      written_at: this.choose.one(MOMENTS),
      is_sample: this.choose.percent(50),
    }));
    await this.times(24, 'document_section', () => ({
      version_id: this.choose.one(versions),
      ordinal: this.choose.between(1, 3),
      kind: this.choose.one(['PURPOSE', 'CONTENT', 'ORGANISATION', 'DUTIES', 'BODY']),
      text: this.name(),
      is_sample: this.choose.percent(50),
    }));
    await this.times(24, 'document_step', () => ({
      document_id: this.choose.one(documents),
      kind: this.choose.one(['DRAFTED', 'SUBMITTED', 'APPROVED', 'APPROVED', 'RETURNED', 'ISSUED']),
      state: this.choose.one(DOCUMENT_STATES),
      level: this.maybe(this.choose.one(LEVELS)),
      submission: this.choose.between(0, 2),
      version_number: this.choose.between(1, 3),
      taken_on: this.choose.one(DATES),
      recorded_at: this.choose.one(MOMENTS),
      actor_id: this.choose.one(this.accountIds),
      note: this.maybe(this.name()),
      is_sample: this.choose.percent(50),
    }));
    await this.times(24, 'consultation', () => ({
      document_id: this.choose.one(documents),
      round: this.choose.between(1, 3),
      version_number: this.choose.between(1, 3),
      unit_id: this.choose.one(units),
      asked_on: this.choose.one(DATES.slice(0, 5)),
      due_on: this.choose.one(DATES.slice(5)),
      answered_on: this.maybe(this.choose.one(DATES)),
      opinion: this.maybe(this.choose.one(['AGREED', 'AGREED_WITH_COMMENTS', 'DISAGREED'])),
      text: this.maybe(this.name()),
      recorded_by_id: this.maybe(this.choose.one(this.accountIds)),
      verdict: this.maybe(this.choose.one(['TAKEN_IN', 'TAKEN_IN_PART', 'NOT_TAKEN_IN'])),
      verdict_reason: this.maybe(this.name()),
      resolved_on: this.maybe(this.choose.one(DATES)),
      resolved_by_id: this.maybe(this.choose.one(this.accountIds)),
      is_sample: this.choose.percent(50),
    }));
  }

  private item(
    units: readonly string[],
    persons: readonly string[],
    programmes: readonly string[],
    appendices: readonly string[],
  ): Record<string, unknown> {
    return {
      code: this.code(),
      number: this.made,
      kind: this.choose.one(['SCHEME', 'PROJECT', 'PROGRAMME', 'PLAN', 'TASK']),
      title: this.name(),
      title_en: this.name(),
      short_name: this.name(),
      short_name_en: this.name(),
      programme_id: this.choose.one(programmes),
      appendix_id: this.choose.one(appendices),
      lead_unit_id: this.choose.one(units),
      responsible_person_id: this.maybe(this.choose.one(persons)),
      starts_on: this.choose.one(DATES.slice(0, 5)),
      due_on: this.choose.one(DATES.slice(5)),
      percent_complete: this.choose.one(NUMBERS),
      completed_on: this.maybe(this.choose.one(DATES.slice(4, 8)), 70),
      claimed_health: this.maybe(this.choose.one(HEALTHS)),
      verified_health: this.maybe(this.choose.one(HEALTHS)),
      last_reported_at: this.maybe(this.choose.one(MOMENTS)),
      last_reported_period_ends_on: this.maybe(this.choose.one(DATES)),
      is_sample: this.choose.percent(50),
    };
  }

  private async targets(programmes: readonly string[], units: readonly string[]): Promise<void> {
    const indicators = await this.times(6, 'indicator', () => ({
      code: this.code(),
      name: this.name(),
      name_en: this.name(),
      unit_of_measure: this.maybe(this.choose.one(['%', 'triệu đồng', 'km²'])),
      unit_of_measure_en: this.maybe('%'),
      ...this.source(),
    }));
    const all = await this.ids('indicator');
    await this.times(60, 'measurement', () => ({
      indicator_id: this.choose.one(this.choose.percent(60) ? indicators : all),
      period: this.choose.one(['2021', '2022-H1', '2023-Q1', '2023-Q2', '2022-07']),
      ends_on: this.choose.one(['2021-12-31', '2022-06-30', '2023-06-30']),
      value: this.choose.one(WIDE_NUMBERS),
      state: this.choose.one(['PROVISIONAL', 'ACCEPTED', 'ACCEPTED']),
      note: this.maybe(this.name()),
      unit_id: this.maybe(this.choose.one(units)),
      superseded_at: this.maybe(this.choose.one(MOMENTS), 80),
      recorded_at: this.choose.one([...MOMENTS, '2024-05-01T00:00:00Z']),
      is_sample: this.choose.percent(50),
      ...this.source(),
    }));
    const corrected = await this.ids('measurement');
    await this.times(10, 'measurement', () => ({
      indicator_id: this.choose.one(indicators),
      period: '2023-Q1',
      ends_on: '2023-03-31',
      value: this.choose.one(WIDE_NUMBERS),
      state: 'ACCEPTED',
      corrects_id: this.choose.one(corrected),
      correction_reason: this.name(),
      recorded_at: this.choose.one(MOMENTS),
      ...this.source(),
    }));
    const targets = await this.times(10, 'target', () => ({
      programme_id: this.choose.one(programmes),
      number: `${this.made}${this.choose.one(['', 'a', 'B', 'đ', 'e'])}`,
      ...this.names(),
      comparator: this.choose.one(['GT', 'GTE', 'LT', 'LTE', 'EQ', 'APPROX', 'RANK', 'QUALITATIVE']),
      value: this.maybe(this.choose.one(WIDE_NUMBERS)),
      value_high: this.maybe(this.choose.one(WIDE_NUMBERS)),
      wording: this.name(),
      due_on: this.choose.one(DATES),
      baseline: this.maybe(this.choose.one(NUMBERS)),
      baseline_on: this.maybe(this.choose.one(DATES)),
      indicator_id: this.choose.one(indicators),
      assessed_health: this.maybe(this.choose.one(HEALTHS)),
      ...this.source(),
    }));
    await this.times(20, 'trajectory_point', () => ({
      target_id: this.choose.one(targets),
      period: this.choose.one(['2021', '2022', '2023', '2023-H1', '2024']),
      ends_on: this.choose.one(DATES),
      expected: this.choose.one(NUMBERS),
    }));
  }

  private async reports(made: readonly string[]): Promise<void> {
    const items = await this.view.rows<{ id: string; programme_id: string; lead_unit_id: string }>(
      'select id, programme_id, lead_unit_id from work_item order by code collate "C"',
    );
    const cycles = await this.view.rows<{ id: string; programme_id: string; period: string }>(
      'select id, programme_id, period from reporting_cycle order by period, id',
    );
    const milestones = await this.ids('milestone');
    const old = items.filter(
      ({ id, programme_id }) => !made.includes(id) && cycles.some((cycle) => cycle.programme_id === programme_id),
    );
    await this.times(90, 'progress_report', () => {
      const item = this.choose.one(this.choose.percent(60) ? old : items);
      const own = cycles.filter((cycle) => cycle.programme_id === item.programme_id);
      const cycle = this.choose.one(own.length > 0 ? own : cycles);
      return {
        work_item_id: item.id,
        cycle_id: cycle.id,
        period: cycle.period,
        unit_id: item.lead_unit_id,
        milestone_ids: this.choose.some(milestones, this.choose.one([0, 0, 1, 2, 3])),
        ...this.report(),
      };
    });
  }

  private report(): Record<string, unknown> {
    return {
      receipt_code: `made-${this.made}`,
      state: this.choose.one(STATES),
      percent_complete: this.choose.one(NUMBERS),
      summary: this.name(),
      difficulties: this.maybe(this.name()),
      proposals: this.maybe(this.name()),
      claimed_health: this.maybe(this.choose.one(HEALTHS)),
      health_reason: this.maybe(this.name()),
      decrease_reason: this.maybe(this.name()),
      lateness_reason: this.maybe(this.name()),
      is_late: this.choose.percent(40),
      submitted_by_id: this.choose.one(this.accountIds),
      submitted_at: this.choose.one(MOMENTS),
      unit_approved_by_id: this.maybe(this.choose.one(this.accountIds)),
      unit_approved_at: this.maybe(this.choose.one(MOMENTS)),
      accepted_by_id: this.maybe(this.choose.one(this.accountIds)),
      accepted_at: this.maybe(this.choose.one(MOMENTS)),
      review_note: this.maybe(this.name()),
      superseded_at: this.maybe(this.choose.one(MOMENTS)),
      changed_at: this.choose.one(MOMENTS),
      version: this.choose.between(1, 3),
      is_sample: this.choose.percent(50),
    };
  }

  private async displays(programmes: readonly string[]): Promise<void> {
    await this.times(6, 'display', () => ({
      name: `${this.name()} ${this.made}`,
      programme_id: this.choose.one(programmes),
      account_id: this.choose.one(this.accountIds),
      created_at: this.choose.one(MOMENTS),
      revoked_at: this.maybe(this.choose.one(MOMENTS)),
    }));
  }

  /** Events of every audience: about rows of every kind, hidden ones, rows that are gone, and about nothing. */
  private async events(units: readonly string[], programmes: readonly string[]): Promise<void> {
    const reports = await this.ids('progress_report');
    const subjects = [
      ...reports.map((id) => ['ProgressReport', id]),
      ...(await this.ids('measurement')).map((id) => ['Measurement', id]),
      ...(await this.ids('work_item')).slice(0, 9).map((id) => ['WorkItem', id]),
      ...(await this.ids('display')).map((id) => ['Display', id]),
      ...this.accountIds.map((id) => ['Account', id]),
      ['ProgressReport', this.uuid()],
      ['Nothing', this.uuid()],
      [null, null],
    ];
    for (let index = 0; index < 40; index += 1) {
      const [type, id] = this.choose.one(subjects);
      const actor = this.maybe(this.choose.one(this.accountIds));
      await this.view.rows(
        `insert into outbox (type, occurred_at, unit_id, programme_id, actor_id, actor_name, subject_type, subject_id, audience, tags, data)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '{}', $10)`,
        [
          this.choose.one(['MADE_ONE', 'MADE_TWO', 'Made three']),
          this.choose.one(MOMENTS),
          this.maybe(this.choose.one(units)),
          this.maybe(this.choose.one(programmes)),
          actor,
          actor === null ? null : this.name(),
          type,
          id,
          this.choose.one(['EVERYONE', 'UNIT', 'RECORDS']),
          JSON.stringify(this.choose.one([{}, { b: 1, a: [null, { z: 'đ' }] }, [1, 2.5], { text: "a\\b\n'" }])),
        ],
      );
    }
    await this.view.rows('select sequence_events()');
  }

  /** Inserts so many rows; a row that another one forbids is left out. Gives the ids of those that were inserted. */
  private async times(count: number, table: string, make: () => Record<string, unknown>): Promise<string[]> {
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      this.made += 1;
      const row = { id: this.uuid(), ...make() };
      const columns = Object.keys(row);
      const found = await this.view.rows<{ id: string }>(
        `insert into "${table}" (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})
         on conflict do nothing returning id`,
        Object.values(row),
      );
      ids.push(...found.map(({ id }) => id));
    }
    return ids;
  }

  private async ids(table: string): Promise<string[]> {
    return (await this.view.rows<{ id: string }>(`select id from "${table}" order by id`)).map(({ id }) => id);
  }

  private names(): Record<string, string> {
    return { name: this.name(), name_en: this.name(), short_name: this.name(), short_name_en: this.name() };
  }

  private source(): Record<string, unknown> {
    return {
      source_citations: this.choose.some(['https://a.test/?q=1&b="2"', 'Báo', ''], this.choose.between(0, 2)),
      source_reliability: this.maybe(this.choose.one(RELIABILITIES)),
      source_note: this.maybe(this.name()),
    };
  }

  private name(): string {
    return this.choose.one(NAMES);
  }

  private code(): string {
    return `${this.choose.one(['ma', 'Ma', 'đ', 'z-', 'A_'])}${this.made}`;
  }

  private maybe<Thing>(thing: Thing, chance = 40): Thing | null {
    return this.choose.percent(chance) ? null : thing;
  }

  private uuid(): string {
    const digits = Array.from({ length: 32 }, () => this.choose.between(0, 15).toString(16)).join('');
    return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
  }
}
