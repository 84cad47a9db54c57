// A process with subscribers of one server. Carries out its parent's orders, each answered by a message with the same id; one that fails ends the run.
import { Arrivals } from './arrivals.mjs';
import { Subscriber } from './subscriber.mjs';

/** Connections that are being opened at a time. */
const SLICE = 50;

let subscribers = [];
let arrivals = null;

const ORDERS = {
  open,
  /** Resolves when every subscriber has got a certain number of deliveries, or a change with a certain serial. */
  reach: ({ target }) => arrivals.reach(target),
  first: ({ serial }) => arrivals.first(serial),
  /** From now only what follows counts. */
  restart: () => arrivals.restart(),
  count: () => arrivals.messages,
  /** Notes when each subscriber gets each of the changes with the serials from `from`. */
  record: ({ from, count }) => arrivals.record(from, count),
  recorded: () => arrivals.recorded(),
  keep: () => arrivals.keep(),
  kept: () => arrivals.kept(),
};

process.on('message', async ({ id, order, ...details }) => {
  try {
    process.send({ id, result: await ORDERS[order](details) });
  } catch (error) {
    process.send({ id, failure: error.message });
  }
});
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches the whole group: the parent ends this process when it has cleaned up
process.on('SIGINT', () => undefined);

/** Opens subscribers in slices; resolves when all of them have subscribed. */
async function open({ port, kind, targets }) {
  arrivals = new Arrivals(targets.length, kind);
  const onFault = (reason) => process.send({ failure: reason });
  for (let from = 0; from < targets.length; from += SLICE) {
    const slice = targets.slice(from, from + SLICE).map((target, place) => {
      const index = from + place;
      return new Subscriber({ port, ...target }, { isDelivery: (bytes) => arrivals.take(index, bytes), onFault });
    });
    subscribers.push(...slice);
    await Promise.all(slice.map(({ ready }) => ready));
  }
}
