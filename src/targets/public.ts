export { Indicator } from './indicator.entity';
export { measurementSteps } from './measurements/measurement.steps';
export { assignmentInEffectSql } from './assignments/target-assignment.sql';
export { Target } from './target.entity';
export { canJudgeMeasurements, givingUnitOf } from './targets.policy';
