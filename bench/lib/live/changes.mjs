import { MOMENT, placeOf, reportRow, submit } from '../../workloads/submit.mjs';
import { PLAIN_TABLE } from '../../workloads/insert-report.mjs';
import { Posts } from './posts.mjs';

const FILE = `mutation File($programme: String!, $input: CreateReportInput!) { fileReport(programme: $programme, input: $input) { id } }`;
const ANNOUNCE_REPORTS = `mutation Announce($reports: [AnnouncedReport!]!) { announceReports(reports: $reports) }`;
const ANNOUNCE_DASHBOARD = `mutation Announce($cycle: ID!) { announceDashboard(cycle: $cycle) }`;

/**
 * Makes the changes that a contender's subscribers get. `write` goes the contender's own way: a report on each followed programme. The others only make changes known,
 * so that it is not writing that is measured: `announce` brings the events of reports once more, `alter` changes one report of a dashboard.
 */
export class Changes {
  #cursor = 0;
  #posts;

  /** `followed`: the programmes, one for each group; `pool`: reports of each to be announced; `counter`: serials and places of the contender's table. */
  constructor({ contender, workload, server, database, tokens, followed, pool, counter }) {
    Object.assign(this, { contender, workload, database, tokens, followed, pool, counter });
    this.table = tableOf(contender);
    this.#posts = new Posts(server.port);
    this.way = WAYS[contender.dialect];
  }

  /** A report on each followed programme, all at once. Gives their serial at once, and their ids when they are written. */
  write() {
    const serial = ++this.counter.serial;
    const place = this.counter.place++;
    const filed = this.followed.map((programme, group) => {
      const report = {
        ...placeOf(place, programme),
        receiptCode: `${this.workload.kind}-${group}-${serial}`,
        summary: summaryOf(serial),
        moment: new Date(Date.parse(MOMENT) + serial).toISOString(),
      };
      return this.way.write(this, programme, report);
    });
    return { serial, ids: Promise.all(filed) };
  }

  /** So many announced reports on each followed programme. */
  async announce(count) {
    const reports = [];
    for (let change = 0; change < count; change++, this.#cursor++) {
      for (const [group, programme] of this.followed.entries())
        reports.push({ ...this.pool.of(group, this.#cursor), programme });
    }
    await this.way.announce(this, reports);
  }

  /** Changes one report of a dashboard. Gives the serial of the change at once, and when it is made. */
  alter() {
    const serial = ++this.counter.serial;
    return { serial, made: this.way.alter(this, this.followed[0], serial) };
  }

  /** Serial of the next change. */
  get next() {
    return this.counter.serial + 1;
  }

  close() {
    this.#posts.close();
  }

  /** Runs an operation at the contender. */
  ask(query, variables) {
    return this.#posts.send('/graphql', this.way.headers?.(this) ?? {}, { query, variables });
  }

  post(path, body) {
    return this.#posts.send(path, {}, body);
  }
}

/** How a contender's changes are brought about, by the dialect in which it is asked. */
const WAYS = {
  tiendo: {
    headers: ({ tokens }) => ({ authorization: `Bearer ${tokens.reporter}` }),
    async write(changes, _, report) {
      const data = await changes.ask(submit.tiendo.query, submit.tiendo.variables(report));
      const { progressReport, userErrors } = data.submitProgressReport;
      if (progressReport === null) throw new Error(`A report was refused: ${JSON.stringify(userErrors)}`);
      return progressReport.id.replace(/^[a-z]+_/, '');
    },
    announce: ({ database }, reports) =>
      database.query('select bench.announce_events($1)', [reports.map(({ position }) => position)]),
    alter: ({ database, pool }, _, serial) =>
      database.query('select bench.alter_report($1, $2, $3, $4)', [
        pool.altered,
        summaryOf(serial),
        percentOf(serial),
        pool.of(0, 0).position,
      ]),
  },

  peers: {
    async write(changes, { programme }, report) {
      return (await changes.ask(FILE, { programme, input: reportRow(report) })).fileReport.id;
    },
    announce: (changes, reports) =>
      changes.ask(ANNOUNCE_REPORTS, {
        reports: reports.map(({ id, programme }) => ({ id, programme: programme.programme })),
      }),
    async alter(changes, { cycles: [{ id }] }, serial) {
      await alterPlain(changes, serial);
      await changes.ask(ANNOUNCE_DASHBOARD, { cycle: id });
    },
  },

  postgraphile: {
    async write(changes, _, report) {
      const data = await changes.ask(submit.postgraphile.query, submit.postgraphile.variables(report));
      return data.createPlainReport.plainReport.rowId;
    },
    announce: ({ database }, reports) =>
      database.query('select bench.notify_reports($1)', [reports.map(({ id }) => id)]),
    async alter(changes, { cycles: [{ id }] }, serial) {
      await alterPlain(changes, serial);
      await changes.database.query('select bench.notify_dashboard($1)', [id]);
    },
  },

  limit: {
    write: (changes, programme, report) =>
      changes.post('/write', {
        room: roomOf(changes.contender, programme),
        workload: changes.workload.name,
        key: changes.workload.kind === 'state' ? programme.cycles[0].id : undefined,
        input: reportRow(report),
      }),
    announce: (changes, reports) =>
      changes.post('/announce', {
        workload: changes.workload.name,
        reads: changes.contender.reads === true,
        reports: reports.map(({ id, programme }) => ({ id, room: roomOf(changes.contender, programme) })),
      }),
    async alter(changes, programme, serial) {
      const reads = changes.contender.reads === true;
      if (reads) await alterPlain(changes, serial);
      await changes.post('/alter', {
        room: roomOf(changes.contender, programme),
        workload: changes.workload.name,
        key: programme.cycles[0].id,
        serial: digits(serial),
        reads,
      });
    },
  },
};

function alterPlain({ database, pool }, serial) {
  return database.query('select bench.alter_plain_report($1, $2, $3, $4)', [
    pool.altered,
    summaryOf(serial),
    percentOf(serial),
    serial,
  ]);
}

/** Whose reports a contender reads. */
export function tableOf({ dialect }) {
  return dialect === 'tiendo' ? 'progress_report' : PLAIN_TABLE;
}

/** The path of the limit's sockets that follow a programme. */
export function roomOf({ name }, { programme }) {
  return `/${name}/${programme}`;
}

/** By its summary a delivery tells which change it is of (see arrivals.mjs). */
function summaryOf(serial) {
  return `#${digits(serial)} Đã nghiệm thu giai đoạn 1.`;
}

function digits(serial) {
  return String(serial).padStart(7, '0');
}

function percentOf(serial) {
  return 20 + (serial % 60) + 0.5;
}
