export { Indicator } from './indicator.entity';
export { measurementSteps } from './measurements/measurement.steps';
export { assignmentInEffectSql } from './assignments/target-assignment.sql';
export { Target } from './target.entity';
export { canJudgeMeasurements, givingUnitOf } from './targets.policy';
export { Comparator } from './comparator.state';
export { TrajectoryPointInput } from './target.inputs';
export { assertPromise, assertTrajectory, easedIn } from './target.rules';
export { targetSteps } from './target.steps';
