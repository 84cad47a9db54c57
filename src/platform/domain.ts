import type { Precondition, Reaction } from './commands/steps';
import type { DeclaredJob } from './jobs/queue/declared-job';
import type { EntityClass } from './reader/model/declarations';
import type { SchemaContribution } from './schema/schema-contribution';

/** What one domain contributes to the program: each room of the platform takes the part that it has declared. */
export interface Domain extends SchemaContribution {
  readonly name: string;
  readonly entities: readonly EntityClass[];
  readonly preconditions?: readonly Precondition[];
  readonly reactions?: readonly Reaction[];
  readonly jobs?: readonly DeclaredJob[];
}
