import type { EntityManager } from 'typeorm';
import { defineCommand } from '../../platform/commands/declared-command';
import { getRow } from '../../platform/commands/rows';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { Objective, Viewpoint } from '../../programme/public';
import { Target } from '../../targets/public';
import { assertKeepsList, authoriseListing } from '../lists/assert-keeps-list';
import { lockItem } from '../items/lock-item';
import { Trace } from './trace.entity';
import { TraceWorkItemInput } from './trace.inputs';
import { WorkItem } from '../items/work-item.entity';
import { workItemEvent } from '../items/work-item.events';

type AimField = 'targetId' | 'objectiveId' | 'viewpointId';

/** What an item may serve, by how it is given. */
const AIMS = { targetId: Target, objectiveId: Objective, viewpointId: Viewpoint };

/** What an aim of whatever kind has. */
interface Aim {
  readonly id: string;
  readonly number: string;
  readonly programmeId: string;
}

/** Says that an item serves a target, an objective or a viewpoint of its programme (rule R8). Said twice, it is said once. */
export const traceWorkItem = defineCommand({
  name: 'traceWorkItem',
  description: says(
    'Ghi nhận đầu việc bám sát một chỉ tiêu, mục tiêu hoặc quan điểm của chương trình.',
    'Says that an item serves a target, an objective or a viewpoint of its programme.',
  ),
  input: TraceWorkItemInput,
  returns: { workItem: WorkItem, trace: Trace },
  rights: authoriseListing,
  async run({ tx, actor, today, append }, input) {
    const { item, document } = await lockItem(tx.manager, actor, input.workItemId);
    assertKeepsList(actor, document, 'traceWorkItem');
    const field = givenField(input);
    const aim = await findAim(tx.manager, field, input[field]!);
    if (aim.programmeId !== item.programmeId) {
      throw refuse(
        'INVALID',
        ['input', field],
        `Nội dung này thuộc chương trình khác với ${item.code}. Hãy chọn trong cùng chương trình.`,
        `This belongs to another programme than ${item.code}. Choose one of the same programme.`,
      );
    }
    const row = { workItemId: item.id, [field]: aim.id };
    const standing = await tx.manager.findOneBy(Trace, row);
    if (standing !== null) return { workItemId: item.id, traceId: standing.id };
    const { id } = await tx.manager.save(Trace, { ...row, tracedOn: today, isSample: item.isSample });
    append(
      workItemEvent('WORK_ITEM_TRACED', item, item.leadUnitId, { to: field.replace('Id', ''), number: aim.number }),
    );
    return { workItemId: item.id, traceId: id };
  },
});

function givenField(input: TraceWorkItemInput): AimField {
  const given = (Object.keys(AIMS) as AimField[]).filter((field) => (input[field]?.trim() ?? '') !== '');
  if (given.length === 1) return given[0]!;
  throw refuse(
    'INVALID',
    ['input', given[1] ?? 'targetId'],
    'Hãy chọn đúng một: chỉ tiêu, mục tiêu hoặc quan điểm.',
    'Choose exactly one: a target, an objective or a viewpoint.',
  );
}

async function findAim(manager: EntityManager, field: AimField, globalId: string): Promise<Aim> {
  const found = await getRow<Aim>(manager, AIMS[field], globalId);
  if (found !== null) return found;
  throw refuse(
    'NOT_FOUND',
    ['input', field],
    'Không có nội dung này. Hãy kiểm tra lại mã định danh.',
    'There is nothing of this id. Check the id.',
  );
}
