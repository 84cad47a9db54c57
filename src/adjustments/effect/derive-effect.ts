import type { RowChanges } from '../../platform/reader/model/row-changes';
import type { Query } from '../changes/load-adjustment-facts';
import type { AdjustmentEffect } from './adjustment-effect.type';
import { figuresSql } from './effect.sql';

/** What changes would move, and the end of the log as it stood before that was worked out. */
export interface DerivedEffect {
  readonly effectLines: AdjustmentEffect[];
  readonly effectCursor: string;
}

const HEAD = `select epoch || '.' || position as cursor from log_head`;

/** What changes would move: the figures of the programme before and after, those that differ. Nothing is written. */
export async function deriveEffect(
  query: Query,
  changes: RowChanges,
  known: { readonly programmeId: string; readonly today: string; readonly now: Date },
): Promise<DerivedEffect> {
  const [head] = (await query(HEAD, [])) as { cursor: string }[];
  const before = await figures(query, {}, known);
  const after = await figures(query, changes, known);
  const measures = [...new Set([...before.keys(), ...after.keys()])].sort();
  const effectLines = measures.flatMap((measure) => {
    const [was, is] = [before.get(measure) ?? null, after.get(measure) ?? null];
    return was === is ? [] : [{ measure, before: was, after: is }];
  });
  return { effectLines, effectCursor: head!.cursor };
}

async function figures(
  query: Query,
  changes: RowChanges,
  known: { programmeId: string; today: string; now: Date },
): Promise<ReadonlyMap<string, string>> {
  const values: unknown[] = [];
  const text = figuresSql(changes, (value) => `$${values.push(value)}`, known);
  const rows = (await query(text, values)) as { measure: string; value: string }[];
  return new Map(rows.map(({ measure, value }) => [measure, value]));
}
