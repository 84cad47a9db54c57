import type { Client } from 'pg';
import { connect } from './connect';
import type { ServerEndpoint } from './server-endpoint';

/** "tien" in ASCII: the first half of the keys of our advisory locks in the maintenance database. */
const NAMESPACE = 0x7469656e;
/** The second half: held by the one server program, and shared by the commands at work. */
const KEYS = { server: 1, tools: 2 } as const;
type Key = keyof typeof KEYS;

const HOLDER = `
  select a.application_name as name
    from pg_locks l join pg_stat_activity a using (pid)
   where l.locktype = 'advisory' and l.granted and l.classid = $1 and l.objid = $2 and l.objsubid = 2
     and l.database = (select oid from pg_database where datname = current_database())`;

/** A connection whose session holds locks that say who works with the instance; they end with it, however it ends. */
export class InstanceLock {
  private constructor(private readonly client: Client) {}

  /** `onLost` is called once when the connection ends, also by close(). */
  static async open(endpoint: ServerEndpoint, onLost: (error: Error) => void): Promise<InstanceLock> {
    const client = await connect(endpoint, onLost);
    await client.query('set idle_session_timeout = 0');
    return new InstanceLock(client);
  }

  /** Takes the lock unless another session holds or shares it. */
  async tryExclusive(key: Key): Promise<boolean> {
    const sql = 'select pg_try_advisory_lock($1, $2) as held';
    const { rows } = await this.client.query<{ held: boolean }>(sql, [NAMESPACE, KEYS[key]]);
    return rows[0]?.held === true;
  }

  /** Takes the lock together with others that share it; waits for one that has it for itself. */
  async share(key: Key): Promise<void> {
    await this.client.query('select pg_advisory_lock_shared($1, $2)', [NAMESPACE, KEYS[key]]);
  }

  /** Gives a shared lock back. */
  async unshare(key: Key): Promise<void> {
    await this.client.query('select pg_advisory_unlock_shared($1, $2)', [NAMESPACE, KEYS[key]]);
  }

  /** The name that the session with the lock gave itself (`tiendo <pid>`). */
  async findHolder(key: Key): Promise<string | undefined> {
    const { rows } = await this.client.query<{ name: string }>(HOLDER, [NAMESPACE, KEYS[key]]);
    return rows[0]?.name;
  }

  /** Ends the session; harmless when it has ended. */
  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}
