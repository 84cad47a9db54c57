import type { Asking } from '../../platform/commands/command';
import { unitsOf } from '../../platform/access/actor';
import { refuse } from '../../platform/lib/domain-error';
import { queryOf } from '../changes/apply-adjustment';
import { namedBy } from '../changes/load-adjustment-facts';
import { FIELDS } from '../changes/refused.rules';
import type { StoredChange } from '../changes/stored-change.rules';

/** The units that may ask for a change of a thing, by its id: who leads an item; for a target the standing agency, and who gives figures on its indicator. */
const ENTITLED = `select id, lead_unit_id as "unitId" from work_item where id = any($1::uuid[])
  union select t.id, p.standing_agency_id from target t join programme p on p.id = t.programme_id
    where t.id = any($2::uuid[]) and p.standing_agency_id is not null
  union select t.id, m.unit_id from target t join measurement m on m.indicator_id = t.indicator_id
    where t.id = any($2::uuid[]) and m.unit_id is not null`;

/**
 * The unit for which the actor registers: one whose reporter the actor is, and that may ask for every one of the changes. Things that are not there are left to
 * the rules on changes.
 */
export async function registeringUnit(asking: Asking, changes: readonly StoredChange[]): Promise<string> {
  const own = unitsOf(asking.actor, 'REPORTER');
  const { workItemIds, targetIds } = namedBy(changes);
  const entitled = (await queryOf(asking)(ENTITLED, [workItemIds, targetIds])) as { id: string; unitId: string }[];
  const mayAsk = (unitId: string, change: StoredChange): boolean => {
    if (change.kind === 'ADD_ITEM') return change.row.lead_unit_id === unitId;
    const thing = change.kind === 'TARGET' ? change.targetId : change.workItemId;
    const units = entitled.filter(({ id }) => id === thing);
    return units.length === 0 || units.some((row) => row.unitId === unitId);
  };
  const unit = own.find((unitId) => changes.every((change) => mayAsk(unitId, change)));
  if (unit !== undefined) return unit;
  const other = changes.findIndex((change) => !own.some((unitId) => mayAsk(unitId, change)));
  const path =
    own.length === 0 || other < 0
      ? ['input', 'changes']
      : ['input', 'changes', String(other), FIELDS[changes[other]!.kind]];
  throw refuse(
    'FORBIDDEN',
    path,
    'Chỉ cán bộ báo cáo của đơn vị chủ trì được đăng ký điều chỉnh đầu việc của đơn vị; chỉ tiêu do cơ quan thường trực hoặc đơn vị cung cấp số liệu đăng ký. Hãy đề nghị đơn vị đó.',
    'Only a reporter of the lead unit registers changes of its items; those of a target are registered by the standing agency or a unit that gives its figures. Ask that unit.',
  );
}
