// Mercurius 16 on Fastify, as its documentation says for speed: JIT from the first execution, loaders for relations. Subscriptions over its own emitter.
import fastify from 'fastify';
import mercurius from 'mercurius';
import { DateTime } from './date-time.mjs';
import './with-parent.mjs';
import { PeerLive } from './peer-live.mjs';
import { PEER_LIVE_SCHEMA } from './peer-live-schema.mjs';
import { openPool, PeerQueries } from './peer-queries.mjs';
import { PEER_SCHEMA } from './peer-schema.mjs';

const [port, databaseUrl] = process.argv.slice(2);
const pool = openPool(databaseUrl);
const queries = new PeerQueries(pool);

const topicOf = (name, key) => `${name} ${key}`;
/** Publishing is of the request's context. */
const liveWith = ({ pubsub }) =>
  new PeerLive(pool, (name, key, payload) =>
    pubsub.publish({ topic: topicOf(name, key), payload: { [name]: payload } }),
  );
const live = new PeerLive(pool);

const keys = (batch, name) => batch.map(({ obj }) => obj[name]);
/** The loaders' own cache writes every key as JSON to find it again; within one request no key comes twice in another batch, so it only costs. */
const batched = (loader) => ({ loader, opts: { cache: false } });

const app = fastify();
app.register(mercurius, {
  schema: PEER_SCHEMA + PEER_LIVE_SCHEMA,
  resolvers: {
    DateTime,
    Query: {
      programme: (_, { code }) => queries.programme(code),
      workItem: (_, { code }) => queries.workItem(code),
      progressReports: (_, page) => queries.newestReports(page),
      reportsByUnitAndMonth: () => queries.reportsByUnitAndMonth(),
    },
    Mutation: {
      createReport: (_, { input }) => queries.createReport(input),
      fileReport: (_, args, context) => liveWith(context).fileReport(args),
      announceReports: (_, args, context) => liveWith(context).announceReports(args),
      announceDashboard: (_, args, context) => liveWith(context).announceDashboard(args),
    },
    Subscription: {
      reportChanged: {
        subscribe: (_, { programme }, { pubsub }) => pubsub.subscribe(topicOf('reportChanged', programme)),
      },
      dashboardChanged: {
        subscribe: (_, { cycle }, { pubsub }) => pubsub.subscribe(topicOf('dashboardChanged', cycle)),
        resolve: ({ dashboardChanged }) => live.dashboard(dashboardChanged),
      },
    },
    Dashboard: { units: (dashboard) => live.units(dashboard), newest: (dashboard) => live.newest(dashboard) },
  },
  loaders: {
    Programme: {
      workItems: batched((batch) => queries.workItemsOfProgrammes(keys(batch, 'id'))),
      targets: batched((batch) => queries.targetsOfProgrammes(keys(batch, 'id'))),
    },
    WorkItem: {
      leadUnit: batched((batch) => queries.units(keys(batch, 'leadUnitId'))),
      progressReports: batched((batch) => queries.newestReportsOfItems(keys(batch, 'id'), batch[0].params)),
    },
    ProgressReport: {
      workItem: batched((batch) => queries.workItems(keys(batch, 'workItemId'))),
      unit: batched((batch) => queries.units(keys(batch, 'unitId'))),
      submittedBy: batched((batch) => queries.accounts(keys(batch, 'submittedById'))),
    },
    Target: { indicator: batched((batch) => queries.indicators(keys(batch, 'indicatorId'))) },
  },
  subscription: true,
  jit: 1,
});

await app.listen({ port: Number(port), host: '127.0.0.1' });
