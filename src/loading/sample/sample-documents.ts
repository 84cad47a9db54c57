import data from '../../programme/data/sample-documents.json';

interface SampleDocument {
  readonly code: string;
  readonly kind: string;
  readonly title: string;
  readonly titleEn: string;
  readonly state: string;
  readonly approvalLevel: string;
  readonly implements: string;
  readonly draftingUnit: string;
  readonly submitBy: string;
  readonly issueBy: string;
  readonly submittedOn: string | null;
  readonly submissions: number;
}

interface SampleVersion {
  readonly writtenOn: string;
  readonly note: string;
  readonly sections: Readonly<Record<string, string | undefined>>;
}

interface SampleStep {
  readonly document: string;
  readonly kind: string;
  readonly state: string;
  readonly level?: string;
  readonly submission: number;
  readonly version: number;
  readonly takenOn: string;
  readonly note?: string;
}

interface SampleConsultation {
  readonly document: string;
  readonly round: number;
  readonly version: number;
  readonly unit: string;
  readonly askedOn: string;
  readonly dueOn: string;
  readonly answeredOn?: string;
  readonly opinion?: string;
  readonly text?: string;
  readonly verdict?: string;
  readonly reason?: string | null;
  readonly resolvedOn?: string;
}

interface SampleDocuments {
  /** Papers that are made up altogether. */
  readonly documents: readonly SampleDocument[];
  /** Wordings of those, and of known papers whose text was not found. */
  readonly texts: readonly { readonly document: string; readonly versions: readonly SampleVersion[] }[];
  readonly steps: readonly SampleStep[];
  readonly consultations: readonly SampleConsultation[];
}

/** What the sample makes up of documents; the type is checked against the file by the compiler. */
export const sampleDocuments: SampleDocuments = data;
