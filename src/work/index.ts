import { FormerLead } from './assignments/former-lead.entity';
import { acceptDeliverable } from './deliverables/accept-deliverable';
import { addAppendixRows } from './lists/add-appendix-rows';
import { addDeliverable } from './deliverables/add-deliverable';
import { addMilestones } from './items/add-milestones';
import { addResource } from './resources/add-resource';
import { assignLeadUnit } from './assignments/assign-lead-unit';
import { assignOversight } from './assignments/assign-oversight';
import { assignResponsiblePerson } from './assignments/assign-responsible-person';
import { assignUnitRole } from './assignments/assign-unit-role';
import { decideResource } from './resources/decide-resource';
import { describeWorkItem } from './items/describe-work-item';
import { endOversight } from './assignments/end-oversight';
import { endUnitRole } from './assignments/end-unit-role';
import { removeAppendixRows } from './lists/remove-appendix-rows';
import { removeDeliverable } from './deliverables/remove-deliverable';
import { removeMilestone } from './items/remove-milestone';
import { removeResource } from './resources/remove-resource';
import { removeTrace } from './traces/remove-trace';
import { traceWorkItem } from './traces/trace-work-item';
import { verifyWorkItem } from './items/verify-work-item';
import { Appendix } from '../documents/public';
import { Unit } from '../organisation/public';
import type { Domain } from '../platform/domain';
import { says } from '../platform/lib/says';
import { CommitteeMembership, Objective, Programme, Viewpoint } from '../programme/public';
import { Target } from '../targets/public';
import { answeringPrecondition } from './assignments/answering-precondition';
import { listsPrecondition, rowsPreconditions } from './lists/appendix-preconditions';
import { clarityPrecondition } from './lists/clarity-precondition';
import { isClearSql } from './items/clarity.sql';
import { Deliverable } from './deliverables/deliverable.entity';
import { Milestone } from './items/milestone.entity';
import { Resource } from './resources/resource.entity';
import { takeEffect } from './lists/take-effect';
import { Trace } from './traces/trace.entity';
import { isServed, tracesOf } from './traces/trace.fields';
import { UnitRole } from './assignments/unit-role.entity';
import { WorkItem } from './items/work-item.entity';
import { readableItems, readableParts } from './items/work-item.policy';
import { WorkItemOversight } from './assignments/work-item-oversight.entity';
import { appendixRowEvents, workItemEvents } from './items/work-item.events';

const PARTS = [UnitRole, Milestone, WorkItemOversight, Resource, Deliverable, Trace];

/** Work items: roles of units, milestones, resources, deliverables, what they serve; progress, health and clarity as derived facts. */
export const work: Domain = {
  name: 'work',
  entities: [WorkItem, FormerLead, ...PARTS],
  sampleTables: ['work_item'],
  commands: [
    acceptDeliverable,
    addAppendixRows,
    addDeliverable,
    addMilestones,
    addResource,
    assignLeadUnit,
    assignOversight,
    assignResponsiblePerson,
    assignUnitRole,
    decideResource,
    describeWorkItem,
    endOversight,
    endUnitRole,
    removeAppendixRows,
    removeDeliverable,
    removeMilestone,
    removeResource,
    removeTrace,
    traceWorkItem,
    verifyWorkItem,
  ],
  events: [workItemEvents, appendixRowEvents],
  preconditions: [answeringPrecondition, listsPrecondition, ...rowsPreconditions, clarityPrecondition],
  reactions: [takeEffect],
  policies: [{ of: WorkItem, readable: readableItems }, ...PARTS.map((of) => ({ of, readable: readableParts }))],
  facts: [
    ...[Target, Objective, Viewpoint].map(isServed),
    {
      on: Appendix,
      field: 'actualCount',
      type: 'Int!',
      description: says(
        'Số dòng hiện có trong phụ lục, không kể đầu việc đã dừng (quy tắc R1).',
        'Rows that the list really holds, less those that were stopped (rule R1).',
      ),
      sql: (row, { table }) =>
        `(select count(*)::integer from ${table('work_item')} wi where wi.appendix_id = ${row}.id and wi.stopped_on is null)`,
    },
    {
      on: Appendix,
      field: 'unclearCount',
      type: 'Int!',
      description: says(
        'Số dòng chưa rõ người, rõ việc, rõ nguồn lực (quy tắc R3).',
        'How many rows still fail the clarity check and so hold the plan back (rule R3).',
      ),
      sql: (row, moment) =>
        `(select count(*)::integer from ${moment.table('work_item')} wi where wi.appendix_id = ${row}.id and wi.stopped_on is null and not ${isClearSql('wi', moment)})`,
    },
    {
      on: Appendix,
      field: 'missingNumbers',
      type: '[Int!]!',
      description: says('Số thứ tự của những dòng còn thiếu (quy tắc R1).', 'Numbers of the rows it lacks (rule R1).'),
      sql: (
        row,
        { table },
      ) => `array(select place from generate_series(1, ${row}.expected_count + (select count(*)::integer from ${table('work_item')} ws
          where ws.appendix_id = ${row}.id and ws.stopped_on is not null)) place
        where not exists (select from ${table('work_item')} wi where wi.appendix_id = ${row}.id and wi.number = place) order by place)`,
    },
  ],
  collections: [
    ...tracesOf,
    {
      on: WorkItem,
      field: 'resources',
      of: Resource,
      by: 'workItemId',
      as: 'connection',
      description: says(
        'Các nguồn lực để thực hiện đầu việc, nêu trước đứng trước.',
        'What the item is done with: funds, personnel, facilities, data; in the order in which they were stated.',
      ),
    },
    {
      on: WorkItem,
      field: 'deliverables',
      of: Deliverable,
      by: 'workItemId',
      as: 'list',
      description: says(
        'Các sản phẩm đầu việc phải bàn giao, hạn gần nhất đứng trước.',
        'What the item is to hand over, the one due first before the others.',
      ),
    },
    {
      on: WorkItem,
      field: 'oversights',
      of: WorkItemOversight,
      by: 'workItemId',
      as: 'list',
      description: says('Các thành viên trực tiếp chỉ đạo, theo thời gian.', 'Members who direct it, in time.'),
    },
    {
      on: CommitteeMembership,
      field: 'oversights',
      of: WorkItemOversight,
      by: 'membershipId',
      as: 'connection',
      description: says(
        'Các đầu việc thành viên trực tiếp chỉ đạo, cả những phân công đã kết thúc.',
        'Which items the member directs or has directed, each from a day to a day.',
      ),
    },
    {
      on: Programme,
      field: 'workItems',
      of: WorkItem,
      by: 'programmeId',
      as: 'connection',
      description: says(
        'Các đầu việc của chương trình, trong mọi phụ lục. Phòng họp chỉ thấy đầu việc có hiệu lực.',
        'Its schemes, projects, plans and tasks, of all its lists. Meeting rooms see those in force only.',
      ),
    },
    {
      on: Appendix,
      field: 'workItems',
      of: WorkItem,
      by: 'appendixId',
      as: 'connection',
      description: says(
        'Các dòng của phụ lục, mỗi dòng một đầu việc. Phòng họp chỉ thấy khi văn bản đã ban hành.',
        'What stands on the list, a row each. Meeting rooms see them once the document is issued.',
      ),
    },
    {
      on: Unit,
      field: 'workItems',
      of: WorkItem,
      by: 'leadUnitId',
      as: 'connection',
      description: says(
        'Các đầu việc giao cho đơn vị chủ trì, của mọi chương trình. Phòng họp chỉ thấy đầu việc có hiệu lực.',
        'What the unit answers for, in all programmes. Meeting rooms see those in force only.',
      ),
    },
    {
      on: WorkItem,
      field: 'units',
      of: UnitRole,
      by: 'workItemId',
      as: 'list',
      description: says(
        'Vai trò của các đơn vị: chủ trì, phối hợp, tham mưu, theo dõi.',
        'Roles of units: lead, co-operating, advisory, monitoring.',
      ),
    },
    {
      on: WorkItem,
      field: 'milestones',
      of: Milestone,
      by: 'workItemId',
      as: 'list',
      description: says(
        'Các bước thực hiện theo thứ tự, mỗi bước có hạn và tiến độ kế hoạch.',
        'The steps of its work in their order, each with a date and a planned percentage.',
      ),
    },
  ],
};
