/** What rights are read from. Handed in: the platform knows no accounts. */
export interface RightsSource {
  /** Tags of events after which somebody's rights may be others: tables, and `today` where they follow the date. */
  readonly tags: readonly string[];
  /** The type whose events, by their subject, say whose rights they concern; an event about another one concerns everybody's. */
  readonly accountType: string;
}
