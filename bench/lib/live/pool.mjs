import { PLAIN_TABLE } from '../../workloads/insert-report.mjs';
import { Changes } from './changes.mjs';

/** Reports of the first programme that can be announced at once, and of each of the others. */
export const MOST_ANNOUNCED = 100;
export const MOST_ANNOUNCED_OF_MANY = 20;

const COPY = `insert into ${PLAIN_TABLE} select * from progress_report where id = any($1)`;
const POSITIONS = `select subject_id as id, position from event_log where type = 'PROGRESS_REPORT_SUBMITTED' and subject_id = any($1)`;
/** The seeded report that stands for all changes of the dashboards: the newest of its cycle. */
const ALTERED = `select id from progress_report where cycle_id = $1 order by changed_at desc, id desc limit 1`;

/** Reports that are there to be announced, by programme, each with the position of its event. */
export class Pool {
  #groups;

  constructor(groups, altered) {
    this.#groups = groups;
    this.altered = altered;
  }

  /** What to announce of a programme, one after the other and again from the beginning. */
  of(group, cursor) {
    const reports = this.#groups[group];
    return reports[cursor % reports.length];
  }

  /** Submits them to tiendo in the usual way, so that the log has their events, and copies them to the table that all others read. */
  static async make(parts, { followed, dashboard }) {
    const groups = followed.map(() => []);
    await submitTo(groups, MOST_ANNOUNCED_OF_MANY, { ...parts, followed });
    await submitTo(groups, MOST_ANNOUNCED - MOST_ANNOUNCED_OF_MANY, { ...parts, followed: followed.slice(0, 1) });
    const { database } = parts;
    const ids = groups.flat();
    await database.query(COPY, [ids]);
    const positions = new Map((await database.query(POSITIONS, [ids])).map(({ id, position }) => [id, position]));
    const [altered] = await database.query(ALTERED, [dashboard.cycles[0].id]);
    return new Pool(
      groups.map((group) => group.map((id) => ({ id, position: positions.get(id) }))),
      altered.id,
    );
  }
}

async function submitTo(groups, count, parts) {
  const changes = new Changes(parts);
  for (let submitted = 0; submitted < count; submitted++) {
    const ids = await changes.write().ids;
    ids.forEach((id, group) => groups[group].push(id));
  }
  changes.close();
}
