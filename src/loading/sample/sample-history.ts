import { acceptedReports, type SampleReport } from './sample-reports';
import { codeOf, type SampleItem, sampleItems } from './sample-items';
import { otherReports } from './sample-submissions';

/** A sample item with all that happened to it. */
export interface SampleHistory {
  readonly code: string;
  readonly item: SampleItem;
  readonly accepted: readonly SampleReport[];
  readonly others: readonly SampleReport[];
}

/** The sample items with their reports; `shortNames` gives the names of units by code, for the reports' words. */
export function sampleHistories(shortNames: ReadonlyMap<string, string>): SampleHistory[] {
  return sampleItems.map((item) => {
    const partner = shortNames.get(item.cooperating[0] ?? '') ?? 'các đơn vị liên quan';
    const accepted = acceptedReports(item, partner);
    return { code: codeOf(item), item, accepted, others: otherReports(item, accepted) };
  });
}
