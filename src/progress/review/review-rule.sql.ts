import { ApprovalLevel } from '../../documents/public';
import { isHeldForUnitSql, isHeldSql } from '../../accounts/public';
import type { DerivedSql, FactSql } from '../../platform/reader/model/declarations';
import { DEFAULT_LEVELS } from './review-level.rules';
import { ReviewLevel } from './review-level.state';

const DEFAULT = `'{${DEFAULT_LEVELS.join(',')}}'::text[]`;
const APPROVAL_LEVELS = `'{${Object.values(ApprovalLevel).join(',')}}'::text[]`;

/** The levels of a programme. */
export const reviewLevelsSql: FactSql = (row, { table }) =>
  `coalesce((select rr.levels from ${table('review_rule')} rr where rr.programme_id = ${row}.id), ${DEFAULT})`;

/** From which approval level on its reports go to the standing deputy head. */
export const standingDeputyHeadFromSql: FactSql = (row, { table }) =>
  `(select rr.standing_deputy_head_from from ${table('review_rule')} rr where rr.programme_id = ${row}.id)`;

/** The level for which a report waits: the same as `awaitedLevelOf`. */
export const awaitedLevelSql: DerivedSql = (row) => `(case ${row}.state when 'SUBMITTED' then '${ReviewLevel.UNIT}'
  when 'UNIT_APPROVED' then case when ${row}.secretariat_approved_at is null then '${ReviewLevel.SECRETARIAT}' else '${ReviewLevel.STANDING_DEPUTY_HEAD}' end end)`;

/** The levels that were passed over since nobody held them, in their order. */
export const skippedLevelsSql: DerivedSql = (row, { table }) =>
  `array(select sk.level from ${table('progress_report_review')} sk where sk.progress_report_id = ${row}.id and sk.outcome = 'SKIPPED' order by sk.reviewed_at, sk.id)`;

/** Whose report it is, and when it is asked. */
interface Asked {
  readonly item: string;
  readonly unitId: string;
  readonly reporterId: string;
  readonly today: string;
  /** Whether the unit has had its step, so that nobody asks who could take it. */
  readonly isPastUnit: string;
}

/** SQL of the levels that a report on an item goes through (`RequiredLevel`), by the programme's levels of now. */
export function requiredLevelsSql({ item, unitId, reporterId, today, isPastUnit }: Asked): string {
  const others = { date: today, except: reporterId };
  const place = (level: string) => `array_position(${APPROVAL_LEVELS}, ${level})`;
  return `(select json_agg(json_build_object('level', required.level, 'isHeld', case required.level
      when '${ReviewLevel.UNIT}' then ${isPastUnit} or ${isHeldForUnitSql('APPROVER', unitId, others)}
      when '${ReviewLevel.STANDING_DEPUTY_HEAD}' then ${isHeldSql('COMMITTEE_HEAD', others)}
      else true end) order by required.place)
    from (select) one left join review_rule rule on rule.programme_id = ${item}.programme_id,
      unnest(coalesce(rule.levels, ${DEFAULT})) with ordinality required(level, place)
    where required.level <> '${ReviewLevel.STANDING_DEPUTY_HEAD}' or ${place(`${item}.approval_level`)} >= ${place('rule.standing_deputy_head_from')})`;
}
