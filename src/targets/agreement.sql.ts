import type { DerivedSql } from '../platform/reader/model/declarations';
import { APPROXIMATE } from './target.sql';

/** The values that keep a promise; null for ranks and for what is in words. */
function keeping(target: string): string {
  const margin = `abs(${target}.value) * ${APPROXIMATE}`;
  return `(case ${target}.comparator
    when 'GT' then numrange(${target}.value, null, '()')
    when 'GTE' then numrange(${target}.value, null, '[)')
    when 'LT' then numrange(null, ${target}.value, '()')
    when 'LTE' then numrange(null, ${target}.value, '(]')
    when 'EQ' then numrange(${target}.value, ${target}.value, '[]')
    when 'RANGE' then numrange(${target}.value, ${target}.value_high, '[]')
    when 'APPROX' then numrange(${target}.value - ${margin}, ${target}.value + ${margin}, '[]')
  end)`;
}

/** What the worst pair of targets of two programmes on the indicator is to one another. */
export const agreementSql: DerivedSql = (row, { table }) => {
  const promise = (target: string) => `(${target}.comparator, ${target}.value, ${target}.value_high, ${target}.due_on)`;
  const isKnown = (target: string) => `${target}.value is not null`;
  return `(select case
      when count(*) = 0 then 'SINGLE'
      when bool_or(${isKnown('one')} and ${isKnown('other')} and one.due_on = other.due_on
        and not (${keeping('one')} && ${keeping('other')})) then 'CONTRADICTORY'
      when bool_and(${promise('one')} is not distinct from ${promise('other')}) then 'SAME'
      else 'DIFFERENT' end
    from ${table('target')} one join ${table('target')} other
      on other.indicator_id = one.indicator_id and other.id > one.id and other.programme_id <> one.programme_id
    where one.indicator_id = ${row}.id)`;
};
