// The clients of a measurement, in a process of their own. Takes one order at a time from its parent and reports what it counted.
import { WORKLOADS } from '../workloads/index.mjs';
import { placeOf } from '../workloads/submit.mjs';
import { RawConnection } from './raw-connection.mjs';

const ERRORS = Buffer.from('"errors":');
const OK = Buffer.from('HTTP/1.1 200');

/** What `submit` chooses its items and periods from; sent once. */
let places = null;

process.on('message', (message) => {
  if (message.places !== undefined) {
    places = message.places;
    return;
  }
  run(message).then(
    (counted) => process.send({ counted }),
    (error) => process.send({ failure: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group: the parent ends this process when it has cleaned up
process.on('SIGINT', () => undefined);

/**
 * Keeps `concurrency` requests under way: for `leadMs` uncounted, then for `windowMs` counted; or sends exactly `requests` of them. Resolves when the last
 * one is answered, so that the server has nothing left to do. Rejects on the first answer that is not 200, holds errors, or lacks what it must hold.
 */
function run(order) {
  const { port, concurrency, leadMs = 0, windowMs, requests = Infinity } = order;
  const requestOf = requestsOf(order);
  const mustHold = order.mustHold === undefined ? null : Buffer.from(order.mustHold);
  return new Promise((resolve, reject) => {
    const latencies = [];
    const connections = [];
    let sent = 0;
    let answered = 0;
    const from = performance.now() + leadMs;
    const to = windowMs === undefined ? Infinity : from + windowMs;

    const finish = (outcome, value) => {
      for (const connection of connections) connection.close();
      outcome(value);
    };
    const next = (connection) => {
      const sentAt = performance.now();
      if (sent >= requests || sentAt >= to) return;
      connection.send(requestOf(sent++), (answer) => {
        const now = performance.now();
        answered++;
        const fault = faultOf(answer, mustHold);
        if (fault !== null) return finish(reject, new Error(fault));
        if (now >= from && now < to) latencies.push(now - sentAt);
        next(connection);
        if (answered === sent) finish(resolve, summary(latencies, { sent, answered, windowMs }));
      });
    };
    for (let index = 0; index < Math.min(concurrency, requests); index++) {
      const connection = new RawConnection(port, (reason) => finish(reject, new Error(reason)));
      connections.push(connection);
      next(connection);
    }
  });
}

/** The requests of an order by their serial numbers, as bytes: always the same, or one for each place of a report. */
function requestsOf({ path, headers, body, workload, dialect, from }) {
  if (body !== undefined) {
    const bytes = bytesOf(path, headers, body);
    return () => bytes;
  }
  const { query, variables } = WORKLOADS.find(({ name }) => name === workload)[dialect];
  return (index) =>
    bytesOf(path, headers, JSON.stringify({ query, variables: variables(placeOf(from + index, places)) }));
}

function bytesOf(path, headers, body) {
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body) }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return Buffer.from(`POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}

function faultOf(answer, mustHold) {
  const isGood =
    answer.subarray(0, OK.length).equals(OK) &&
    !answer.includes(ERRORS) &&
    (mustHold === null || answer.includes(mustHold));
  return isGood ? null : `an answer under load was no good: ${answer.toString('utf8', 0, 1_000)}`;
}

function summary(latencies, { sent, answered, windowMs }) {
  const sorted = latencies.sort((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
  return {
    sent,
    answered,
    perSecond: windowMs === undefined ? null : (sorted.length / windowMs) * 1000,
    p50ms: at(0.5),
    p99ms: at(0.99),
  };
}
