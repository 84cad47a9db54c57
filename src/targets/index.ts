import { acceptMeasurement } from './measurements/accept-measurement';
import { addIndicator } from './add-indicator';
import { addTarget } from './add-target';
import { assessTarget } from './assess-target';
import { assignMember } from './assignments/assign-member';
import { correctMeasurement } from './measurements/correct-measurement';
import { correctTarget } from './correct-target';
import { endMemberAssignment } from './assignments/end-member-assignment';
import { recordMeasurement } from './measurements/record-measurement';
import { setTrajectory } from './set-trajectory';
import type { Domain } from '../platform/domain';
import { visibleToAll } from '../platform/reader/model/visible-to-all';
import { says } from '../platform/lib/says';
import { CommitteeMembership, Programme } from '../programme/public';
import { Indicator } from './indicator.entity';
import { Measurement } from './measurements/measurement.entity';
import { Target } from './target.entity';
import { TargetAssignment } from './assignments/target-assignment.entity';
import { readableMeasurements } from './targets.policy';
import { DueMeasurement } from './due/due-measurement.entity';
import { dueMeasurements } from './due/due-measurements';
import { MeasurementFields } from './measurements/measurement.fields';
import { returnMeasurement } from './measurements/return-measurement';
import { TrajectoryPoint } from './trajectory-point.entity';
import { measurementEvents } from './measurements/measurement.events';
import { indicatorEvents, targetEvents } from './target.events';

/** Indicators, targets, trajectories, measurements. */
export const targets: Domain = {
  name: 'targets',
  entities: [Indicator, Target, TrajectoryPoint, Measurement, TargetAssignment, DueMeasurement],
  commands: [
    acceptMeasurement,
    addIndicator,
    addTarget,
    assessTarget,
    assignMember,
    correctMeasurement,
    correctTarget,
    endMemberAssignment,
    recordMeasurement,
    returnMeasurement,
    setTrajectory,
  ],
  events: [targetEvents, indicatorEvents, measurementEvents],
  resolvers: [MeasurementFields],
  computed: [
    {
      on: Measurement,
      field: 'viewerCan',
      needs: ['state', 'supersededAt', 'recordedById'],
    },
  ],
  policies: [
    ...[Indicator, Target, TrajectoryPoint, TargetAssignment, DueMeasurement].map(visibleToAll),
    { of: Measurement, readable: readableMeasurements },
  ],
  collections: [
    ...dueMeasurements,
    {
      on: Target,
      field: 'assignments',
      of: TargetAssignment,
      by: 'targetId',
      as: 'list',
      description: says('Các thành viên phụ trách, theo thời gian.', 'Members in charge of it, in time.'),
    },
    {
      on: CommitteeMembership,
      field: 'targetAssignments',
      of: TargetAssignment,
      by: 'membershipId',
      as: 'connection',
      description: says('Các chỉ tiêu thành viên phụ trách.', 'Targets of which the member is in charge.'),
    },
    {
      on: Programme,
      field: 'targets',
      of: Target,
      by: 'programmeId',
      as: 'connection',
      description: says('Các chỉ tiêu của chương trình.', 'Targets of the programme.'),
    },
    {
      on: Target,
      field: 'trajectory',
      of: TrajectoryPoint,
      by: 'targetId',
      as: 'list',
      description: says(
        'Lộ trình: giá trị dự kiến theo kỳ.',
        'Trajectory: what is expected at the end of each period.',
      ),
    },
    {
      on: Indicator,
      field: 'measurements',
      of: Measurement,
      by: 'indicatorId',
      as: 'connection',
      description: says('Các giá trị đo được, mới nhất trước.', 'Measured values, newest first.'),
    },
    {
      on: Indicator,
      field: 'targets',
      of: Target,
      by: 'indicatorId',
      as: 'list',
      description: says(
        'Các chỉ tiêu dùng chỉ số này, ở mọi chương trình.',
        'Targets on this indicator, over all programmes.',
      ),
    },
  ],
};
