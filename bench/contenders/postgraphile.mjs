// PostGraphile 5 with its recommended preset (Amber) over the same tables, on node:http. Smart tags say what it cannot see in the catalogue.
import { createServer } from 'node:http';
import './with-parent.mjs';
import './promise-with-resolvers.mjs';

const { postgraphile } = await import('postgraphile');
const { PostGraphileAmberPreset } = await import('postgraphile/presets/amber');
const { makePgService } = await import('postgraphile/adaptors/pg');
const { grafserv } = await import('postgraphile/grafserv/node');
const { jsonPgSmartTags } = await import('postgraphile/utils');
const { PgAggregatesPreset } = await import('@graphile/pg-aggregates');
const { MonthsAndCountsPlugin } = await import('./postgraphile-aggregates.mjs');
const { LivePlugin } = await import('./postgraphile-live.mjs');

const [port, databaseUrl] = process.argv.slice(2);

const tags = {
  version: 1,
  config: {
    class: {
      // unique indexes, which PostGraphile does not read as it reads unique constraints
      programme: { tags: { unique: 'code' } },
      work_item: { tags: { unique: 'code' } },
      // filtered together with what an index has
      progress_report: {
        attribute: {
          state: { tags: { isIndexed: true } },
          period: { tags: { isIndexed: true } },
          submitted_at: { tags: { isIndexed: true } },
        },
      },
    },
  },
};

const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PgAggregatesPreset],
  plugins: [jsonPgSmartTags(tags), MonthsAndCountsPlugin, LivePlugin],
  pgServices: [makePgService({ connectionString: databaseUrl, schemas: ['public'], poolConfig: { max: 10 } })],
  grafserv: { graphiql: false, websockets: true, watch: false },
  grafast: { explain: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(Number(port), '127.0.0.1');
