import { answerOpinion } from './consultations/answer-opinion';
import { approveDocument } from './route/approve-document';
import { correctIssue } from './route/correct-issue';
import { draftDocument } from './draft-document';
import { finaliseDocument } from './route/finalise-document';
import { issueDocument } from './route/issue-document';
import { recordOpinion } from './consultations/record-opinion';
import { returnDocument } from './route/return-document';
import { reviseDocument } from './text/revise-document';
import { sendForOpinions } from './consultations/send-for-opinions';
import { submitDocument } from './route/submit-document';
import { withdrawDocument } from './route/withdraw-document';
import type { Domain } from '../platform/domain';
import { visibleToAll } from '../platform/reader/model/visible-to-all';
import { says } from '../platform/lib/says';
import { Unit } from '../organisation/public';
import { Programme } from '../programme/public';
import { Appendix } from './appendices/appendix.entity';
import { Consultation } from './consultations/consultation.entity';
import './document.enums';
import { Document } from './document.entity';
import { DocumentFields } from './document.fields';
import { DocumentSection } from './text/document-section.entity';
import { DocumentStep } from './route/document-step.entity';
import { readableOpinions, readableSections, readableSteps, readableVersions } from './text/document-text.policy';
import { DocumentVersion } from './text/document-version.entity';
import { comparedTexts } from './text/document-version.sql';
import { DocumentVersionFields } from './text/document-version.fields';
import { documentEvents } from './document.events';

/** Comparing two versions at its worst, against finding a row. */
const DIFFERENCE_WEIGHT = 100;

const entities = [Document, DocumentVersion, DocumentSection, DocumentStep, Consultation, Appendix];

/** Papers and their way from draft to issue: versions, opinions, approval; the lists that hang on them. */
export const documents: Domain = {
  name: 'documents',
  entities,
  commands: [
    answerOpinion,
    approveDocument,
    correctIssue,
    draftDocument,
    finaliseDocument,
    issueDocument,
    recordOpinion,
    returnDocument,
    reviseDocument,
    sendForOpinions,
    submitDocument,
    withdrawDocument,
  ],
  events: [documentEvents],
  resolvers: [DocumentVersionFields, DocumentFields],
  policies: [
    ...[Document, Appendix].map(visibleToAll),
    { of: DocumentVersion, readable: readableVersions },
    { of: DocumentSection, readable: readableSections },
    { of: DocumentStep, readable: readableSteps },
    { of: Consultation, readable: readableOpinions },
  ],
  computed: [
    {
      on: DocumentVersion,
      field: 'difference',
      needs: [],
      asked: comparedTexts,
      weight: DIFFERENCE_WEIGHT,
      isSharable: true,
    },
    {
      on: Document,
      field: 'viewerCan',
      needs: ['draftingUnitId', 'state', 'awaitedLevel', 'awaitedUnitIds', 'hasOpinions'],
    },
  ],
  collections: [
    {
      on: Programme,
      field: 'documents',
      of: Document,
      by: 'programmeId',
      as: 'connection',
      description: says('Văn bản của chương trình.', 'Documents of the programme.'),
    },
    {
      on: Document,
      field: 'appendices',
      of: Appendix,
      by: 'documentId',
      as: 'list',
      description: says('Phụ lục của văn bản.', 'Its appendices.'),
    },
    {
      on: Document,
      field: 'implementations',
      of: Document,
      by: 'implementsId',
      as: 'connection',
      description: says('Các văn bản triển khai thực hiện nó.', 'The documents that carry it out.'),
    },
    {
      on: Document,
      field: 'versions',
      of: DocumentVersion,
      by: 'documentId',
      as: 'list',
      description: says('Các bản, từ bản đầu tiên.', 'Its versions, the first one first.'),
    },
    {
      on: DocumentVersion,
      field: 'sections',
      of: DocumentSection,
      by: 'versionId',
      as: 'list',
      description: says('Các mục, theo thứ tự.', 'Its sections, in their order.'),
    },
    {
      on: Document,
      field: 'steps',
      of: DocumentStep,
      by: 'documentId',
      as: 'list',
      description: says('Các bước đã qua, có ngày và người thực hiện.', 'The steps taken, with dates and actors.'),
    },
    {
      on: Document,
      field: 'consultations',
      of: Consultation,
      by: 'documentId',
      as: 'connection',
      description: says('Các lượt xin ý kiến.', 'Whose opinions were asked for, and what came.'),
    },
    {
      on: Unit,
      field: 'consultations',
      of: Consultation,
      by: 'unitId',
      as: 'connection',
      description: says('Các lượt đơn vị được xin ý kiến.', 'Drafts on which the unit was asked.'),
    },
  ],
};
