import items from '../../programme/data/sample-work-items.json';

/** A step of a sample item; whether it was reached follows from the sample reports. */
interface SampleMilestone {
  readonly title: string;
  readonly titleEn: string;
  readonly dueOn: string;
  readonly plannedPercent: number;
}

/** A sample item as it is written down; units are named by their codes. */
export interface SampleItem {
  readonly number: number;
  readonly kind: string;
  readonly title: string;
  readonly titleEn: string;
  readonly shortName: string;
  readonly shortNameEn: string;
  readonly lead: string;
  readonly cooperating: readonly string[];
  readonly advisory: readonly string[];
  readonly monitoring: readonly string[];
  readonly startsOn: string;
  readonly dueOn: string;
  /** The office that answers for it, or null: some items show what a missing owner looks like. */
  readonly responsible: string | null;
  /** What the work is about, as it stands within a sentence. */
  readonly subject: string;
  readonly milestones: readonly SampleMilestone[];
  /** Accepted percent by quarter, from the quarter of the start on; null where the unit was silent. */
  readonly progress: readonly (number | null)[];
  /** The unit's own view by quarter, where it is not the computed one. */
  readonly claims?: Readonly<Record<string, string>>;
  readonly claimReason?: string;
  readonly decreaseReason?: string;
  readonly verifiedHealth?: string;
}

/** The 32 sample rows of the plan's list: plausible, varied, and no facts. */
export const sampleItems = items as readonly SampleItem[];

/** The code of a row of the plan's list: `07-01`. */
export function codeOf(item: { readonly number: number }): string {
  return `07-${String(item.number).padStart(2, '0')}`;
}
