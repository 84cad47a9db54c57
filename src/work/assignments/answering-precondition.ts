import type { EntityManager } from 'typeorm';
import { holderOnSql, personSteps } from '../../organisation/public';
import type { Precondition } from '../../platform/commands/steps';

/** Whoever goes to another unit answers for no open work of the old one any more: somebody of that unit does, and has to be named first. */
export const answeringPrecondition: Precondition = {
  steps: [personSteps.move],
  async missing(manager, personId, today) {
    const codes = await answeredFor(manager, personId, today);
    if (codes.length === 0) return [];
    const named = codes.join(', ');
    return [
      {
        code: 'CONFLICT',
        path: ['input', 'unitId'],
        message: {
          vi: `Người này đang chịu trách nhiệm về ${named} của đơn vị cũ. Hãy nêu người khác (assignResponsiblePerson, cơ quan thường trực) hoặc thêm một người mới (createPerson) cho đơn vị kia.`,
          en: `This person answers for ${named} of the old unit. Have somebody else named first (assignResponsiblePerson, by the secretariat), or add a new person to the other unit (createPerson).`,
        },
      },
    ];
  },
};

/** Codes of the open items that a person answers for, of which the unit where the person works neither leads nor holds the work. */
async function answeredFor(manager: EntityManager, personId: string, today: string): Promise<string[]> {
  const holder = holderOnSql('wi.lead_unit_id', '$2::date', (name) => name);
  const rows = await manager.query<{ code: string }[]>(
    `select wi.code from work_item wi join person pe on pe.id = wi.responsible_person_id
     where pe.id = $1 and wi.completed_on is null and pe.unit_id <> all (array[wi.lead_unit_id, ${holder}])
     order by wi.code collate natural_order`,
    [personId, today],
  );
  return rows.map(({ code }) => code);
}
