export { ApprovalLevel } from './approval-level.state';
export { Appendix } from './appendix.entity';
export { Document } from './document.entity';
export { canDraft } from './document.policy';
export { routeSql } from './document.sql';
export { DocumentState } from './document.state';
export { appendixSteps, documentSteps } from './document.steps';
export { lockDocument } from './load-document';
