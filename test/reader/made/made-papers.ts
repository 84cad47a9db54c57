import { DATES, MOMENTS, RowWriter } from './row-writer';

const DOCUMENT_STATES = ['DRAFTING', 'CONSULTING', 'FINALISED', 'SUBMITTED', 'SUBMITTED', 'ISSUED', 'WITHDRAWN'];
const STEP_KINDS = [
  'DRAFTED',
  'REVISED',
  'SENT_FOR_OPINIONS',
  'FINALISED',
  'SUBMITTED',
  'APPROVED',
  'RETURNED',
  'ISSUED',
  'WITHDRAWN',
  'ISSUE_CORRECTED',
];
const LEVELS = ['UNIT', 'PEOPLES_COMMITTEE', 'PARTY_STANDING_BOARD', 'PARTY_COMMITTEE', 'PEOPLES_COUNCIL'];

/** Makes documents with whatever hangs on them but their lists. */
export class PaperMaker extends RowWriter {
  /** Gives the ids of the documents. */
  async make(units: readonly string[], programmes: readonly string[]): Promise<string[]> {
    const standing = await this.ids('document');
    const documents = await this.times(8, 'document', () => ({
      code: this.code(),
      ...this.way(units, standing),
      programme_id: this.maybe(this.choose.one(programmes)),
      number: this.maybe(this.choose.one(['1', '10', '2', '7a', '7B', 'Đ-2', 'e'])),
      kind: this.choose.one([
        'REGULATION',
        'ASSIGNMENT',
        'PLAN',
        'INSPECTION_PLAN',
        'SCHEME',
        'PROGRAMME',
        'REPORT',
        'POLICY_PROPOSAL',
      ]),
      title: this.name(),
      title_en: this.name(),
      issuer: this.maybe(this.name()),
      year: this.maybe(this.choose.one([2021, 2022, 2023])),
      issued_on: this.maybe(this.choose.one(DATES)),
      reported_on: this.maybe(this.choose.one(DATES)),
      ...this.source(),
    }));
    await this.papers(documents, units);
    return documents;
  }

  /** How far a document has come: whatever the rules would say of it. */
  private way(units: readonly string[], standing: readonly string[]): Record<string, unknown> {
    return {
      state: this.choose.one(DOCUMENT_STATES),
      approval_level: this.turn([...LEVELS, null]),
      implements_id: this.maybe(this.choose.one(standing)),
      drafting_unit_id: this.maybe(this.choose.one(units)),
      submit_by: this.maybe(this.choose.one(DATES.slice(0, 5))),
      issue_by: this.maybe(this.choose.one(DATES.slice(4))),
      submitted_on: this.maybe(this.choose.one(DATES)),
      submissions: this.choose.between(0, 2),
      is_sample: this.choose.percent(50),
    };
  }

  private async papers(documents: readonly string[], units: readonly string[]): Promise<void> {
    const versions = await this.times(14, 'document_version', () => ({
      document_id: this.choose.one(documents),
      number: this.choose.between(1, 3),
      note: this.name(),
      written_by_id: this.choose.one(this.accountIds),
      written_at: this.choose.one(MOMENTS),
      is_sample: this.choose.percent(50),
    }));
    await this.times(24, 'document_section', () => ({
      version_id: this.choose.one(versions),
      ordinal: this.choose.between(1, 3),
      kind: this.choose.one(['PURPOSE', 'CONTENT', 'ORGANISATION', 'DUTIES', 'BODY']),
      text: this.name(),
      is_sample: this.choose.percent(50),
    }));
    await this.times(24, 'document_step', () => ({
      document_id: this.choose.one(documents),
      kind: this.turn(STEP_KINDS),
      state: this.choose.one(DOCUMENT_STATES),
      level: this.turn([...LEVELS, null, null]),
      submission: this.choose.between(0, 2),
      version_number: this.choose.between(1, 3),
      taken_on: this.choose.one(DATES),
      recorded_at: this.choose.one(MOMENTS),
      actor_id: this.choose.one(this.accountIds),
      note: this.maybe(this.name()),
      is_sample: this.choose.percent(50),
    }));
    await this.times(24, 'consultation', () => ({
      document_id: this.choose.one(documents),
      round: this.choose.between(1, 3),
      version_number: this.choose.between(1, 3),
      unit_id: this.choose.one(units),
      asked_on: this.choose.one(DATES.slice(0, 5)),
      due_on: this.choose.one(DATES.slice(5)),
      answered_on: this.maybe(this.choose.one(DATES)),
      opinion: this.maybe(this.choose.one(['AGREED', 'AGREED_WITH_COMMENTS', 'DISAGREED'])),
      text: this.maybe(this.name()),
      recorded_by_id: this.maybe(this.choose.one(this.accountIds)),
      verdict: this.maybe(this.choose.one(['TAKEN_IN', 'TAKEN_IN_PART', 'NOT_TAKEN_IN'])),
      verdict_reason: this.maybe(this.name()),
      resolved_on: this.maybe(this.choose.one(DATES)),
      resolved_by_id: this.maybe(this.choose.one(this.accountIds)),
      is_sample: this.choose.percent(50),
    }));
  }
}
