import type { Check, Page } from './founding-answer';

const LIST = `(select id from appendix where code = '07-PL32')`;

/** All rows of a statement as a JSON list; columns are named like fields. */
const rows = (statement: string): string => `(select coalesce(json_agg(r), '[]') from (${statement}) r)`;

/** How the list of 32 stands once some items are due on other days, by their codes; told without the program. */
export const listWith = (dates: Readonly<Record<string, string>> = {}): string => {
  const items = `(select w.code, coalesce(('${JSON.stringify(dates)}'::jsonb ->> w.code)::date, w.due_on) as due_on,
      coalesce(b.due_on, w.due_on) as first_due_on, w.lead_unit_id
    from work_item w left join work_item_baseline b on b.work_item_id = w.id where w.appendix_id = ${LIST})`;
  return `select (select row_to_json(a) from (select expected_count as "expectedCount",
        (select count(*)::integer from work_item w where w.appendix_id = ${LIST} and w.stopped_on is null) as "actualCount"
      from appendix where id = ${LIST}) a) as appendix,
    ${rows(`select i.code, i.due_on as "dueOn", i.due_on - i.first_due_on as "slippageDays", u.code as unit from ${items} i
      join unit u on u.id = i.lead_unit_id order by i.code collate natural_order`)} as items,
    ${rows(`select to_char(i.due_on, 'YYYY') as year, count(*)::integer as count from ${items} i group by 1 order by 1`)} as "byYear"`;
};

/** What is asked of the list, now or as it would be. */
export interface ListAnswer {
  readonly appendix: object;
  readonly workItems: Page & { readonly byYear: readonly { keys: readonly { value: string }[]; count: number }[] };
}

/** An answer about the list as the statement above gives it. */
export const listOf = ({ appendix, workItems }: ListAnswer): object => ({
  appendix,
  items: workItems.nodes.map(({ code, dueOn, slippageDays, leadUnit }) => ({
    code,
    dueOn,
    slippageDays,
    unit: (leadUnit as { code: string }).code,
  })),
  byYear: workItems.byYear
    .map(({ keys, count }) => ({ year: keys[0]!.value, count }))
    .sort((one, other) => one.year.localeCompare(other.year)),
});

/** What the files on adjusting must answer, as in founding-queries.table.ts. */
export const ADJUSTING_CHECKS: Readonly<Record<string, Check>> = {
  'list-now-and-as-adjusted.graphql': {
    sql: listWith(),
    of: (data) => {
      const { whatIf, ...now } = data as unknown as ListAnswer & { whatIf: ListAnswer };
      // of no adjustments both are alike
      expect(whatIf).toEqual(now);
      return listOf(now);
    },
  },
  'what-adjustments-changed.graphql': {
    sql: `select ${rows(`select v.applied_on as "appliedOn", w.code, w.due_on as "dueOn", w.due_on - b.due_on as "slippageDays", b.starts_on as "firstStartsOn",
          b.due_on as "firstDueOn", u.code as "firstUnit", q.reason, q.decision_number as "decisionNumber", q.approval_level as "approvalLevel",
          (select json_agg(json_build_object('field', c ->> 'field', 'before', c ->> 'before', 'after', c ->> 'after'))
            from jsonb_array_elements(v.change_lines) c) as changes
        from revision v join work_item w on w.id = v.work_item_id join work_item_baseline b on b.work_item_id = w.id join unit u on u.id = b.lead_unit_id
          join adjustment_request q on q.id = v.adjustment_id
        where w.appendix_id = ${LIST} order by v.applied_on, w.code collate natural_order`)} as revisions`,
    of: ({ revisions }) => ({
      revisions: revisions!.nodes.map(({ appliedOn, workItem, adjustment, changes }) => {
        const { code, dueOn, slippageDays, baseline } = workItem as Record<string, unknown>;
        const first = baseline as { startsOn: string; dueOn: string; leadUnit: { code: string } };
        return {
          appliedOn,
          code,
          dueOn,
          slippageDays,
          firstStartsOn: first.startsOn,
          firstDueOn: first.dueOn,
          firstUnit: first.leadUnit.code,
          ...(adjustment as object),
          changes,
        };
      }),
    }),
  },
};
