/** What a document is for. */
export enum DocumentKind {
  REGULATION = 'REGULATION',
  ASSIGNMENT = 'ASSIGNMENT',
  PLAN = 'PLAN',
  INSPECTION_PLAN = 'INSPECTION_PLAN',
  SCHEME = 'SCHEME',
  PROGRAMME = 'PROGRAMME',
  REPORT = 'REPORT',
  POLICY_PROPOSAL = 'POLICY_PROPOSAL',
}

/** What a section of a document is about. */
export enum SectionKind {
  // no sections of any document: where a difference between versions tells of titles
  TITLE = 'TITLE',
  TITLE_EN = 'TITLE_EN',
  PURPOSE = 'PURPOSE',
  CONTENT = 'CONTENT',
  ORGANISATION = 'ORGANISATION',
  DUTIES = 'DUTIES',
  WORKING_REGIME = 'WORKING_REGIME',
  WORKING_RELATIONS = 'WORKING_RELATIONS',
  BODY = 'BODY',
}

const PLAN_SECTIONS = [SectionKind.PURPOSE, SectionKind.CONTENT, SectionKind.ORGANISATION];

/** The sections of a document by its kind, in their order: a plan has I-III (rule R7), a regulation its three parts. */
export const SECTIONS: Readonly<Record<DocumentKind, readonly SectionKind[]>> = {
  REGULATION: [SectionKind.DUTIES, SectionKind.WORKING_REGIME, SectionKind.WORKING_RELATIONS],
  ASSIGNMENT: [SectionKind.BODY],
  PLAN: PLAN_SECTIONS,
  INSPECTION_PLAN: PLAN_SECTIONS,
  SCHEME: [SectionKind.BODY],
  PROGRAMME: [SectionKind.BODY],
  REPORT: [SectionKind.BODY],
  POLICY_PROPOSAL: [SectionKind.BODY],
};
