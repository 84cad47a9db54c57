export { Indicator } from './indicator.entity';
export { Measurement } from './measurement.entity';
export { assignmentInEffectSql } from './target-assignment.sql';
export { Target } from './target.entity';
export { canJudgeMeasurements } from './targets.policy';
