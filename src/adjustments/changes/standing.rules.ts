/** A unit, as far as giving it work depends on it. */
export interface StandingUnit {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly validTo: string | null;
  /** The unit that holds all its matters today: itself, or what has succeeded it. */
  readonly holderId: string;
}

/** A request that is not decided yet, and the things that it changes. */
export interface PendingRequest {
  readonly id: string;
  readonly unit: { readonly shortName: string; readonly shortNameEn: string };
  readonly registeredOn: string;
  readonly things: readonly string[];
}

/** What changes are judged by, beside the rows that they change. */
export interface Standing {
  readonly units: readonly StandingUnit[];
  readonly persons: readonly { readonly id: string; readonly unitId: string | null }[];
  readonly deliverables: readonly { readonly workItemId: string; readonly title: string; readonly dueOn: string }[];
  readonly programme: { readonly periodFrom: number; readonly periodTo: number };
  /** Lists of issued plans of the programme. */
  readonly issuedLists: readonly string[];
  /** Codes that other items have. */
  readonly takenCodes: readonly string[];
  readonly pending: readonly PendingRequest[];
}
