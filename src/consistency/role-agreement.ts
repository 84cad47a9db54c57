import { GraphQLNonNull } from 'graphql';
import { currentUnitIdSql } from '../organisation/public';
import type { ContributedFact, DerivedSql } from '../platform/reader/model/declarations';
import { newEnumType } from '../platform/reader/model/declare-enum';
import { says } from '../platform/lib/says';
import { Indicator } from '../targets/public';

/** Whether several programmes give one matter, what they do for one indicator, to units that fit together (rule R9). */
const type = newEnumType({
  name: 'RoleAgreement',
  description: says(
    'Các chương trình có giao việc cho cùng một chỉ số thống nhất về vai trò đơn vị không.',
    'Whether programmes that work on one indicator give it to units that fit together.',
  ),
  values: {
    SINGLE: {
      word: {
        vi: 'Nhiều nhất một chương trình có đầu việc cho chỉ số',
        en: 'At most one programme has items for it',
      },
      explained: { vi: 'không có gì để so.', en: 'nothing to compare.' },
    },
    SAME: { word: { vi: 'Cùng các đơn vị chủ trì', en: 'The same units lead' } },
    TWO_LEADS: {
      word: { vi: 'Hai đầu mối', en: 'Two leads' },
      explained: {
        vi: 'mỗi chương trình giao chủ trì cho đơn vị khác, nhưng các đơn vị đều có vai trò ở cả hai.',
        en: 'the programmes give the lead to different units, which have a part in both.',
      },
    },
    UNNAMED: {
      word: { vi: 'Mâu thuẫn vai trò', en: 'Contradictory roles' },
      explained: {
        vi: 'đơn vị chủ trì ở chương trình này không được nêu trong chương trình kia.',
        en: 'a unit that leads here is not named there.',
      },
    },
  },
});

/** The unit that holds a unit's matters today. */
function today(unitId: string, moment: Parameters<DerivedSql>[1]): string {
  return `(select ${currentUnitIdSql('un', moment)} from ${moment.table('unit')} un where un.id = ${unitId})`;
}

/** How the roles on the matter of an indicator fit: over the items that trace to targets on it (drafts too, which can still be mended; not what was withdrawn), by programme, under today's structure. */
const roleAgreementSql: DerivedSql = (row, moment) => `(
  with matter as (
    select wi.id, wi.programme_id, wi.lead_unit_id from ${moment.table('target')} ta
      join ${moment.table('trace')} tr on tr.target_id = ta.id
      join ${moment.table('work_item')} wi on wi.id = tr.work_item_id
      join ${moment.table('appendix')} ap on ap.id = wi.appendix_id
      join ${moment.table('document')} dc on dc.id = ap.document_id
    where ta.indicator_id = ${row}.id and dc.state <> 'WITHDRAWN'
  ), lead as (
    select distinct programme_id, ${today('matter.lead_unit_id', moment)} as unit_id from matter
  ), named as (
    select distinct matter.programme_id, ${today('ur.unit_id', moment)} as unit_id
    from matter join ${moment.table('unit_role')} ur on ur.work_item_id = matter.id
  )
  select case
    when count(*) = 0 then 'SINGLE'
    when bool_or((other.programme_id, lead.unit_id) not in (select programme_id, unit_id from named)) then 'UNNAMED'
    when bool_or((other.programme_id, lead.unit_id) not in (select programme_id, unit_id from lead)) then 'TWO_LEADS'
    else 'SAME' end
  from lead join (select distinct programme_id from lead) other on other.programme_id <> lead.programme_id)`;

/** The fact on indicators. */
export const roleAgreement: ContributedFact = {
  on: Indicator,
  field: 'roleAgreement',
  type: new GraphQLNonNull(type),
  description: says(
    'Vai trò đơn vị giữa các chương trình về việc của chỉ số này, theo cơ cấu hôm nay.',
    'How the roles of units fit between the programmes that work on this indicator, under today’s structure.',
  ),
  sql: roleAgreementSql,
};
