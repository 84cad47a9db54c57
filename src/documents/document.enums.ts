import { registerEnumType } from 'type-graphql';
import { says } from '../platform/lib/says';
import { ApprovalLevel } from './route/approval-level.state';
import { DocumentKind, SectionKind } from './document-kind.state';
import { DocumentStepKind } from './route/document-step.state';
import { DocumentState } from './document.state';
import { Opinion, OpinionVerdict } from './consultations/opinion.state';

registerEnumType(DocumentKind, {
  name: 'DocumentKind',
  description: says('Loại văn bản.', 'What a document is for.'),
  valuesConfig: {
    REGULATION: { description: says('Quy chế hoạt động.', 'Operating regulation.') },
    ASSIGNMENT: { description: says('Phân công nhiệm vụ.', 'Assignment of duties.') },
    PLAN: { description: says('Kế hoạch.', 'Plan.') },
    INSPECTION_PLAN: { description: says('Kế hoạch kiểm tra.', 'Inspection plan.') },
    SCHEME: { description: says('Đề án.', 'Scheme.') },
    PROGRAMME: { description: says('Chương trình.', 'Programme.') },
    REPORT: { description: says('Báo cáo.', 'Report.') },
    POLICY_PROPOSAL: { description: says('Đề xuất cơ chế, chính sách.', 'Proposal on mechanisms and policies.') },
  },
});

registerEnumType(SectionKind, {
  name: 'SectionKind',
  description: says('Nội dung của một mục.', 'What a section is about.'),
  valuesConfig: {
    PURPOSE: { description: says('Mục đích, yêu cầu.', 'Purpose and requirements.') },
    CONTENT: { description: says('Nội dung thực hiện.', 'What is to be done.') },
    ORGANISATION: { description: says('Tổ chức thực hiện.', 'How it is organised.') },
    DUTIES: { description: says('Nhiệm vụ.', 'Duties.') },
    WORKING_REGIME: { description: says('Chế độ làm việc.', 'Working regime.') },
    WORKING_RELATIONS: { description: says('Quan hệ công tác.', 'Working relations.') },
    BODY: { description: says('Nội dung chung.', 'Body of the text.') },
  },
});

registerEnumType(DocumentState, {
  name: 'DocumentState',
  description: says('Trạng thái của văn bản.', 'Where a document stands.'),
  valuesConfig: {
    DRAFTING: { description: says('Dự thảo.', 'Being drafted.') },
    CONSULTING: { description: says('Đang xin ý kiến.', 'Out for opinions.') },
    FINALISED: { description: says('Đã hoàn thiện.', 'Finalised.') },
    SUBMITTED: { description: says('Đã trình.', 'Submitted for approval.') },
    ISSUED: { description: says('Đã ban hành.', 'Issued.') },
    WITHDRAWN: { description: says('Đã rút.', 'Withdrawn.') },
  },
});

registerEnumType(Opinion, {
  name: 'Opinion',
  description: says('Ý kiến của đơn vị được hỏi.', 'What a unit that was asked thinks of a draft.'),
  valuesConfig: {
    AGREED: { description: says('Nhất trí.', 'Agrees.') },
    AGREED_WITH_COMMENTS: { description: says('Nhất trí và có góp ý.', 'Agrees, with comments.') },
    DISAGREED: { description: says('Không nhất trí.', 'Disagrees.') },
  },
});

registerEnumType(OpinionVerdict, {
  name: 'OpinionVerdict',
  description: says('Kết quả tiếp thu ý kiến.', 'What the drafter makes of an opinion.'),
  valuesConfig: {
    TAKEN_IN: { description: says('Tiếp thu.', 'Taken in.') },
    TAKEN_IN_PART: { description: says('Tiếp thu một phần.', 'Taken in, in part.') },
    NOT_TAKEN_IN: { description: says('Không tiếp thu.', 'Not taken in.') },
  },
});

registerEnumType(ApprovalLevel, {
  name: 'ApprovalLevel',
  description: says('Cấp độ phê duyệt.', 'How high something has to go before it is approved.'),
  valuesConfig: {
    UNIT: { description: says('Đơn vị.', 'The unit.') },
    PEOPLES_COMMITTEE: { description: says('Ủy ban nhân dân thành phố.', 'The city’s People’s Committee.') },
    PARTY_STANDING_BOARD: { description: says('Ban Thường vụ Thành ủy.', 'The Party Committee’s Standing Board.') },
    PARTY_COMMITTEE: { description: says('Thành ủy.', 'The city’s Party Committee.') },
    PEOPLES_COUNCIL: { description: says('Hội đồng nhân dân thành phố.', 'The city’s People’s Council.') },
  },
});

registerEnumType(DocumentStepKind, {
  name: 'DocumentStepKind',
  description: says('Một bước trong quá trình của văn bản.', 'What was done with a document.'),
  valuesConfig: {
    DRAFTED: { description: says('Lập dự thảo.', 'Drafted.') },
    REVISED: { description: says('Chỉnh sửa.', 'Revised.') },
    SENT_FOR_OPINIONS: { description: says('Gửi xin ý kiến.', 'Sent for opinions.') },
    FINALISED: { description: says('Hoàn thiện.', 'Finalised.') },
    SUBMITTED: { description: says('Trình.', 'Submitted.') },
    APPROVED: { description: says('Phê duyệt.', 'Approved by a level.') },
    RETURNED: { description: says('Trả lại.', 'Returned with a reason.') },
    ISSUED: { description: says('Ban hành.', 'Issued.') },
    WITHDRAWN: { description: says('Rút.', 'Withdrawn.') },
  },
});
