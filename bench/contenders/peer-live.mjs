import { INSERT_REPORT, insertValues, PLAIN_TABLE } from '../workloads/insert-report.mjs';
import { TOTALS, UNITS } from '../workloads/live-dashboard.mjs';
import { REPORT } from './peer-queries.mjs';

const INSERTED = `with r as (${INSERT_REPORT.replace(/returning[^]*$/, 'returning *')}) select ${REPORT} from r`;
const BY_IDS = `select ${REPORT} from ${PLAIN_TABLE} r where r.id = any($1)`;
const NEWEST = `select ${REPORT} from ${PLAIN_TABLE} r where r.cycle_id = $1 order by r.changed_at desc, r.id desc limit 10`;

/**
 * What the subscriptions of Mercurius and Yoga are made of. `publish` is the server's own publish-subscribe, called with a topic's name, its key and its payload. As
 * their documentation shows, a payload holds the row that was written; what the row leads to is read for each subscriber.
 */
export class PeerLive {
  #changes = 0;

  constructor(pool, publish) {
    this.pool = pool;
    this.publish = publish;
  }

  async fileReport({ programme, input }) {
    const [row] = await this.#all(INSERTED, insertValues(input));
    await this.publish('reportChanged', programme, this.#changeOf(row));
    await this.publish('dashboardChanged', input.cycleId, { cycleId: input.cycleId });
    return row;
  }

  async announceReports({ reports }) {
    const rows = new Map((await this.#all(BY_IDS, [reports.map(({ id }) => id)])).map((row) => [row.id, row]));
    for (const { programme, id } of reports)
      await this.publish('reportChanged', programme, this.#changeOf(rows.get(id)));
    return true;
  }

  async announceDashboard({ cycle }) {
    await this.publish('dashboardChanged', cycle, { cycleId: cycle });
    return true;
  }

  /** What a dashboard begins with; its lists are read when they are asked for. */
  async dashboard({ cycleId }) {
    const [totals] = await this.#all(TOTALS(PLAIN_TABLE), [cycleId]);
    return { ...totals, cycleId };
  }

  units({ cycleId }) {
    return this.#all(UNITS(PLAIN_TABLE), [cycleId]);
  }

  newest({ cycleId }) {
    return this.#all(NEWEST, [cycleId]);
  }

  /** The event of a report that came in. */
  #changeOf(row) {
    return {
      cursor: `1.${++this.#changes}`,
      type: 'PROGRESS_REPORT_SUBMITTED',
      occurredAt: row.changedAt,
      subject: row,
    };
  }

  async #all(text, values) {
    return (await this.pool.query(text, values)).rows;
  }
}
