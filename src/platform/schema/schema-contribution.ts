import type { DeclaredCommand } from '../commands/declared-command';
import type { DeclaredEvent } from '../event-log/event-types';
import type { EntityClass, SingletonField } from '../reader/model/declarations';
import type { Supposition } from '../reader/model/supposition';
import type { ReadContribution } from '../reader/model/read-contribution';

/** What a domain adds to the schema, beside what the reader is told. */
export interface SchemaContribution extends ReadContribution {
  readonly commands?: readonly DeclaredCommand[];
  readonly events?: readonly Readonly<Record<string, DeclaredEvent>>[];
  /** TypeGraphQL resolver classes: mutations, and the few fields that are computed in code. */
  readonly resolvers?: readonly EntityClass[];
  /** Object types that only contributed fields mention. */
  readonly types?: readonly EntityClass[];
  readonly singles?: readonly SingletonField[];
  /** What may be supposed: a field of Query beside `asOf`. */
  readonly suppositions?: readonly Supposition[];
  /** Mutations that strangers may call: each is asked for once an operation. */
  readonly publicMutations?: readonly string[];
  /** Tables that say in `is_sample` which of their rows are sample rows: while there are any, everybody is told. */
  readonly sampleTables?: readonly string[];
}
