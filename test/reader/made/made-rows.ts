import type { DatabaseView } from '../../support/database-view';
import { Chooser } from './chooser';
import { FrameMaker } from './made-frame';
import { MotionMaker } from './made-motion';
import { PaperMaker } from './made-papers';
import { WorkMaker } from './made-work';
import { DATES, MOMENTS, RowWriter } from './row-writer';
import { seededChance } from './seeded-chance';

const NUMBERS = [0, 0.1, 0.2, 33.33, 66.67, 50, 99.99, 100, 12.5];
// as large as what differs from them by hundredths can be shown exactly
const WIDE_NUMBERS = [...NUMBERS, -5, 1e-7, 12345678.9, 1e12, 0.3333];
const HEALTHS = ['OVERDUE', 'AT_RISK', 'ON_TRACK', 'COMPLETED', 'NOT_DUE'];
const LEVELS = ['UNIT', 'PEOPLES_COMMITTEE', 'PARTY_STANDING_BOARD', 'PARTY_COMMITTEE', 'PEOPLES_COUNCIL', null];
const STATES = ['DRAFT', 'SUBMITTED', 'UNIT_APPROVED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN'];

/**
 * Adds rows beside the demo's that are hard to get right: nulls wherever they may stand, equal keys of every order, every state, names of every kind,
 * subjects that are hidden or gone. The same seed adds the same rows.
 */
export async function makeRows(view: DatabaseView, accountIds: readonly string[], seed: number): Promise<void> {
  await new RowMaker({ view, accountIds, choose: new Chooser(seededChance(seed)), made: 0 }).make();
}

class RowMaker extends RowWriter {
  private readonly frame = new FrameMaker(this.given);
  private readonly papers = new PaperMaker(this.given);
  private readonly work = new WorkMaker(this.given);
  private readonly motion = new MotionMaker(this.given);

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
    await this.frame.make(programmes);
    const items = await this.items(units, persons, programmes);
    await this.targets(programmes, units);
    await this.committee(items);
    await this.work.make(items, programmes);
    await this.reports(items);
    await this.displays(programmes);
    await this.events(units, programmes);
    await this.nonWorkingDays();
    await this.obstacles(items, units);
    await this.motion.make(programmes, items, units);
    await this.drafts();
  }

  /** Drafts of reports: one of an item, a cycle and a unit, of whatever unit. */
  private async drafts(): Promise<void> {
    const places = await this.view.rows<{ work_item_id: string; cycle_id: string; period: string; unit_id: string }>(
      `select w.id as work_item_id, c.id as cycle_id, c.period, w.lead_unit_id as unit_id from work_item w
       join reporting_cycle c on c.programme_id = w.programme_id order by w.code collate "C", c.period collate "C", c.id`,
    );
    const milestones = await this.ids('milestone');
    for (let index = 0; index < 24; index += 1) {
      const [place] = places.splice(this.choose.between(0, places.length - 1), 1);
      await this.times(1, 'progress_report_draft', () => ({
        ...place,
        percent_complete: this.maybe(this.choose.one(NUMBERS)),
        summary: this.maybe(this.name()),
        difficulties: this.maybe(this.name()),
        proposals: this.maybe(this.name()),
        milestone_ids: this.choose.some(milestones, this.choose.one([0, 0, 1, 2, 3])),
        claimed_health: this.maybe(this.choose.one(HEALTHS)),
        health_reason: this.maybe(this.name()),
        decrease_reason: this.maybe(this.name()),
        lateness_reason: this.maybe(this.name()),
        saved_by_id: this.choose.one(this.accountIds),
        saved_at: this.choose.one(MOMENTS),
        version: this.choose.between(1, 3),
        is_sample: this.choose.percent(50),
      }));
    }
  }

  private async obstacles(items: readonly string[], units: readonly string[]): Promise<void> {
    const targets = await this.ids('target');
    for (const state of ['OPEN', 'IN_HAND', 'RESOLVED', 'OPEN', 'IN_HAND', 'RESOLVED', 'IN_HAND']) {
      const ofItem = this.choose.percent(70);
      await this.times(3, 'obstacle', () => ({
        work_item_id: ofItem ? this.choose.one(items) : null,
        target_id: ofItem ? null : this.choose.one(targets),
        text: this.name(),
        proposal: this.maybe(this.name()),
        decided_by: LEVELS[this.made % LEVELS.length],
        raised_by_id: this.maybe(this.choose.one(this.accountIds)),
        unit_id: this.choose.one(units),
        raised_on: this.choose.one(DATES),
        state,
        taken_up_on: this.maybe(this.choose.one(DATES)),
        taken_up_by_id: this.maybe(this.choose.one(this.accountIds)),
        decision: state === 'RESOLVED' ? this.name() : null,
        resolved_on: state === 'RESOLVED' ? this.choose.one(DATES) : null,
        resolved_by_id: this.maybe(this.choose.one(this.accountIds)),
        is_sample: this.choose.percent(50),
      }));
    }
    await this.times(3, 'service_outage', () => {
      const startsOn = this.choose.one(DATES);
      return {
        starts_on: startsOn,
        ends_on: startsOn,
        reason: this.name(),
        recorded_by_id: this.maybe(this.choose.one(this.accountIds)),
        recorded_on: startsOn,
        is_sample: this.choose.percent(50),
      };
    });
  }

  private async nonWorkingDays(): Promise<void> {
    for (const date of DATES) {
      await this.times(1, 'non_working_day', () => ({
        date,
        kind: this.choose.one(['HOLIDAY', 'SUBSTITUTE', 'SWAPPED_WORKDAY']),
        name: this.name(),
        name_en: this.name(),
        legal_ground: this.name(),
        is_decided: this.choose.percent(70),
        ...this.source(),
      }));
    }
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
    const documents = await this.papers.make(units, programmes);
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
      concrete_objective: this.maybe(this.name()),
      product: this.maybe(this.name()),
      approval_level: this.maybe(this.choose.one(['UNIT', 'PEOPLES_COMMITTEE', 'PARTY_COMMITTEE'])),
      starts_on: this.choose.one(DATES.slice(0, 5)),
      due_on: this.choose.one(DATES.slice(5)),
      is_in_force: this.choose.percent(80),
      percent_complete: this.choose.one(NUMBERS),
      completed_on: this.maybe(this.choose.one(DATES.slice(4, 8)), 70),
      claimed_health: this.turn([...HEALTHS, null]),
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
      ...this.promise(),
      wording: this.name(),
      due_on: this.choose.one(DATES),
      baseline: this.maybe(this.choose.one(NUMBERS)),
      baseline_on: this.maybe(this.choose.one(DATES)),
      indicator_id: this.choose.one(indicators),
      assessed_health: this.turn([...HEALTHS, null, null]),
      ...this.source(),
    }));
    await this.times(20, 'trajectory_point', () => ({
      target_id: this.choose.one(targets),
      period: this.choose.one(['2021', '2022', '2023', '2023-H1', '2024']),
      ends_on: this.choose.one(DATES),
      expected: this.choose.one(NUMBERS),
    }));
  }

  /** What a target promises: of a range the upper bound is not below the lower one. */
  private promise(): Record<string, unknown> {
    const comparator = this.turn(['GT', 'GTE', 'LT', 'LTE', 'EQ', 'RANGE', 'APPROX', 'RANK', 'QUALITATIVE']);
    const [low, high] = [this.maybe(this.choose.one(WIDE_NUMBERS)), this.maybe(this.choose.one(WIDE_NUMBERS))];
    const isTurned = comparator === 'RANGE' && low !== null && high !== null && high < low;
    return { comparator, value: isTurned ? high : low, value_high: isTurned ? low : high };
  }

  private async committee(items: readonly string[]): Promise<void> {
    const committees = await this.ids('steering_committee');
    const made = await this.times(8, 'committee_membership', () => ({
      committee_id: this.choose.one(committees),
      role: this.choose.one(['HEAD', 'STANDING_DEPUTY_HEAD', 'DEPUTY_HEAD', 'MEMBER']),
      role_name: this.name(),
      office: `${this.name()} ${this.made}`,
      rank: this.choose.between(1, 3),
      as_of: this.choose.one(DATES.slice(0, 4)),
      starts_on: this.maybe(this.choose.one(DATES.slice(0, 4))),
      ends_on: this.maybe(this.choose.one(DATES.slice(4))),
      is_sample: this.choose.percent(50),
      ...this.source(),
    }));
    const members = [...made, ...(await this.ids('committee_membership'))];
    const targets = await this.ids('target');
    const charge = () => ({
      membership_id: this.choose.one(members),
      starts_on: this.choose.one(DATES.slice(0, 6)),
      ends_on: this.maybe(this.choose.one(DATES.slice(6))),
      is_sample: this.choose.percent(50),
    });
    await this.times(24, 'target_assignment', () => ({ ...charge(), target_id: this.choose.one(targets) }));
    await this.times(24, 'work_item_oversight', () => ({ ...charge(), work_item_id: this.choose.one(items) }));
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
}
