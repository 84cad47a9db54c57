import data from '../programme/data/programme07.json';

/** What every row of the collection says about where it was read. */
export interface Sourced {
  readonly source: string | readonly string[];
  readonly reliability?: string;
}

interface TargetRow extends Sourced {
  readonly id: string;
  readonly name_vi: string;
  readonly name_en: string;
  readonly comparator: string;
  readonly value: number | null;
  readonly value_high: number | null;
  readonly unit: string | null;
  readonly year: number;
  readonly text_vi: string;
}

interface ActualRow extends Sourced {
  readonly indicator: string;
  readonly period: string;
  readonly value: number;
  readonly comparator?: string;
  readonly text?: string;
  readonly note?: string;
}

interface PaperRow extends Sourced {
  readonly id: string;
  readonly title_vi: string;
  readonly code?: string;
  readonly count?: number;
  readonly issuer?: string;
  readonly lead_vi?: string;
  readonly year?: number;
  readonly reported?: string;
  readonly note?: string;
  readonly inspected_vi?: readonly string[];
}

interface DepartmentRow extends Sourced {
  readonly name_vi: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly successor_vi?: string;
  readonly successor_source?: string | readonly string[];
}

interface ProgrammeRow extends Sourced {
  readonly number: number;
  readonly code: string;
  readonly title_vi: string | null;
  readonly title_en: string;
  readonly issued?: string;
}

interface RoleRow extends Sourced {
  readonly role_vi: string;
  readonly title_vi: string;
  readonly as_of: string;
}

interface Programme07 {
  readonly programme: Sourced & {
    readonly code: string;
    readonly title_vi: string;
    readonly title_en: string;
    readonly issued: string;
    readonly issuer: string;
    readonly general_goal_vi: string;
  };
  readonly objectives: readonly (Sourced & { readonly id: string; readonly text_vi: string })[];
  readonly targets: readonly TargetRow[];
  readonly target_versions_and_related: readonly (Sourced & {
    readonly stage: string;
    readonly items: readonly string[];
  })[];
  readonly actuals: readonly ActualRow[];
  readonly work_items: readonly PaperRow[];
  readonly programmes: readonly ProgrammeRow[];
  readonly units: {
    readonly departments_found_2021_2025: readonly DepartmentRow[];
    readonly departments_after_2025_03_01: Sourced & {
      readonly names_vi: readonly string[];
      readonly effective: string;
    };
    readonly districts_2021: readonly (Sourced & { readonly name_vi: string; readonly type: string })[];
    readonly structural_change: Sourced & { readonly text: string };
    readonly party_and_elected_bodies: readonly (Sourced & { readonly name_vi: string })[];
  };
  readonly committee_roles: readonly RoleRow[];
  readonly events: readonly (Sourced & { readonly date: string; readonly kind: string; readonly text: string })[];
}

/** What is publicly known of the programme, as it was collected; the type is checked against the file by the compiler. */
export const programme07: Programme07 = data;
