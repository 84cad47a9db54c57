import pg from 'pg';
import { AGGREGATE } from '../workloads/aggregate.mjs';
import { INSERT_REPORT, insertValues } from '../workloads/insert-report.mjs';

const UNIT = 'id, code, name, short_name as "shortName"';
const WORK_ITEM = `id, code, title, short_name as "shortName", due_on as "dueOn", percent_complete as "percentComplete", lead_unit_id as "leadUnitId"`;
/** Columns of a report `r`. */
export const REPORT = `r.id, r.receipt_code as "receiptCode", r.period, r.percent_complete as "percentComplete", r.summary, r.state,
  r.changed_at as "changedAt", r.work_item_id as "workItemId", r.unit_id as "unitId", r.submitted_by_id as "submittedById"`;
const TARGET = `id, number, name, comparator, value, due_on as "dueOn", programme_id as "programmeId", indicator_id as "indicatorId"`;

/** A pool as all hand-written contenders use it. Numbers come as numbers; calendar dates stay text. */
export function openPool(databaseUrl) {
  pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
  pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
  return new pg.Pool({ connectionString: databaseUrl, max: 10, options: '-c timezone=UTC' });
}

/** The statements behind the resolvers of Mercurius and Yoga: one for each root field, and one for all keys of a relation. */
export class PeerQueries {
  constructor(pool) {
    this.pool = pool;
  }

  async programme(code) {
    return this.#one('select id, code, title from programme where code = $1', [code]);
  }

  async workItem(code) {
    return this.#one(`select ${WORK_ITEM} from work_item where code = $1`, [code]);
  }

  async newestReports({ first, state, period }) {
    const text = `select ${REPORT} from progress_report r where r.state = $2 and r.period = $3 order by r.changed_at desc, r.id desc limit $1`;
    return this.#all(text, [first, state, period]);
  }

  async reportsByUnitAndMonth() {
    return this.#all(AGGREGATE, []);
  }

  async createReport(input) {
    return this.#one(INSERT_REPORT, insertValues(input));
  }

  units(ids) {
    return this.#byId(`select ${UNIT} from unit where id = any($1)`, ids);
  }

  workItems(ids) {
    return this.#byId(`select ${WORK_ITEM} from work_item where id = any($1)`, ids);
  }

  accounts(ids) {
    return this.#byId('select id, display_name as "displayName" from account where id = any($1)', ids);
  }

  indicators(ids) {
    return this.#byId('select id, code, unit_of_measure as "unitOfMeasure" from indicator where id = any($1)', ids);
  }

  workItemsOfProgrammes(ids) {
    const text = `select ${WORK_ITEM}, programme_id as "programmeId" from work_item where programme_id = any($1) order by code collate "C"`;
    return this.#groups(text, ids, 'programmeId');
  }

  targetsOfProgrammes(ids) {
    const text = `select ${TARGET} from target where programme_id = any($1) order by number collate "C"`;
    return this.#groups(text, ids, 'programmeId');
  }

  newestReportsOfItems(ids, { first, state }) {
    const text = `select r.* from unnest($1::uuid[]) as item(id) cross join lateral (
        select ${REPORT} from progress_report r where r.work_item_id = item.id and r.state = $2
        order by r.changed_at desc, r.id desc limit $3
      ) r`;
    return this.#groups(text, ids, 'workItemId', [state, first]);
  }

  async #all(text, values) {
    return (await this.pool.query(text, values)).rows;
  }

  async #one(text, values) {
    return (await this.#all(text, values))[0] ?? null;
  }

  /** One row for each id, in their order. */
  async #byId(text, ids) {
    const rows = new Map((await this.#all(text, [[...new Set(ids)]])).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  }

  /** The rows of each id, in their order. */
  async #groups(text, ids, key, values = []) {
    const groups = new Map(ids.map((id) => [id, []]));
    for (const row of await this.#all(text, [ids, ...values])) groups.get(row[key]).push(row);
    return ids.map((id) => groups.get(id));
  }
}
