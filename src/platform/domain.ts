import type { DeclaredEvent } from './event-log/event-types';
import type { DeclaredCommand } from './commands/declared-command';
import type { Precondition, Reaction } from './commands/steps';
import type {
  AnyRelation,
  Collection,
  ComputedField,
  ContributedFact,
  EntityClass,
  KeptSummary,
  Expectation,
  RowPolicy,
  Single,
} from './reader/model/declarations';

/** A relation that a domain adds to a type on its left, by an id column that the type already has. */
export interface ContributedRelation {
  readonly on: EntityClass;
  readonly field: string;
  readonly to: EntityClass;
  readonly by: string;
  readonly description: string;
}

/** What one domain contributes to the program. */
export interface Domain {
  readonly name: string;
  readonly entities: readonly EntityClass[];
  readonly commands?: readonly DeclaredCommand[];
  readonly events?: readonly Readonly<Record<string, DeclaredEvent>>[];
  /** TypeGraphQL resolver classes: mutations, and the few fields that are computed in code. */
  readonly resolvers?: readonly EntityClass[];
  /** Object types that only contributed fields mention. */
  readonly types?: readonly EntityClass[];
  readonly policies?: readonly RowPolicy[];
  readonly collections?: readonly Collection[];
  readonly facts?: readonly ContributedFact[];
  readonly relations?: readonly ContributedRelation[];
  readonly anyRelations?: readonly AnyRelation[];
  readonly computed?: readonly ComputedField[];
  readonly singles?: readonly Single[];
  readonly summaries?: readonly KeptSummary[];
  readonly expectations?: readonly Expectation[];
  readonly preconditions?: readonly Precondition[];
  readonly reactions?: readonly Reaction[];
}

/** The types of events that domains declare, in their order. */
export function declaredEvents(domains: readonly Domain[]): readonly DeclaredEvent[] {
  return domains.flatMap(({ events = [] }) => events.flatMap((map) => Object.values(map)));
}
