import { addViewpoint } from './add-viewpoint';
import { foundCommittee } from './committee/found-committee';
import { reformCommittee } from './committee/reform-committee';
import type { Domain } from '../platform/domain';
import { LoggedEvent } from '../platform/reader/model/logged-event.entity';
import { visibleToAll } from '../platform/reader/model/visible-to-all';
import { says } from '../platform/lib/says';
import { ChronicleEntry } from './chronicle-entry.entity';
import { CommitteeMembership } from './committee/committee-membership.entity';
import { Objective } from './objective.entity';
import { Programme } from './programme.entity';
import { SteeringCommittee } from './committee/steering-committee.entity';
import { Term } from './term.entity';
import { Viewpoint } from './viewpoint.entity';
import { chargeEvents } from './committee/charge.events';
import { programmeEvents } from './programme.events';

/** Term, programmes, objectives, viewpoints, the committee and its members, what is known to have happened. */
export const programme: Domain = {
  name: 'programme',
  entities: [Term, Programme, Objective, Viewpoint, SteeringCommittee, CommitteeMembership, ChronicleEntry],
  commands: [addViewpoint, foundCommittee, reformCommittee],
  events: [programmeEvents, chargeEvents],
  policies: [Term, Programme, Objective, Viewpoint, SteeringCommittee, CommitteeMembership, ChronicleEntry].map(
    visibleToAll,
  ),
  collections: [
    {
      on: Term,
      field: 'programmes',
      of: Programme,
      by: 'termId',
      as: 'list',
      description: says('Các chương trình của nhiệm kỳ.', 'The programmes of the term.'),
    },
    {
      on: Programme,
      field: 'objectives',
      of: Objective,
      by: 'programmeId',
      as: 'list',
      description: says('Các mục tiêu.', 'Objectives.'),
    },
    {
      on: Programme,
      field: 'viewpoints',
      of: Viewpoint,
      by: 'programmeId',
      as: 'list',
      description: says('Các quan điểm.', 'Viewpoints.'),
    },
    {
      on: Programme,
      field: 'committee',
      of: SteeringCommittee,
      by: 'programmeId',
      as: 'one',
      description: says('Ban Chỉ đạo.', 'Steering committee.'),
    },
    {
      on: SteeringCommittee,
      field: 'members',
      of: CommitteeMembership,
      by: 'committeeId',
      as: 'list',
      description: says('Thành viên, theo thứ tự vai trò và ngày ghi nhận.', 'Members, by rank and date of record.'),
    },
    {
      on: Programme,
      field: 'chronicle',
      of: ChronicleEntry,
      by: 'programmeId',
      as: 'list',
      description: says('Những việc đã diễn ra, theo nguồn công khai.', 'What is publicly known to have happened.'),
    },
  ],
  relations: [
    {
      on: LoggedEvent,
      field: 'programme',
      to: Programme,
      by: 'programmeId',
      description: says('Chương trình liên quan.', 'The programme that the event concerns.'),
    },
  ],
};
