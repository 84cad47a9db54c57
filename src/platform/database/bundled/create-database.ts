import { connect } from './connect';
import { errorCode } from './error-code';
import type { ServerEndpoint } from './server-endpoint';

/** The program's database within the instance. */
export const DATABASE = 'tiendo';

/** Creates the program's database when it is missing; another program may be doing the same. */
export async function createDatabase(endpoint: ServerEndpoint): Promise<void> {
  const client = await connect(endpoint);
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    if (!['42P04', '23505'].includes(errorCode(error) ?? '')) throw error; // created by the other one
  } finally {
    await client.end();
  }
}
