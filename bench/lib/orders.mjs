import { placeOf } from '../workloads/submit.mjs';

const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

/** Turns a contender and a workload into requests. Knows the running servers, the tokens of tiendo's accounts, and which reports were submitted. */
export class Orders {
  /** Serial number of the next report, by whose table it goes into: tiendo's, or the plain one of all others. */
  #nextSerial = { tiendo: 0, others: 0 };
  /** Reports that were answered, in the same way. */
  answered = { tiendo: 0, others: 0 };

  constructor({ servers, tokens, places = null }) {
    this.servers = servers;
    this.tokens = tokens;
    this.places = places;
  }

  /** What the process with the clients needs to send a workload to a contender. */
  load(contender, workload) {
    const order = { ...this.#address(contender, workload), concurrency: workload.concurrency };
    if (!workload.writes) return { ...order, body: this.#body(contender, workload) };
    const { name, [contender.dialect]: words } = workload;
    const from = this.#nextSerial[tableOf(contender)];
    return { ...order, workload: name, dialect: contender.dialect, from, mustHold: words.mustHold };
  }

  /** One request, to look at its answer. */
  single(contender, workload) {
    const place = workload.writes ? placeOf(this.#nextSerial[tableOf(contender)], this.places) : undefined;
    if (workload.writes) this.note(contender, workload, { sent: 1, answered: 1 });
    return { ...this.#address(contender, workload), body: this.#body(contender, workload, place), place };
  }

  /** Counts requests that were sent, so that no report is submitted twice. */
  note(contender, workload, { sent, answered }) {
    if (!workload.writes) return;
    this.#nextSerial[tableOf(contender)] += sent;
    this.answered[tableOf(contender)] += answered;
  }

  #address(contender, workload) {
    const token = contender.server === 'tiendo' ? { authorization: `Bearer ${this.tokens[workload.account]}` } : {};
    return {
      port: this.servers.get(contender.server).port,
      path: contender.server === 'limit' ? `/${workload.name}` : '/graphql',
      headers: { ...JSON_HEADERS, ...contender.headers, ...token },
    };
  }

  #body(contender, workload, place) {
    const { query, variables } = workload[contender.dialect];
    return JSON.stringify({ query, variables: variables?.(place) ?? workload.variables });
  }
}

function tableOf(contender) {
  return contender.dialect === 'tiendo' ? 'tiendo' : 'others';
}
