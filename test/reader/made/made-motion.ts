import { DATES, MOMENTS, RowWriter } from './row-writer';

const LEVELS = ['UNIT', 'PEOPLES_COMMITTEE', 'PARTY_STANDING_BOARD', 'PARTY_COMMITTEE', 'PEOPLES_COUNCIL'];
const STATES = ['REGISTERED', 'UNIT_APPROVED', 'APPRAISED', 'APPROVED', 'REFUSED', 'RETURNED', 'WITHDRAWN'];
const CURSORS = ['1.9', null, '1.10', '2.3', null];
const NOTHING = JSON.stringify([]);

/** Makes what moves a programme: rules of reporting and exceptions to them, steps of review, reviews of lists, requests for adjustments and what came of them. */
export class MotionMaker extends RowWriter {
  async make(programmes: readonly string[], items: readonly string[], units: readonly string[]): Promise<void> {
    await this.reporting(programmes, items, units);
    await this.adjusting(programmes, items, units);
  }

  private async reporting(programmes: readonly string[], items: readonly string[], units: readonly string[]) {
    for (const kind of ['MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY']) {
      await this.times(2, 'reporting_rule', () => ({
        programme_id: this.choose.one(programmes),
        kind,
        opens_days_before_end: this.choose.between(0, 40),
        due_working_days: this.choose.between(-5, 10),
        closes_working_days: this.choose.between(0, 20),
        valid_from: this.choose.one(DATES.slice(0, 5)),
        valid_to: this.maybe(this.choose.one(DATES.slice(5))),
        made_since: this.choose.one(DATES),
        is_sample: this.choose.percent(50),
      }));
    }
    const cycles = await this.ids('reporting_cycle');
    await this.times(6, 'cycle_reopening', () => {
      const ofUnit = this.choose.percent(50);
      return {
        cycle_id: this.choose.one(cycles),
        unit_id: ofUnit ? this.choose.one(units) : null,
        work_item_id: ofUnit ? null : this.choose.one(items),
        until: this.choose.one(DATES),
        reason: this.name(),
        reopened_on: this.choose.one(DATES),
        is_sample: this.choose.percent(50),
      };
    });
    await this.times(6, 'report_waiver', () => ({
      work_item_id: this.choose.one(items),
      cycle_id: this.choose.one(cycles),
      reason: this.name(),
      waived_on: this.choose.one(DATES),
      is_sample: this.choose.percent(50),
    }));
    const reports = await this.ids('progress_report');
    await this.times(24, 'progress_report_review', () => ({
      progress_report_id: this.choose.one(reports),
      level: this.turn(['UNIT', 'SECRETARIAT', 'STANDING_DEPUTY_HEAD']),
      outcome: this.turn(['APPROVED', 'RETURNED', 'SKIPPED', 'APPROVED']),
      reviewed_by_id: this.maybe(this.choose.one(this.accountIds)),
      reviewed_at: this.choose.one(MOMENTS),
      note: this.maybe(this.name()),
    }));
  }

  private async adjusting(programmes: readonly string[], items: readonly string[], units: readonly string[]) {
    const [targets, appendices] = [await this.ids('target'), await this.ids('appendix')];
    const requests = await this.times(14, 'adjustment_request', () => ({
      programme_id: this.choose.one(programmes),
      unit_id: this.choose.one(units),
      state: this.turn(STATES),
      approval_level: this.turn(LEVELS),
      product: this.name(),
      target_id: this.choose.one(targets),
      objective: this.name(),
      resources: this.name(),
      reason: this.name(),
      requested: NOTHING,
      change_lines: NOTHING,
      effect_lines: NOTHING,
      effect_at: this.choose.one(MOMENTS),
      effect_cursor: this.turn(CURSORS),
      is_for: this.maybe(this.choose.percent(50)),
      opinion: this.maybe(this.name()),
      decision_number: this.maybe(this.name()),
      decision_date: this.maybe(this.choose.one(DATES)),
      applied_on: this.maybe(this.choose.one(DATES)),
      registered_by_id: this.choose.one(this.accountIds),
      registered_at: this.choose.one(MOMENTS),
      unit_approved_at: this.maybe(this.choose.one(MOMENTS)),
      is_sample: this.choose.percent(50),
    }));
    await this.times(21, 'adjustment_step', () => ({
      adjustment_request_id: this.choose.one(requests),
      kind: this.turn(STATES),
      state: this.turn(STATES),
      recorded_at: this.choose.one(MOMENTS),
      actor_id: this.choose.one(this.accountIds),
      note: this.maybe(this.name()),
      effect_lines: null,
      effect_cursor: this.turn(CURSORS),
      is_sample: this.choose.percent(50),
    }));
    await this.times(8, 'revision', () => {
      const [kind, id] = this.turn([
        ['WorkItem', this.choose.one(items)],
        ['Target', this.choose.one(targets)],
        ['Appendix', this.choose.one(appendices)],
      ] as const);
      return {
        adjustment_id: this.choose.one(requests),
        subject_type: kind,
        subject_id: id,
        work_item_id: kind === 'WorkItem' ? id : null,
        target_id: kind === 'Target' ? id : null,
        appendix_id: kind === 'Appendix' ? id : null,
        applied_on: this.choose.one(DATES),
        change_lines: NOTHING,
        is_sample: this.choose.percent(50),
      };
    });
    await this.times(6, 'work_item_baseline', () => ({
      work_item_id: this.choose.one(items),
      starts_on: this.choose.one(DATES.slice(0, 4)),
      due_on: this.choose.one(DATES.slice(5)),
      lead_unit_id: this.choose.one(units),
      product: this.maybe(this.name()),
      is_sample: this.choose.percent(50),
    }));
    await this.times(8, 'list_review', () => ({
      appendix_id: this.choose.one(appendices),
      unit_id: this.choose.one(units),
      opened_on: this.choose.one(DATES.slice(0, 5)),
      due_on: this.choose.one(DATES.slice(5)),
      confirmed_by_id: this.maybe(this.choose.one(this.accountIds)),
      confirmed_at: this.maybe(this.choose.one(MOMENTS)),
      note: this.maybe(this.name()),
      is_sample: this.choose.percent(50),
    }));
  }
}
