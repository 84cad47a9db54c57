import { Step } from '../platform/commands/steps';

/** Steps of a person that other domains may hold up: asked with the new unit saved, so that they can look at where the person would be. */
export const personSteps = { move: new Step('Person.move') };
