export { ApprovalLevel } from './route/approval-level.state';
export { Appendix } from './appendices/appendix.entity';
export { Document } from './document.entity';
export { canDraft } from './document.policy';
export { routeSql } from './document.sql';
export { DocumentState } from './document.state';
export { appendixSteps, documentSteps } from './route/document.steps';
export { spareCode } from './spare-code';
export { lockDocument } from './load-document';
