import type { Collection, ContributedFact, EntityClass } from '../../platform/reader/model/declarations';
import { says } from '../../platform/lib/says';
import { Objective, Viewpoint } from '../../programme/public';
import { Target } from '../../targets/public';
import { Trace } from './trace.entity';
import { WorkItem } from '../items/work-item.entity';

const COLUMNS = new Map<EntityClass, string>([
  [Target, 'target_id'],
  [Objective, 'objective_id'],
  [Viewpoint, 'viewpoint_id'],
]);

/** Whether anything serves a target, an objective or a viewpoint (drafts too, not what was withdrawn); what nothing serves is a gap (rule R8). */
export function isServed(on: EntityClass): ContributedFact {
  return {
    on,
    field: 'isTraced',
    type: 'Boolean!',
    description: says(
      'Có đầu việc nào bám sát không, trừ đầu việc của văn bản đã rút (quy tắc R8).',
      'Whether a work item traces to it, those of withdrawn documents apart (rule R8).',
    ),
    sql: (row, { table }) => `(exists (select from ${table('trace')} tr
      join ${table('work_item')} wi on wi.id = tr.work_item_id
      join ${table('appendix')} ap on ap.id = wi.appendix_id
      join ${table('document')} dc on dc.id = ap.document_id
      where tr.${COLUMNS.get(on)!} = ${row}.id and dc.state <> 'WITHDRAWN'))`,
  };
}

/** Traces, seen from both ends. */
export const tracesOf: readonly Collection[] = [
  {
    on: WorkItem,
    field: 'traces',
    of: Trace,
    by: 'workItemId',
    as: 'list',
    description: says(
      'Những chỉ tiêu, mục tiêu, quan điểm mà đầu việc bám sát, ghi trước đứng trước.',
      'Which targets, objectives and viewpoints the item serves, in the order in which that was stated.',
    ),
  },
  {
    on: Target,
    field: 'traces',
    of: Trace,
    by: 'targetId',
    as: 'connection',
    description: says(
      'Các liên kết từ đầu việc tới chỉ tiêu này: đầu việc nào góp phần đạt chỉ tiêu.',
      'Which work items help to reach it; none is a gap.',
    ),
  },
  {
    on: Objective,
    field: 'traces',
    of: Trace,
    by: 'objectiveId',
    as: 'connection',
    description: says(
      'Các liên kết từ đầu việc tới mục tiêu này: đầu việc nào phục vụ mục tiêu.',
      'Which work items serve this aim; none is a gap.',
    ),
  },
  {
    on: Viewpoint,
    field: 'traces',
    of: Trace,
    by: 'viewpointId',
    as: 'connection',
    description: says(
      'Các liên kết từ đầu việc tới quan điểm này: đầu việc nào thể hiện quan điểm.',
      'Which work items follow this principle; none is a gap.',
    ),
  },
];
