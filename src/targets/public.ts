export { Indicator } from './indicator.entity';
export { measurementSteps } from './measurement.steps';
export { assignmentInEffectSql } from './target-assignment.sql';
export { Target } from './target.entity';
export { canJudgeMeasurements } from './targets.policy';
