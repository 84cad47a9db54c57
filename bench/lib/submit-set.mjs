import { CONTENDERS } from '../contenders/index.mjs';
import { PLAIN_TABLE } from '../workloads/insert-report.mjs';
import { submit } from '../workloads/submit.mjs';
import { check } from './check.mjs';
import { machineFacts } from './machine.mjs';
import { measure } from './measure.mjs';
import { Orders } from './orders.mjs';
import { copyReports } from './seed.mjs';
import { seedPlaces } from './seed-places.mjs';
import { startServers } from './servers.mjs';
import { signIn } from './sign-in.mjs';

/** Requests under way: as many as in the other sets, the end of a quarter, one alone. */
const CONCURRENCIES = [16, 64, 1];

/** The set `submit`: writing reports. There is no cache to measure. */
export async function runSubmit({ belongings, database, load, pace, say }) {
  const contenders = CONTENDERS.filter(({ isCached }) => !isCached);
  await copyReports(database, PLAIN_TABLE);
  const places = await seedPlaces(database);
  const servers = await startServers(belongings, database, contenders);
  const orders = new Orders({ servers, tokens: await signIn(servers.get('tiendo'), [submit.account]), places });
  load.know(places);
  const machine = await machineFacts(database, pace);
  const { measured, notes } = await check(orders, submit, {}, contenders);
  const rows = [];
  for (const concurrency of CONCURRENCIES) {
    rows.push(...(await measure({ database, load, orders, pace, say }, { ...submit, concurrency }, measured)));
  }
  await assertWritten(database, orders);
  return { machine, rows, notes };
}

/** Every report that was answered is in its table, and every one of tiendo's is in its log too: fast answers that wrote nothing would not count. */
async function assertWritten(database, orders) {
  const [written] = await database.query(
    `select (select count(*)::integer from progress_report r join work_item i on i.id = r.work_item_id where i.code like 'S-%') as tiendo,
       (select count(*)::integer from event_log where type = 'PROGRESS_REPORT_SUBMITTED') as events,
       (select count(*)::integer from ${PLAIN_TABLE} r join work_item i on i.id = r.work_item_id where i.code like 'S-%') as others`,
  );
  const answered = orders.answered;
  const isWhole =
    written.tiendo >= answered.tiendo && written.events >= answered.tiendo && written.others >= answered.others;
  if (!isWhole) throw new Error(`Reports were answered but not written: ${JSON.stringify({ answered, written })}.`);
}
