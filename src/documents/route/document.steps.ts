import { Step } from '../../platform/commands/steps';

/** Steps of a document that other domains may hold up or follow. */
export const documentSteps = {
  submit: new Step('Document.submit'),
  approve: new Step('Document.approve'),
  issue: new Step('Document.issue'),
};

/** Steps of a list of a draft. */
export const appendixSteps = {
  correct: new Step('Appendix.correct'),
  remove: new Step('Appendix.remove'),
};
