export { ApprovalLevel } from './route/approval-level.state';
export { Appendix } from './appendices/appendix.entity';
export { Document } from './document.entity';
export { canDraft } from './document.policy';
export { routeSql } from './document.sql';
export { DocumentKind } from './document-kind.state';
export { DocumentState } from './document.state';
export { appendixSteps, documentSteps } from './route/document.steps';
export { lockDocument } from './load-document';
