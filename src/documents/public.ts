export { Appendix } from './appendix.entity';
export { Document } from './document.entity';
export { canDraft } from './document.policy';
export { stateAfter } from './document.rules';
export { lockDocument } from './load-document';
