import type { Asking } from '../../platform/commands/command';
import { unitsOf } from '../../platform/access/actor';
import { refuse } from '../../platform/lib/domain-error';
import type { Programme } from '../../programme/public';
import { queryOf } from '../changes/apply-adjustment';
import { FIELDS } from '../changes/refusals.rules';
import type { StoredChange } from '../changes/stored-change';

/** The units that may ask for a change of a thing, by its id: who leads an item. */
const ENTITLED = `select id, lead_unit_id as "unitId" from work_item where id = any($1::uuid[])`;

/**
 * The unit for which the actor registers: one whose reporter the actor is, and that may ask for every one of the changes. Things that are not there are left to
 * the rules on changes.
 */
export async function registeringUnit(
  asking: Asking,
  programme: Programme,
  changes: readonly StoredChange[],
): Promise<string> {
  const own = unitsOf(asking.actor, 'REPORTER');
  const ids = changes.flatMap((change) => ('workItemId' in change ? [change.workItemId] : []));
  const entitled = (await queryOf(asking)(ENTITLED, [ids])) as { id: string; unitId: string }[];
  const mayAsk = (unitId: string, change: StoredChange): boolean => {
    const units = entitled.filter(({ id }) => 'workItemId' in change && id === change.workItemId);
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
    'Chỉ cán bộ báo cáo của đơn vị chủ trì được đăng ký điều chỉnh đầu việc của đơn vị; việc của đơn vị khác do đơn vị đó đăng ký.',
    'Only a reporter of the lead unit registers changes of its items; those of another unit are registered by that one.',
  );
}
