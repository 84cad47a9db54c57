import { Step } from '../platform/commands/steps';

/** Steps of a target that other domains may hold up. */
export const targetSteps = {
  /** What it promises that stands becomes something else: value, date, trajectory. */
  change: new Step('Target.change'),
};
