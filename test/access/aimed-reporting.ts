import type { DatabaseView } from '../support/database-view';

type Aim = (view: DatabaseView) => Promise<object>;

let counter = 0;

const one = async (view: DatabaseView, sql: string, values: readonly unknown[] = []): Promise<string> =>
  (await view.row<{ id: string }>(sql, values)).id;

/** A programme without items, so that what is made here is nobody's work: anew each time, since rules of one kind exclude each other. */
const programme = (view: DatabaseView): Promise<string> => {
  counter += 1;
  return one(
    view,
    `insert into programme (code, number, title, title_en, short_name, short_name_en, period_from, period_to, term_id, standing_agency_id)
     select $1, $2, 'x', 'x', 'x', 'x', 2021, 2025, term_id, standing_agency_id from programme where number = 7 returning 'pr_' || id as id`,
    [`reported-${counter}`, 2_000 + counter],
  );
};

const DATES = { opensOn: '2023-11-01', dueOn: '2023-12-05', closesOn: '2023-12-20' };
const RULE = {
  kind: 'MONTHLY',
  opensDaysBeforeEnd: 5,
  dueWorkingDays: 5,
  closesWorkingDays: 5,
  validFrom: '2030-01-01',
};

/** What mutations on reporting are aimed at. */
export const REPORTING_AIMS: Readonly<Record<string, Aim>> = {
  setReportingRule: async (view) => ({ ...RULE, programmeId: await programme(view) }),
  endReportingRule: async (view) => ({
    reportingRuleId: await one(
      view,
      `insert into reporting_rule (programme_id, kind, opens_days_before_end, due_working_days, closes_working_days, valid_from, made_since)
       select id, 'YEARLY', 5, 5, 5, '2030-01-01', '2030-01-01' from programme where 'pr_' || id = $1 returning 'rr_' || id as id`,
      [await programme(view)],
    ),
    validTo: '2031-12-31',
  }),
  addReportingCycle: async (view) => ({ ...DATES, programmeId: await programme(view), title: 'x', period: '2023-11' }),
  reopenCycle: async (view) => ({
    reportingCycleId: await one(view, `select 'rc_' || id as id from reporting_cycle where period = '2022-Q1'`),
    workItemId: await one(view, `select 'wi_' || id as id from work_item where code = '07-31'`),
    until: '2023-12-01',
    reason: 'x',
  }),
  waiveReport: async (view) => {
    await view.rows(`delete from report_waiver where reason = 'made'`);
    return {
      reportingCycleId: await one(view, `select 'rc_' || id as id from reporting_cycle where period = '2024-Q1'`),
      workItemId: await one(view, `select 'wi_' || id as id from work_item where code = '07-31'`),
      reason: 'made',
    };
  },
};
