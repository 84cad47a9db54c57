import type {
  ProgrammeAgreementQuery,
  ProgrammeDocumentQuery,
  ProgrammeDocumentsQuery,
  ProgrammeTargetsQuery,
  ProgrammeWorkQuery,
} from '../../generated/operations';

export type Programme = NonNullable<ProgrammeTargetsQuery['programme']>;
export type Target = Programme['targets']['nodes'][number];
export type Item = NonNullable<ProgrammeWorkQuery['programme']>['workItems']['nodes'][number];
export type Member = ProgrammeWorkQuery['committeeMemberships']['nodes'][number];
export type Oversight = ProgrammeWorkQuery['workItemOversights']['nodes'][number];
export type Document = ProgrammeDocumentsQuery['documents']['nodes'][number];
/** A document that was opened. */
export type OpenDocument = NonNullable<ProgrammeDocumentQuery['document']>;
export type Appendix = ProgrammeDocumentsQuery['appendices']['nodes'][number];
export type Indicator = ProgrammeAgreementQuery['indicators']['nodes'][number];
export type Clause = Indicator['targets'][number];

/** Everything that the page shows of a programme, once all of it has come. */
export interface Rows {
  targets: readonly Target[];
  objectives: Programme['objectives'];
  viewpoints: Programme['viewpoints'];
  items: readonly Item[];
  oversights: readonly Oversight[];
  documents: readonly Document[];
  appendices: readonly Appendix[];
}

/** All rows, once all answers have come; else null. */
export function rowsOf(
  targets: ProgrammeTargetsQuery | null,
  work: ProgrammeWorkQuery | null,
  documents: ProgrammeDocumentsQuery | null,
): Rows | null {
  if (targets?.programme == null || work?.programme == null || documents === null) return null;
  return {
    targets: targets.programme.targets.nodes,
    objectives: targets.programme.objectives,
    viewpoints: targets.programme.viewpoints,
    items: work.programme.workItems.nodes,
    oversights: work.workItemOversights.nodes,
    documents: documents.documents.nodes,
    appendices: documents.appendices.nodes,
  };
}
