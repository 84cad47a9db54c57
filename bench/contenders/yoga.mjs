// GraphQL Yoga 5 on node:http, with its caches of parsed and validated documents (on by default) and DataLoader for relations.
import DataLoader from 'dataloader';
import { createSchema, createYoga } from 'graphql-yoga';
import { createServer } from 'node:http';
import { DateTime } from './date-time.mjs';
import './end-with-parent.mjs';
import { openPool, PeerQueries } from './peer-queries.mjs';
import { PEER_SCHEMA } from './peer-schema.mjs';

const [port, databaseUrl] = process.argv.slice(2);
const queries = new PeerQueries(openPool(databaseUrl));

/** Loaders live as long as a request. */
function createLoaders() {
  const newestReports = new Map();
  return {
    units: new DataLoader((ids) => queries.units(ids)),
    workItems: new DataLoader((ids) => queries.workItems(ids)),
    accounts: new DataLoader((ids) => queries.accounts(ids)),
    indicators: new DataLoader((ids) => queries.indicators(ids)),
    workItemsOfProgrammes: new DataLoader((ids) => queries.workItemsOfProgrammes(ids)),
    targetsOfProgrammes: new DataLoader((ids) => queries.targetsOfProgrammes(ids)),
    /** A loader for each set of arguments. */
    newestReportsOfItems: (page) => {
      const name = `${page.first} ${page.state}`;
      if (!newestReports.has(name))
        newestReports.set(name, new DataLoader((ids) => queries.newestReportsOfItems(ids, page)));
      return newestReports.get(name);
    },
  };
}

const schema = createSchema({
  typeDefs: PEER_SCHEMA,
  resolvers: {
    DateTime,
    Query: {
      programme: (_, { code }) => queries.programme(code),
      workItem: (_, { code }) => queries.workItem(code),
      progressReports: (_, page) => queries.newestReports(page),
      reportsByUnitAndMonth: () => queries.reportsByUnitAndMonth(),
    },
    Mutation: { createReport: (_, { input }) => queries.createReport(input) },
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

const yoga = createYoga({ schema, context: () => ({ loaders: createLoaders() }), graphiql: false, logging: false });
createServer(yoga).listen(Number(port), '127.0.0.1');
