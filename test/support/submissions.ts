import { toGlobalId } from '../../src/platform/lib/global-id';
import { ApiClient } from './api-client';
import type { DatabaseView } from './database-view';
import { type ReportPayload, SUBMIT } from './report-operations';

const PERIODS = ['2023-Q3', '2023-Q4'];

/** A report to be sent, as often as it takes, under one key. */
export interface Submission {
  readonly key: string;
  readonly input: object;
}

/** Adds items of one unit, 07-K1 and so on, and gives two submissions for each, so that each is the first of its item and period. */
export async function makeSubmissions(view: DatabaseView, items: number): Promise<Submission[]> {
  const added = await view.rows<{ id: string }>(
    `insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id,
       starts_on, due_on, is_sample)
     select '07-K' || n, 1000 + n, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id,
       starts_on, due_on, true
     from work_item, generate_series(1, $1::integer) as n where code = '07-01' returning id`,
    [items],
  );
  return added.flatMap(({ id }) =>
    PERIODS.map((period) => ({
      key: `${id}-${period}`,
      input: {
        workItemId: toGlobalId('wi', id),
        period,
        percentComplete: 10,
        summary: `Lượt nộp ${id} ${period}`,
        latenessReason: 'Thử',
        idempotencyKey: `${id}-${period}`,
      },
    })),
  );
}

/** Sends a submission and gives its receipt. Throws what fetch throws when the connection breaks: see `isBroken`. */
export async function submit(url: string, token: string, { input }: Submission): Promise<string> {
  const { data, errors } = await new ApiClient(url, token).ask<{ payload: ReportPayload }>(SUBMIT, { input });
  const code = data.payload.receipt?.code;
  if (code === undefined) throw new Error(JSON.stringify(errors ?? data.payload.userErrors));
  return code;
}

/** Whether the connection broke before there was an answer. (The class of what fetch throws is not the test's own.) */
export function isBroken(error: unknown): boolean {
  return (error as Error).name === 'TypeError';
}

/** The receipts that are stored. */
export async function storedReceipts(view: DatabaseView): Promise<string[]> {
  const rows = await view.rows<{ code: string }>(
    `select receipt_code as code from progress_report where summary like 'Lượt nộp %' order by 1`,
  );
  return rows.map(({ code }) => code);
}
