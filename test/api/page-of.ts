import type { ApiClient } from '../support/api-client';
import type { Listed } from './lists.table';

/** A page of a list. */
export interface Connection {
  readonly edges: readonly { cursor: string; node: { key: string } }[];
  readonly nodes: readonly { key: string }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  readonly totalCount: number;
}

/** Asks for a page of a list. */
export async function pageOf(
  client: ApiClient,
  list: Listed,
  args: string,
  where: object | null = null,
): Promise<Connection> {
  const answer = await client.ask<{ list: Connection }>(
    `query ($where: ${list.filter}) { list: ${list.field}(${args}, where: $where) {
      edges { cursor node { key: ${list.key} } } nodes { key: ${list.key} } totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    { where },
  );
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return answer.data.list;
}

/** The keys of a page, in its order. */
export const keysOf = ({ edges }: Connection): string[] => edges.map(({ node }) => node.key);
