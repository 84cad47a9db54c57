/** A list as clients ask for it, and as the test does. */
export interface Listed {
  readonly field: string;
  readonly filter: string;
  readonly key: string;
  /** The same list by the test's own statement: keys in order. */
  readonly sql: string;
}

// written down here by themselves: the order is a promise to clients, not whatever the server does
export const LISTS: readonly Listed[] = [
  {
    field: 'workItems',
    filter: 'WorkItemFilter',
    key: 'code',
    sql: 'select code as key from work_item order by code collate "C"',
  },
  {
    field: 'units',
    filter: 'UnitFilter',
    key: 'id',
    sql: `select 'un_' || id as key from unit order by kind collate "C", name collate "vi-x-icu", id`,
  },
  {
    field: 'progressReports',
    filter: 'ProgressReportFilter',
    key: 'receiptCode',
    sql: 'select receipt_code as key from progress_report order by changed_at desc, id desc',
  },
  {
    field: 'measurements',
    filter: 'MeasurementFilter',
    key: 'id',
    sql: `select 'me_' || id as key from measurement order by ends_on desc, recorded_at desc, id desc`,
  },
  {
    field: 'targets',
    filter: 'TargetFilter',
    key: 'id',
    sql: `select 'ta_' || id as key from target order by programme_id, number collate "C", id`,
  },
  {
    field: 'reportingCycles',
    filter: 'ReportingCycleFilter',
    key: 'period',
    sql: 'select period as key from reporting_cycle order by ends_on desc, id desc',
  },
  {
    field: 'events',
    filter: 'EventFilter',
    key: 'cursor',
    sql: `select epoch || '.' || position as key from event_log order by position`,
  },
  {
    field: 'terms',
    filter: 'TermFilter',
    key: 'id',
    sql: `select 'te_' || id as key from term order by year_from, id`,
  },
  {
    field: 'programmes',
    filter: 'ProgrammeFilter',
    key: 'code',
    sql: 'select code as key from programme order by number, id',
  },
  {
    field: 'documents',
    filter: 'DocumentFilter',
    key: 'id',
    sql: `select 'do_' || id as key from document order by code collate "C"`,
  },
  {
    field: 'appendices',
    filter: 'AppendixFilter',
    key: 'code',
    sql: 'select code as key from appendix order by code collate "C"',
  },
  {
    field: 'indicators',
    filter: 'IndicatorFilter',
    key: 'code',
    sql: 'select code as key from indicator order by code collate "C"',
  },
  {
    field: 'persons',
    filter: 'PersonFilter',
    key: 'id',
    sql: `select 'pe_' || id as key from person order by display_name collate "vi-x-icu", id`,
  },
];
