import programmeAgreementText from '../../../schema/operations/programme-agreement.graphql?raw';
import programmeDocumentText from '../../../schema/operations/programme-document.graphql?raw';
import programmeDocumentsText from '../../../schema/operations/programme-documents.graphql?raw';
import programmeTargetsText from '../../../schema/operations/programme-targets.graphql?raw';
import programmeWorkText from '../../../schema/operations/programme-work.graphql?raw';
import { operation } from '../feed/public';
import type * as Types from '../generated/operations';

export const programmeTargets = operation<Types.ProgrammeTargetsQuery, Types.ProgrammeTargetsQueryVariables>(
  programmeTargetsText,
);
export const programmeWork = operation<Types.ProgrammeWorkQuery, Types.ProgrammeWorkQueryVariables>(programmeWorkText);
export const programmeDocuments = operation<Types.ProgrammeDocumentsQuery, Types.ProgrammeDocumentsQueryVariables>(
  programmeDocumentsText,
);
export const programmeAgreement = operation<Types.ProgrammeAgreementQuery, Types.ProgrammeAgreementQueryVariables>(
  programmeAgreementText,
);
export const programmeDocument = operation<Types.ProgrammeDocumentQuery, Types.ProgrammeDocumentQueryVariables>(
  programmeDocumentText,
);
