import { Step } from '../../platform/commands/steps';

/** Steps of a measurement that other domains may hold up. */
export const measurementSteps = {
  record: new Step('Measurement.record'),
  accept: new Step('Measurement.accept'),
};
