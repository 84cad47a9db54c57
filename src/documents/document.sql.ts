import { holderOnSql } from '../organisation/public';
import type { DerivedSql } from '../platform/reader/model/declarations';
import { routeOf } from './route/approval-level.rules';
import { ApprovalLevel } from './route/approval-level.state';
import { isOpenSql } from './consultations/consultation.sql';

const ROUTES = Object.values(ApprovalLevel)
  .map((level) => `when '${level}' then '{${routeOf(level).join(',')}}'::text[]`)
  .join(' ');

/** The levels of the approval route; none where the level is not known. */
export const routeSql: DerivedSql = (row) => `(case ${row}.approval_level ${ROUTES} else '{}'::text[] end)`;

/** The first level of the route that has not approved the latest submission; null for what is not submitted. */
export const awaitedLevelSql: DerivedSql = (row, moment) => `(case when ${row}.state = 'SUBMITTED' then (
    select level from unnest(${routeSql(row, moment)}) with ordinality as route(level, place)
    where not exists (select from ${moment.table('document_step')} s where s.document_id = ${row}.id and s.kind = 'APPROVED'
      and s.level = route.level and s.submission = ${row}.submissions)
    order by place limit 1) end)`;

const IS_OPEN = "('DRAFTING', 'CONSULTING', 'FINALISED')";

/** The deadline of the step that comes next. */
export const nextDueOnSql: DerivedSql = (
  row,
) => `(case when ${row}.state in ${IS_OPEN} then coalesce(${row}.submit_by, ${row}.issue_by)
    when ${row}.state = 'SUBMITTED' then ${row}.issue_by end)`;

export const isOverdueSql: DerivedSql = (row, moment) =>
  `coalesce(${nextDueOnSql(row, moment)} < ${moment.today}, false)`;

/**
 * Days late by either deadline: until the step was taken, until the document was withdrawn, or until today while it still has to be. Null where there is a deadline and no date says when the step
 * was taken; a source that told of an issued paper before the deadline says that it was kept.
 */
export const daysLateSql: DerivedSql = (row, { today, table }) => {
  const keptBy = (date: string, deadline: string) => `(case when ${date} <= ${deadline} then ${deadline} end)`;
  const [submitBy, issueBy] = [`${row}.submit_by`, `${row}.issue_by`];
  const withdrawn = `(select max(s.taken_on) from ${table('document_step')} s where s.document_id = ${row}.id and s.kind = 'WITHDRAWN')`;
  const submitted = `((case when ${row}.state in ${IS_OPEN} then ${today} when ${row}.submitted_on is not null then ${row}.submitted_on
    when ${row}.state = 'WITHDRAWN' then ${withdrawn}
    when ${row}.state = 'ISSUED' then ${keptBy(`coalesce(${row}.issued_on, ${row}.reported_on)`, submitBy)} end) - ${submitBy})`;
  const issued = `((case when ${row}.state = 'ISSUED' then coalesce(${row}.issued_on, ${keptBy(`${row}.reported_on`, issueBy)}) when ${row}.state = 'WITHDRAWN' then ${withdrawn} else ${today} end) - ${issueBy})`;
  return `(case when coalesce(${submitBy}, ${issueBy}) is null then 0
    when ${row}.state = 'WITHDRAWN' or coalesce(${submitted}, ${issued}) is not null then greatest(0, ${submitted}, ${issued}) end)`;
};

export const latestVersionSql: DerivedSql = (row, { table }) =>
  `coalesce((select max(v.number) from ${table('document_version')} v where v.document_id = ${row}.id), 0)`;

export const openOpinionsSql: DerivedSql = (row, { table }) =>
  `(case when ${row}.state = 'CONSULTING' then (select count(*)::integer from ${table('consultation')} c
    where c.document_id = ${row}.id and ${isOpenSql('c', table)}) else 0 end)`;

export const unansweredOpinionsSql: DerivedSql = (row, { table }) =>
  `(case when ${row}.state = 'CONSULTING' then (select count(*)::integer from ${table('consultation')} c where c.document_id = ${row}.id
    and c.opinion in ('AGREED_WITH_COMMENTS', 'DISAGREED') and c.verdict is null) else 0 end)`;

/** The units whose opinion was asked for and has not come; for one that ended, who carries on its matters. */
export const awaitedUnitIdsSql: DerivedSql = (row, { table, today }) =>
  `array(select distinct ${holderOnSql('c.unit_id', today, table)} from ${table('consultation')} c where c.document_id = ${row}.id and ${row}.state = 'CONSULTING'
    and ${isOpenSql('c', table)} order by 1)`;

/** Whether any opinion came. */
export const hasOpinionsSql: DerivedSql = (row, { table }) =>
  `(exists (select from ${table('consultation')} c where c.document_id = ${row}.id and c.opinion is not null))`;
