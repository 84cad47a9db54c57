import { type GraphQLSchema, isNonNullType } from 'graphql';
import { ReadError } from '../reader/read-error';
import type { Selections } from '../reader/statement/selections';

/** Root fields of a query that cannot be answered as they were asked, each with its error, by response key. */
export type RefusedRoots = ReadonlyMap<string, ReadError>;

/**
 * The root fields that an error of reading speaks of, if all of them may be null: then the others can be answered without them. Null when it stands for the whole
 * answer, since it speaks of no root field or of one that may not be null, or since the whole is more than may be asked.
 */
export function refusedRoots(error: unknown, schema: GraphQLSchema, selections: Selections): RefusedRoots | null {
  if (!(error instanceof ReadError)) return null;
  const refused = new Map<string, ReadError>();
  for (const failed of [error, ...error.others]) {
    const key = failed.path?.[0];
    if (key === undefined || failed.code === 'QUERY_TOO_COMPLEX' || !mayBeNull(key, schema, selections)) return null;
    if (!refused.has(key)) refused.set(key, failed);
  }
  return refused;
}

/** What is selected beside them. */
export function without(selections: Selections, refused: RefusedRoots): Selections {
  return refused.size === 0 ? selections : new Map([...selections].filter(([key]) => !refused.has(key)));
}

function mayBeNull(key: string, schema: GraphQLSchema, selections: Selections): boolean {
  const name = selections.get(key)?.[0]?.name.value;
  const field = name === undefined ? undefined : schema.getQueryType()!.getFields()[name];
  return field !== undefined && !isNonNullType(field.type);
}
