import type {
  AnyRelation,
  Collection,
  ComputedField,
  ContributedFact,
  EntityClass,
  Expectation,
  KeptSummary,
  RowPolicy,
} from './declarations';

/** A relation that a domain adds to a type on its left, by an id column that the type already has. */
export interface ContributedRelation {
  readonly on: EntityClass;
  readonly field: string;
  readonly to: EntityClass;
  readonly by: string;
  readonly description: string;
}

/** What a domain tells the reader, beside what its entities declare themselves. */
export interface ReadContribution {
  readonly policies?: readonly RowPolicy[];
  readonly collections?: readonly Collection[];
  readonly facts?: readonly ContributedFact[];
  readonly relations?: readonly ContributedRelation[];
  readonly anyRelations?: readonly AnyRelation[];
  readonly computed?: readonly ComputedField[];
  readonly summaries?: readonly KeptSummary[];
  readonly expectations?: readonly Expectation[];
}
