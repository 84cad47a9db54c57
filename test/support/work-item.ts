import type { ApiClient } from './api-client';

/** An item as these tests look at it. */
export interface ItemShape {
  readonly id: string;
  readonly percentComplete: number;
  readonly health: string;
  readonly claimedHealth: string | null;
  readonly statutoryClass: string;
  readonly completedOn: string | null;
  readonly milestones: readonly { id: string; number: number; reachedOn: string | null }[];
}

/** What only an accepted report may change. */
const OFFICIAL = `id percentComplete health claimedHealth statutoryClass completedOn milestones { id number reachedOn }`;

/** The official figures of an item. */
export async function itemOf(client: ApiClient, code: string): Promise<ItemShape> {
  const answer = await client.ask<{ workItem: ItemShape | null }>(
    `query ($code: String!) { workItem(code: $code) { ${OFFICIAL} } }`,
    { code },
  );
  if (answer.data.workItem === null) throw new Error(`There is no item ${code}.`);
  return answer.data.workItem;
}
