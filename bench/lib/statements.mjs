import { setTimeout as delay } from 'node:timers/promises';
import { untilIdle } from './idle.mjs';

/** How long the server's processes take at most to hear of a changed setting. */
const HEARD_MS = 200;

const COUNT = `
  select coalesce(sum(s.calls), 0)::double precision as calls
  from bench.pg_stat_statements s join pg_roles r on r.oid = s.userid where r.rolname = 'bench_' || $1`;

/** Has the database count statements while some work is done. Not while rates are measured, for it costs. */
export async function whileCounting(database, work) {
  await keepCount(database, 'top');
  try {
    return await work();
  } finally {
    await keepCount(database, 'none');
  }
}

/**
 * SQL statements of a server for each request of an order, as the database counts them under the workload's load: `begin` and `commit` too; what a trigger or
 * function does inside them not.
 */
export async function countStatements(database, load, server, order) {
  const { result: counted, calls } = await callsDuring(database, server, () => load.run(order));
  return { counted, statements: calls / counted.answered };
}

/** What some work gives, and the statements of a server meanwhile, while the database counts them. */
export async function callsDuring(database, server, work) {
  await untilIdle(database);
  await database.query('select bench.pg_stat_statements_reset()');
  const result = await work();
  await untilIdle(database);
  const [{ calls }] = await database.query(COUNT, [server]);
  return { result, calls };
}

async function keepCount(database, which) {
  await database.query(`alter system set pg_stat_statements.track = '${which}'`);
  await database.query('select pg_reload_conf()');
  await delay(HEARD_MS);
}
