import { SEED_REPORTS } from './seed-reports.mjs';
import { SEED_WORK } from './seed-work.mjs';

/** Reports that a measurement begins with, and what `dashboard10x` adds to make them ten times as many. */
export const REPORTS = 200_000;

/** Items and targets of each of the ten programmes; those of the demo are kept and count. */
const ITEMS = 32;
const TARGETS = 15;

/**
 * A number from 0 to below 1 that only depends on the row and what it is for: the data are the same in every run, whatever plan the database
 * takes to insert them.
 */
const CHANCE = `
  create or replace function bench.chance(row_number bigint, purpose integer) returns double precision language sql immutable parallel safe
    return (hashint8extended(row_number, purpose) & 1073741823)::double precision / 1073741824;`;

/** Fills up the demo: ten programmes with 32 items, 15 targets and their quarters each, and the reports. Triggers fire as they do for everybody. */
export async function seed(database) {
  await database.query(CHANCE);
  for (const statement of SEED_WORK) await database.query(fill(statement, { ITEMS, TARGETS }));
  await seedReports(database, 0, REPORTS);
}

/** Adds reports with the serial numbers from..to, each part spread over all items and quarters, and gathers the planner's statistics. */
export async function seedReports(database, from, to) {
  for (let part = from; part < to; part += REPORTS) {
    await database.query(fill(SEED_REPORTS, { FROM: part, TO: Math.min(part + REPORTS, to) }));
  }
  await database.query('vacuum (analyze)');
}

/**
 * Makes a table of reports with the columns, checks, indexes and references of the real one, but nothing that fires on a write. It gets the rows that meet a
 * condition.
 */
export async function copyReports(database, table, condition = 'true') {
  await database.query(`create table ${table} (like progress_report including all)`);
  await database.query(`insert into ${table} select * from progress_report where ${condition}`);
  const references = await database.query(
    `select pg_get_constraintdef(oid) as clause from pg_constraint where contype = 'f' and conrelid = 'progress_report'::regclass`,
  );
  for (const { clause } of references) await database.query(`alter table ${table} add ${clause}`);
  await database.query('vacuum (analyze)');
}

function fill(statement, values) {
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`:${name}`, String(value)), statement);
}
