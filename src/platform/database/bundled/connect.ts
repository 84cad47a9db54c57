import { Client } from 'pg';
import type { ServerEndpoint } from './server-endpoint';

/** The maintenance database: always there, whatever is done to ours. */
const MAINTENANCE_DATABASE = 'postgres';
const CONNECT_TIMEOUT_MS = 5_000;

/** One connection as the superuser; later failures go to `onLost` once. The caller ends it. */
export async function connect(
  endpoint: ServerEndpoint,
  onLost: (error: Error) => void = () => undefined,
): Promise<Client> {
  const client = new Client({
    ...endpoint,
    user: 'postgres',
    database: MAINTENANCE_DATABASE,
    ssl: false, // else PGSSLMODE in the environment would decide
    application_name: `tiendo ${process.pid}`,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  let isLost = false;
  const lose = (error: Error): void => {
    if (!isLost) onLost(error);
    isLost = true;
  };
  client.on('error', lose);
  client.on('end', () => lose(new Error('the connection was closed')));
  await client.connect();
  return client;
}
