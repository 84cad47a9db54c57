import { isEverCycleOfItemSql } from '../../src/progress/cycles/cycle-of-item.sql';
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
    sql: 'select code as key from work_item order by code collate natural_order',
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
    sql: `select 'ta_' || id as key from target order by programme_id, number collate natural_order, id`,
  },
  {
    field: 'reportingCycles',
    filter: 'ReportingCycleFilter',
    key: 'period',
    sql: 'select period as key from reporting_cycle order by ends_on desc, id desc',
  },
  {
    field: 'reportingRules',
    filter: 'ReportingRuleFilter',
    key: 'id',
    sql: `select 'rr_' || id as key from reporting_rule order by array_position('{MONTHLY,QUARTERLY,HALF_YEARLY,YEARLY}'::text[], kind), valid_from desc, id`,
  },
  {
    field: 'cycleReopenings',
    filter: 'CycleReopeningFilter',
    key: 'id',
    sql: `select 'cyr_' || id as key from cycle_reopening order by reopened_on desc, until desc, id desc`,
  },
  {
    field: 'reportWaivers',
    filter: 'ReportWaiverFilter',
    key: 'id',
    sql: `select 'rw_' || id as key from report_waiver order by waived_on desc, id desc`,
  },
  {
    field: 'expectedReports',
    filter: 'ExpectedReportFilter',
    key: 'id',
    sql: `select 'xr_' || x.id as key from (select md5(w.id::text || c.id::text)::uuid as id, c.due_on from work_item w
      join reporting_cycle c on ${isEverCycleOfItemSql('w', 'c', (table) => table)}) x order by due_on desc, id desc`,
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
    sql: `select 'do_' || id as key from document order by code collate natural_order`,
  },
  {
    field: 'appendices',
    filter: 'AppendixFilter',
    key: 'code',
    sql: 'select code as key from appendix order by code collate natural_order',
  },
  {
    field: 'indicators',
    filter: 'IndicatorFilter',
    key: 'code',
    sql: 'select code as key from indicator order by code collate natural_order',
  },
  {
    field: 'accounts',
    filter: 'AccountFilter',
    key: 'id',
    sql: `select 'ac_' || id as key from account order by display_name collate "vi-x-icu", id`,
  },
  {
    field: 'accountRoles',
    filter: 'AccountRoleFilter',
    key: 'id',
    sql: `select 'ar_' || id as key from account_role order by account_id, role collate "C", id`,
  },
  {
    field: 'unitHeirs',
    filter: 'UnitHeirFilter',
    key: 'id',
    sql: `select 'uh_' || id as key from unit_heir order by unit_id, share desc, heir_id, id`,
  },
  {
    field: 'committeeMemberships',
    filter: 'CommitteeMembershipFilter',
    key: 'id',
    sql: `select 'cm_' || id as key from committee_membership order by rank, as_of, id`,
  },
  {
    field: 'viewpoints',
    filter: 'ViewpointFilter',
    key: 'id',
    sql: `select 'vp_' || id as key from viewpoint order by number collate natural_order, id`,
  },
  {
    field: 'consultations',
    filter: 'ConsultationFilter',
    key: 'id',
    sql: `select 'co_' || id as key from consultation order by round desc, due_on, id`,
  },
  {
    field: 'documentSteps',
    filter: 'DocumentStepFilter',
    key: 'id',
    sql: `select 'dp_' || id as key from document_step order by recorded_at, id`,
  },
  {
    field: 'documentSections',
    filter: 'DocumentSectionFilter',
    key: 'id',
    sql: `select 'ds_' || id as key from document_section order by ordinal, id`,
  },
  {
    field: 'targetAssignments',
    filter: 'TargetAssignmentFilter',
    key: 'id',
    sql: `select 'tg_' || id as key from target_assignment order by starts_on, id`,
  },
  {
    field: 'workItemOversights',
    filter: 'WorkItemOversightFilter',
    key: 'id',
    sql: `select 'ov_' || id as key from work_item_oversight order by starts_on, id`,
  },
  {
    field: 'resources',
    filter: 'ResourceFilter',
    key: 'id',
    sql: `select 're_' || id as key from resource order by stated_on, id`,
  },
  {
    field: 'deliverables',
    filter: 'DeliverableFilter',
    key: 'id',
    sql: `select 'dl_' || id as key from deliverable order by due_on, number, id`,
  },
  {
    field: 'traces',
    filter: 'TraceFilter',
    key: 'id',
    sql: `select 'tc_' || id as key from trace order by traced_on, id`,
  },
  {
    field: 'displays',
    filter: 'DisplayFilter',
    key: 'name',
    sql: `select name as key from display order by name collate "vi-x-icu"`,
  },
  {
    field: 'nonWorkingDays',
    filter: 'NonWorkingDayFilter',
    key: 'id',
    sql: `select 'nw_' || id as key from non_working_day order by date`,
  },
  {
    field: 'adjustmentRequests',
    filter: 'AdjustmentRequestFilter',
    key: 'id',
    sql: `select 'aq_' || id as key from adjustment_request order by registered_at desc, id desc`,
  },
  {
    field: 'listReviews',
    filter: 'ListReviewFilter',
    key: 'id',
    sql: `select 'lr_' || id as key from list_review order by opened_on desc, due_on, id`,
  },
  {
    field: 'revisions',
    filter: 'RevisionFilter',
    key: 'id',
    sql: `select 'rv_' || id as key from revision order by applied_on, id`,
  },
  {
    field: 'persons',
    filter: 'PersonFilter',
    key: 'id',
    sql: `select 'pe_' || id as key from person order by display_name collate "vi-x-icu", id`,
  },
  {
    field: 'obstacles',
    filter: 'ObstacleFilter',
    key: 'id',
    sql: `select 'oc_' || id as key from obstacle order by raised_on, id`,
  },
  {
    field: 'serviceOutages',
    filter: 'ServiceOutageFilter',
    key: 'id',
    sql: `select 'so_' || id as key from service_outage order by starts_on desc, id desc`,
  },
  {
    field: 'progressReportDrafts',
    filter: 'ProgressReportDraftFilter',
    key: 'id',
    sql: `select 'rd_' || id as key from progress_report_draft order by saved_at desc, id desc`,
  },
  {
    field: 'dueMeasurements',
    filter: 'DueMeasurementFilter',
    key: 'id',
    sql: `select 'dm_' || md5(x.indicator_id || ' ' || x.period)::uuid as key
      from (select distinct t.indicator_id, p.period, p.ends_on, i.code from target t join indicator i on i.id = t.indicator_id
        join trajectory_point p on p.target_id = t.id
        where t.comparator <> 'QUALITATIVE' and p.ends_on < '2023-11-14' and not exists (select from measurement m
          where m.indicator_id = t.indicator_id and m.period = p.period and m.state = 'ACCEPTED' and m.superseded_at is null)) x
      order by x.ends_on, x.code collate natural_order, x.period, md5(x.indicator_id || ' ' || x.period)::uuid`,
  },
  {
    field: 'jobs',
    filter: 'JobFilter',
    key: 'id',
    sql: `select 'jb_' || md5('job ' || id)::uuid as key from graphile_worker.jobs order by run_at, md5('job ' || id)::uuid`,
  },
  {
    field: 'jobTasks',
    filter: 'JobTaskFilter',
    key: 'id',
    sql: `select 'jt_' || id as key from job_task order by name collate "C", id`,
  },
];
