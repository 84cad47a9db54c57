import { LIVE_CONTENDERS } from '../../contenders/index.mjs';
import { LIVE } from '../../workloads/index.mjs';
import { machineFacts } from '../machine.mjs';
import { startServers } from '../servers.mjs';
import { signIn } from '../sign-in.mjs';
import { measureLive } from './measure.mjs';
import { LIVE_FULL, LIVE_QUICK, MOST_QUICK } from './pace.mjs';
import { Pool } from './pool.mjs';
import { GROUPS, seedLive } from './seed.mjs';
import { CHANGE_FUNCTIONS } from './statements.mjs';

/** The set `live`: subscribers of reports and of dashboards. */
export async function runLive({ belongings, database, isQuick, say }) {
  const pace = isQuick ? LIVE_QUICK : LIVE_FULL;
  say('seeding what is followed');
  const programmes = await seedLive(database);
  const live = { followed: programmes.slice(0, GROUPS), dashboard: programmes[GROUPS] };
  for (const statement of CHANGE_FUNCTIONS) await database.query(statement);
  const servers = await startServers(belongings, database, LIVE_CONTENDERS);
  const tokens = await signIn(servers.get('tiendo'), ['reporter', ...new Set(LIVE.map(({ account }) => account))]);
  const counters = { progress_report: { serial: 0, place: 0 }, plain_report: { serial: 0, place: 0 } };
  const parts = { database, tokens, server: servers.get('tiendo'), counter: counters.progress_report };
  const pool = await Pool.make({ ...parts, contender: LIVE_CONTENDERS[0], workload: LIVE[0] }, live);
  Object.assign(counters.plain_report, counters.progress_report);
  const units = await database.query('select id, code from unit');
  const facts = { unitCodes: new Map(units.map(({ id, code }) => [id, code])) };
  const machine = await machineFacts(database, pace);
  const bench = { belongings, database, servers, tokens, counters, live, pool, pace, facts, rates: new Map(), say };
  const rows = [];
  const notes = [];
  for (const workload of LIVE) {
    for (const count of workload.subscribers.filter((one) => !isQuick || one <= MOST_QUICK)) {
      const measured = await measureLive(bench, workload, count);
      rows.push(...measured.rows);
      notes.push(...measured.notes);
    }
  }
  return { machine, rows, notes };
}
