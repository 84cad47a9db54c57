import type { Domain } from '../../src/platform/domain';
import { refuse } from '../../src/platform/lib/domain-error';
import { says } from '../../src/platform/lib/says';
import type { RowChanges } from '../../src/platform/reader/model/row-changes';
import type { Supposing, Supposition } from '../../src/platform/reader/model/supposition';
import { ProgressReport } from '../../src/progress/reports/progress-report.entity';

/** Tables that the proposals of tests change. */
const CHANGED_TABLES = ['work_item', 'milestone', 'unit_role', 'target', 'appendix'] as const;

/**
 * A domain for tests in which reports stand for proposals: each changes what it was given. One that was withdrawn is decided. A row may be given as what it adds to
 * the row that is there.
 */
export class Proposals {
  private readonly changes = new Map<string, RowChanges>();
  /** What was asked for, in its order. */
  readonly asked: (readonly string[])[] = [];
  /** What happens between what is read for a proposal and the answer. */
  meanwhile: (reads: Supposing['reads']) => Promise<void> = () => Promise.resolve();

  readonly domain: Domain = { name: 'proposals', entities: [], suppositions: [this.supposition()] };

  /** Says what a report would change. */
  set(reportId: string, changes: RowChanges): void {
    this.changes.set(reportId, changes);
  }

  private supposition(): Supposition {
    return {
      field: 'supposing',
      description: says('Giả định.', 'Supposing.'),
      argument: 'reports',
      argumentDescription: says('Các báo cáo.', 'The reports.'),
      of: ProgressReport,
      tables: CHANGED_TABLES,
      follows: [...CHANGED_TABLES],
      changesOf: (ids, supposing) => this.changesOf(ids, supposing),
    };
  }

  private async changesOf(ids: readonly string[], { reads }: Supposing): Promise<RowChanges> {
    this.asked.push(ids);
    const decided = await reads.query<{ code: string }>(
      `select receipt_code as code from progress_report where id = any($1) and state = 'WITHDRAWN'`,
      [ids],
    );
    if (decided.length > 0) {
      throw refuse('CLOSED', ['reports'], 'Đã quyết định.', `Decided: ${decided.map(({ code }) => code).join(', ')}`);
    }
    const merged: Record<string, { rows: Record<string, unknown>[]; removed: string[] }> = {};
    for (const changes of ids.map((id) => this.changes.get(id) ?? {})) {
      for (const [table, { rows, removed }] of Object.entries(changes)) {
        const of = (merged[table] ??= { rows: [], removed: [] });
        for (const row of rows) of.rows.push(await whole(table, row, reads));
        of.removed.push(...removed);
      }
    }
    await this.meanwhile(reads);
    return merged;
  }
}

/** The row as it stands, with what is changed in it. */
async function whole(
  table: string,
  row: Readonly<Record<string, unknown>>,
  reads: Supposing['reads'],
): Promise<Record<string, unknown>> {
  const [found] = await reads.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from "${table}" t where id = $1`,
    [row.id],
  );
  return { ...found?.row, ...row };
}
