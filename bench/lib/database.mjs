import { chmod, mkdtemp, rm, rmdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ROOT } from './paths.mjs';

const require = createRequire(import.meta.url);

/**
 * What differs from a plain start: room for the connections of all contenders at once, the module that counts statements (which rests while rates are measured), and
 * the moments of commits, from which the way to subscribers is measured. Everything else is PostgreSQL's default, durability included.
 */
const SETTINGS = {
  max_connections: '200',
  shared_preload_libraries: 'pg_stat_statements',
  track_commit_timestamp: 'on',
};

/**
 * Starts the bundled PostgreSQL in a temporary folder of its own. `urlFor` gives a server's address of it, under a role of its own, by which its statements are
 * told from the others'. `stop` ends it and removes the folder.
 */
export async function startDatabase() {
  const { startBundledPostgres } = require(join(ROOT, 'dist/src/platform/database/bundled/start-bundled-postgres.js'));
  const folder = await mkdtemp(join(tmpdir(), 'tiendo-bench-'));
  // PostgreSQL does not run as root: the user it runs as must be able to pass this folder
  await chmod(folder, 0o755);
  let postgres;
  let client;
  const stop = async () => {
    await client?.end().catch(() => undefined);
    await postgres?.stop();
    // the folder of its socket lies beside, and would wait for the next start on the same data
    if (postgres?.connection.host.startsWith('/')) await rmdir(postgres.connection.host).catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    postgres = await startBundledPostgres({
      dataDir: folder,
      purpose: 'server',
      log: () => undefined,
      settings: SETTINGS,
    });
    const { connection } = postgres;
    client = new pg.Client({ connectionString: addressOf(connection), options: '-c timezone=UTC' });
    // a server that is stopped ends this connection: nothing to report
    client.on('error', () => undefined);
    await client.connect();
    // not on the command line, or it could never be changed
    await client.query("alter system set pg_stat_statements.track = 'none'");
    await client.query('select pg_reload_conf()');
    const query = async (text, values) => (await client.query(text, values)).rows ?? [];
    await query('create schema bench');
    await query('create extension pg_stat_statements schema bench');
    const urlFor = async (name) => addressOf({ ...connection, user: await roleOf(query, name, connection.password) });
    return { urlFor, query, facts: () => factsOf(query), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Makes the role of a server, which may do everything, and gives its name. */
async function roleOf(query, name, password) {
  const role = `bench_${name}`;
  const [known] = await query('select 1 from pg_roles where rolname = $1', [role]);
  const secret = password === undefined ? '' : ` password ${pg.escapeLiteral(password)}`;
  if (known === undefined) await query(`create role ${pg.escapeIdentifier(role)} superuser login${secret}`);
  return role;
}

function addressOf({ user, host, port, database, password }) {
  const secret = password === undefined ? '' : `:${encodeURIComponent(password)}`;
  return `postgresql://${user}${secret}@${encodeURIComponent(host)}:${port}/${database}`;
}

async function factsOf(query) {
  const [row] = await query(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as synchronous_commit, current_setting('shared_buffers') as shared_buffers`,
  );
  return {
    postgres: row.version,
    fsync: row.fsync,
    synchronousCommit: row.synchronous_commit,
    sharedBuffers: row.shared_buffers,
  };
}
