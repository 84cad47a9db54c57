import { holderOnSql } from '../../organisation/public';
import type { DerivedSql } from '../../platform/reader/model/declarations';
import { ClarityPoint } from './clarity.state';

/** Whether each point is clear. What it asks for is told where the points are described. */
const CLEAR: Readonly<Record<ClarityPoint, DerivedSql>> = {
  PERSON: (row) => `(${row}.responsible_person_id is not null)`,
  WORK: (row) => `(${row}.concrete_objective is not null)`,
  TIME: (row, { table }) => `(exists (select from ${table('programme')} pr where pr.id = ${row}.programme_id
    and extract(year from ${row}.starts_on) >= pr.period_from and extract(year from ${row}.due_on) <= pr.period_to))`,
  RESPONSIBILITY: (row, { today, table }) => `(exists (select from ${table('unit')} un
    where un.id = ${holderOnSql(`${row}.lead_unit_id`, today, table)} and coalesce(un.valid_to >= ${today}, true)))`,
  PRODUCT: (row) => `(${row}.product is not null)`,
  AUTHORITY: (row) => `(${row}.approval_level is not null)`,
  RESOURCES: (row, { table }) => `(exists (select from ${table('resource')} re
    where re.work_item_id = ${row}.id and re.state <> 'REFUSED'))`,
};

const POINTS = Object.values(ClarityPoint);

/** The check as JSON: a boolean for each point. */
export const claritySql: DerivedSql = (row, moment) =>
  `jsonb_build_object(${POINTS.map((point) => `'${point.toLowerCase()}', ${CLEAR[point](row, moment)}`).join(', ')})`;

/** The points that are not clear, in their order. */
export const missingClaritySql: DerivedSql = (row, moment) =>
  `array_remove(array[${POINTS.map((point) => `case when not ${CLEAR[point](row, moment)} then '${point}' end`).join(', ')}], null)`;

/** Whether all points are clear. */
export const isClearSql: DerivedSql = (row, moment) =>
  `(${POINTS.map((point) => CLEAR[point](row, moment)).join(' and ')})`;
