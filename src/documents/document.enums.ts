import { says } from '../platform/lib/says';
import { declareEnum } from '../platform/reader/model/declare-enum';
import { ApprovalLevel } from './route/approval-level.state';
import { DocumentKind, SectionKind } from './document-kind.state';
import { DocumentStepKind } from './route/document-step.state';
import { DocumentState } from './document.state';
import { Opinion, OpinionVerdict } from './consultations/opinion.state';

declareEnum(DocumentKind, {
  name: 'DocumentKind',
  description: says('Loại văn bản.', 'What a document is for.'),
  values: {
    REGULATION: { word: { vi: 'Quy chế hoạt động', en: 'Operating regulation' } },
    ASSIGNMENT: { word: { vi: 'Phân công nhiệm vụ', en: 'Assignment of duties' } },
    PLAN: { word: { vi: 'Kế hoạch', en: 'Plan' } },
    INSPECTION_PLAN: { word: { vi: 'Kế hoạch kiểm tra', en: 'Inspection plan' } },
    SCHEME: { word: { vi: 'Đề án', en: 'Scheme' } },
    PROGRAMME: { word: { vi: 'Chương trình', en: 'Programme' } },
    REPORT: { word: { vi: 'Báo cáo', en: 'Report' } },
    POLICY_PROPOSAL: { word: { vi: 'Đề xuất cơ chế, chính sách', en: 'Proposal on mechanisms and policies' } },
  },
});

declareEnum(SectionKind, {
  name: 'SectionKind',
  description: says('Nội dung của một mục.', 'What a section is about.'),
  values: {
    TITLE: { word: { vi: 'Trích yếu (chỉ khi so các bản)', en: 'Title (only where versions are compared)' } },
    TITLE_EN: {
      word: { vi: 'Trích yếu tiếng Anh (chỉ khi so các bản)', en: 'English title (only where versions are compared)' },
    },
    PURPOSE: { word: { vi: 'Mục đích, yêu cầu', en: 'Purpose and requirements' } },
    CONTENT: { word: { vi: 'Nội dung thực hiện', en: 'What is to be done' } },
    ORGANISATION: { word: { vi: 'Tổ chức thực hiện', en: 'How it is organised' } },
    DUTIES: { word: { vi: 'Nhiệm vụ', en: 'Duties' } },
    WORKING_REGIME: { word: { vi: 'Chế độ làm việc', en: 'Working regime' } },
    WORKING_RELATIONS: { word: { vi: 'Quan hệ công tác', en: 'Working relations' } },
    BODY: { word: { vi: 'Nội dung chung', en: 'Body of the text' } },
  },
});

declareEnum(DocumentState, {
  name: 'DocumentState',
  description: says('Trạng thái của văn bản.', 'Where a document stands.'),
  values: {
    DRAFTING: { word: { vi: 'Dự thảo', en: 'Being drafted' } },
    CONSULTING: { word: { vi: 'Đang xin ý kiến', en: 'Out for opinions' } },
    FINALISED: { word: { vi: 'Đã hoàn thiện', en: 'Finalised' } },
    SUBMITTED: { word: { vi: 'Đã trình', en: 'Submitted for approval' } },
    ISSUED: { word: { vi: 'Đã ban hành', en: 'Issued' } },
    WITHDRAWN: { word: { vi: 'Đã rút', en: 'Withdrawn' } },
  },
});

declareEnum(Opinion, {
  name: 'Opinion',
  description: says('Ý kiến của đơn vị được hỏi.', 'What a unit that was asked thinks of a draft.'),
  values: {
    AGREED: { word: { vi: 'Nhất trí', en: 'Agrees' } },
    AGREED_WITH_COMMENTS: { word: { vi: 'Nhất trí và có góp ý', en: 'Agrees, with comments' } },
    DISAGREED: { word: { vi: 'Không nhất trí', en: 'Disagrees' } },
  },
});

declareEnum(OpinionVerdict, {
  name: 'OpinionVerdict',
  description: says('Kết quả tiếp thu ý kiến.', 'What the drafter makes of an opinion.'),
  values: {
    TAKEN_IN: { word: { vi: 'Tiếp thu', en: 'Taken in' } },
    TAKEN_IN_PART: { word: { vi: 'Tiếp thu một phần', en: 'Taken in, in part' } },
    NOT_TAKEN_IN: { word: { vi: 'Không tiếp thu', en: 'Not taken in' } },
  },
});

declareEnum(ApprovalLevel, {
  name: 'ApprovalLevel',
  description: says('Cấp độ phê duyệt.', 'How high something has to go before it is approved.'),
  values: {
    UNIT: { word: { vi: 'Đơn vị', en: 'The unit' } },
    PEOPLES_COMMITTEE: { word: { vi: 'Ủy ban nhân dân thành phố', en: 'The city’s People’s Committee' } },
    PARTY_STANDING_BOARD: { word: { vi: 'Ban Thường vụ Thành ủy', en: 'The Party Committee’s Standing Board' } },
    PARTY_COMMITTEE: { word: { vi: 'Thành ủy', en: 'The city’s Party Committee' } },
    PEOPLES_COUNCIL: { word: { vi: 'Hội đồng nhân dân thành phố', en: 'The city’s People’s Council' } },
  },
});

declareEnum(DocumentStepKind, {
  name: 'DocumentStepKind',
  description: says('Một bước trong quá trình của văn bản.', 'What was done with a document.'),
  values: {
    DRAFTED: { word: { vi: 'Lập dự thảo', en: 'Drafted' } },
    REVISED: { word: { vi: 'Chỉnh sửa', en: 'Revised' } },
    SENT_FOR_OPINIONS: { word: { vi: 'Gửi xin ý kiến', en: 'Sent for opinions' } },
    FINALISED: { word: { vi: 'Hoàn thiện', en: 'Finalised' } },
    SUBMITTED: { word: { vi: 'Trình', en: 'Submitted' } },
    APPROVED: { word: { vi: 'Phê duyệt', en: 'Approved by a level' } },
    RETURNED: { word: { vi: 'Trả lại', en: 'Returned with a reason' } },
    ISSUED: { word: { vi: 'Ban hành', en: 'Issued' } },
    ISSUE_CORRECTED: { word: { vi: 'Đính chính số, ngày ban hành', en: 'Number or date of issue corrected' } },
    WITHDRAWN: { word: { vi: 'Rút', en: 'Withdrawn' } },
  },
});
