// GraphQL Yoga 5 on node:http, with its caches of parsed and validated documents (on by default) and DataLoader for relations. Subscriptions by graphql-ws.
import DataLoader from 'dataloader';
import { useServer } from 'graphql-ws/use/ws';
import { createPubSub, createSchema, createYoga } from 'graphql-yoga';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { DateTime } from './date-time.mjs';
import './with-parent.mjs';
import { PeerLive } from './peer-live.mjs';
import { PEER_LIVE_SCHEMA } from './peer-live-schema.mjs';
import { openPool, PeerQueries } from './peer-queries.mjs';
import { PEER_SCHEMA } from './peer-schema.mjs';

const [port, databaseUrl] = process.argv.slice(2);
const pool = openPool(databaseUrl);
const queries = new PeerQueries(pool);
const pubSub = createPubSub();
const live = new PeerLive(pool, (name, key, payload) => pubSub.publish(name, key, payload));

/** Loaders live as long as a request; those of a subscription, which is one long request, must not remember rows. */
function createLoaders({ cache }) {
  const newestReports = new Map();
  const loader = (read) => new DataLoader(read, { cache });
  return {
    units: loader((ids) => queries.units(ids)),
    workItems: loader((ids) => queries.workItems(ids)),
    accounts: loader((ids) => queries.accounts(ids)),
    indicators: loader((ids) => queries.indicators(ids)),
    workItemsOfProgrammes: loader((ids) => queries.workItemsOfProgrammes(ids)),
    targetsOfProgrammes: loader((ids) => queries.targetsOfProgrammes(ids)),
    /** A loader for each set of arguments. */
    newestReportsOfItems: (page) => {
      const name = `${page.first} ${page.state}`;
      if (!newestReports.has(name))
        newestReports.set(
          name,
          loader((ids) => queries.newestReportsOfItems(ids, page)),
        );
      return newestReports.get(name);
    },
  };
}

const schema = createSchema({
  typeDefs: PEER_SCHEMA + PEER_LIVE_SCHEMA,
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
      fileReport: (_, args) => live.fileReport(args),
      announceReports: (_, args) => live.announceReports(args),
      announceDashboard: (_, args) => live.announceDashboard(args),
    },
    Subscription: {
      reportChanged: {
        subscribe: (_, { programme }) => pubSub.subscribe('reportChanged', programme),
        resolve: (change) => change,
      },
      dashboardChanged: {
        subscribe: (_, { cycle }) => pubSub.subscribe('dashboardChanged', cycle),
        resolve: (change) => live.dashboard(change),
      },
    },
    Dashboard: { units: (dashboard) => live.units(dashboard), newest: (dashboard) => live.newest(dashboard) },
    Programme: {
      workItems: ({ id }, _, { loaders }) => loaders.workItemsOfProgrammes.load(id),
      targets: ({ id }, _, { loaders }) => loaders.targetsOfProgrammes.load(id),
    },
    WorkItem: {
      leadUnit: ({ leadUnitId }, _, { loaders }) => loaders.units.load(leadUnitId),
      progressReports: ({ id }, page, { loaders }) => loaders.newestReportsOfItems(page).load(id),
    },
    ProgressReport: {
      workItem: ({ workItemId }, _, { loaders }) => loaders.workItems.load(workItemId),
      unit: ({ unitId }, _, { loaders }) => loaders.units.load(unitId),
      submittedBy: ({ submittedById }, _, { loaders }) => loaders.accounts.load(submittedById),
    },
    Target: { indicator: ({ indicatorId }, _, { loaders }) => loaders.indicators.load(indicatorId) },
  },
});

const context = ({ isSubscription }) => ({ loaders: createLoaders({ cache: isSubscription !== true }) });
const yoga = createYoga({ schema, context, graphiql: false, logging: false });
const server = createServer(yoga);

useServer(
  {
    execute: (args) => args.execute(args),
    subscribe: (args) => args.subscribe(args),
    onSubscribe: async ({ extra }, _id, params) => {
      const enveloped = yoga.getEnveloped({ req: extra.request, socket: extra.socket, params, isSubscription: true });
      const args = {
        schema: enveloped.schema,
        operationName: params.operationName,
        document: enveloped.parse(params.query),
        variableValues: params.variables,
        contextValue: await enveloped.contextFactory(),
        execute: enveloped.execute,
        subscribe: enveloped.subscribe,
      };
      const errors = enveloped.validate(args.schema, args.document);
      return errors.length > 0 ? errors : args;
    },
  },
  new WebSocketServer({ server, path: yoga.graphqlEndpoint }),
);
server.listen(Number(port), '127.0.0.1');
