import { setTimeout as delay } from 'node:timers/promises';
import { firstDifference } from '../check.mjs';
import { quietly } from './quietly.mjs';

/** What comes a second time comes within this time. */
const SECOND_MS = 200;
/** No delivery for so long means that nothing is under way. */
const QUIET_MS = 150;
/** From a change until those who had subscribed have got it. */
const PROBE_MS = 10_000;
const PROBES = 6;

/** Resolves when everybody gets changes: subscribing is not answered, so changes are made until all have got one. */
export async function untilSubscribed({ contender, subscribers, changes, workload }) {
  let all = null;
  for (let probe = 0; probe < PROBES; probe++) {
    if (workload.kind === 'stream') {
      all ??= quietly(subscribers.reach(1));
      await changes.announce(1);
    } else {
      const { serial, made } = changes.alter();
      all ??= quietly(subscribers.reach(serial));
      await made;
    }
    if ((await Promise.race([all, delay(PROBE_MS)])) !== undefined) return untilQuiet(subscribers);
  }
  throw new Error(`${contender.name}: not every subscriber of ${workload.name} gets changes.`);
}

async function untilQuiet(subscribers) {
  for (let before = -1, now = await subscribers.messages(); now !== before; now = await subscribers.messages()) {
    before = now;
    await delay(QUIET_MS);
  }
}

/**
 * Makes one change the usual way, and compares what each subscriber gets: once, the same bytes for all with the same variables, and in the limit's words what the limit's
 * statement says. Gives the bytes of a delivery. Throws, naming contender and place, when something differs.
 */
export async function checkDelivery({ contender, subscribers, changes, workload, followed, database, facts }) {
  const { name } = contender;
  await subscribers.restart();
  await subscribers.keep();
  const { serial, ids } = changes.write();
  const reports = await ids;
  await subscribers.reach(workload.kind === 'stream' ? 1 : serial);
  await delay(SECOND_MS);
  const { texts, at } = await subscribers.kept();
  const expectedAt = workload.kind === 'stream' ? 1 : serial;
  if (at.some((place) => place !== expectedAt))
    throw new Error(`${name}: ${workload.name} is not delivered once to all.`);
  const statement = workload.limit.statement(changes.table);
  for (let group = 0; group < Math.min(workload.groups, texts.length); group++) {
    const own = texts.filter((_, index) => index % workload.groups === group);
    if (own.some((text) => text !== own[0]))
      throw new Error(`${name}: subscribers of ${workload.name} got different texts.`);
    const key = workload.kind === 'stream' ? reports[group] : followed[0].cycles[0].id;
    const [{ text }] = await database.query(statement, [key]);
    const expected = workload.peers.canonical(JSON.parse(text), facts);
    const { payload } = JSON.parse(own[0]);
    if (payload.errors !== undefined)
      throw new Error(`${name}: ${workload.name} has errors: ${own[0].slice(0, 1_000)}`);
    const dialect = contender.dialect === 'limit' ? 'peers' : contender.dialect;
    const difference = firstDifference(expected, workload[dialect].canonical(payload.data, facts), 'data');
    if (difference !== null) throw new Error(`${name} delivers ${workload.name} wrongly: ${difference}`);
  }
  return Buffer.byteLength(texts[0]);
}
