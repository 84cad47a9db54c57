// The real server, as `npm start` runs it, with its own defaults; only that all requests and subscribers may be one account's. The demo is loaded at its first start on a database.
import { createRequire } from 'node:module';
import './with-parent.mjs';
import { DEMO_PASSWORD } from './index.mjs';

const [port, databaseUrl] = process.argv.slice(2);
Object.assign(process.env, {
  PORT: port,
  DATABASE_URL: databaseUrl,
  DEMO: '1',
  DEMO_PASSWORD,
  LOG_LEVEL: 'warn',
  SOCKETS_PER_ACCOUNT: '100000',
  SOCKETS_PER_ADDRESS: '100000',
  QUERIES_PER_SECOND: '100000',
  MUTATIONS_PER_SECOND: '100000',
  SUBSCRIPTIONS_PER_SECOND: '100000',
});
createRequire(import.meta.url)('../../dist/src/main.js');
