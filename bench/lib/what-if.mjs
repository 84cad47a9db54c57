import { whatIf } from '../workloads/what-if.mjs';
import { ask } from './ask.mjs';
import { measure } from './measure.mjs';

const ADJUSTMENTS = 10;
/** Days by which each of them would move an item's due date. */
const DAYS = 30;

/** The same server in two roles; no answer from its cache. */
const NOW = { name: 'now', server: 'tiendo', dialect: 'now', headers: { 'cache-control': 'no-cache' } };
const THEN = { ...NOW, name: 'whatIf', dialect: 'then' };

/** Requests that units have agreed to, each on an item of the list that no other one is about. */
const REQUESTS = `
  insert into adjustment_request (programme_id, unit_id, state, approval_level, product, target_id, objective, resources, reason,
    requested, change_lines, effect_lines, effect_at, registered_by_id, registered_at, unit_approved_at)
  select w.programme_id, w.lead_unit_id, 'UNIT_APPROVED', 'PEOPLES_COMMITTEE', 'bench', (select id from target t where t.programme_id = w.programme_id order by number limit 1),
    'bench', 'bench', 'bench', jsonb_build_array(jsonb_build_object('kind', 'ITEM', 'workItemId', w.id, 'set', jsonb_build_object('due_on', w.due_on + ${DAYS}))),
    '[]', '[]', '2023-11-14', (select id from account order by id limit 1), '2023-11-14', '2023-11-14'
  from work_item w join appendix a on a.id = w.appendix_id
  where a.code = '07-PL32' and w.is_in_force and w.completed_on is null
    and not exists (select from adjustment_request q cross join jsonb_array_elements(q.requested) c where c ->> 'workItemId' = w.id::text)
  order by w.number limit ${ADJUSTMENTS} returning 'aq_' || id as id`;

/** Measures the list as it would be beside the list as it is, in turns: rows of which the second tells its time by that of the first. */
export async function measureWhatIf(bench) {
  const adjustments = (await bench.database.query(REQUESTS)).map(({ id }) => id);
  const workload = { ...whatIf, then: { ...whatIf.then, variables: () => ({ adjustments }) } };
  await assertMoved(bench.orders, workload);
  const rows = await measure(bench, workload, [NOW, THEN]);
  const [now] = rows;
  return rows.map((row) => (row === now ? row : { ...row, timeToNow: row.p50ms / now.p50ms }));
}

/** Throws unless exactly as many items would be due later as there are adjustments. */
async function assertMoved(orders, workload) {
  const [now, then] = await Promise.all([NOW, THEN].map((one) => answerOf(orders, one, workload)));
  const before = new Map(now.workItems.nodes.map(({ code, dueOn }) => [code, Date.parse(dueOn)]));
  const moved = then.whatIf.workItems.nodes.filter(
    ({ code, dueOn }) => Date.parse(dueOn) - before.get(code) === DAYS * 86_400_000,
  );
  if (moved.length === ADJUSTMENTS) return;
  throw new Error(`whatIf moves ${moved.length} items instead of ${ADJUSTMENTS}.`);
}

async function answerOf(orders, contender, workload) {
  const { status, data, errors } = await ask(orders.single(contender, workload));
  if (status === 200 && errors === undefined) return data;
  throw new Error(`tiendo does not answer ${contender.name} (${status}): ${JSON.stringify(errors)}`);
}
