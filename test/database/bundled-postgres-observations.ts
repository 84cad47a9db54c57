import { readFile, readdir, readlink } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import type { BundledPostgres } from '../../src/platform/database/bundled/start-bundled-postgres';

/** Waits for a fact; fails when it has not come true after half a minute. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`still not so after 30 s: ${isSo.toString()}`);
    await delay(20);
  }
}

/** The rows of statements run on a connection of their own. */
export async function query<Row>(connection: ClientConfig, sql: string): Promise<Row[]> {
  const client = new Client(connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** The lines of the kernel's TCP tables that belong to a process (Linux). Fails where its sockets cannot be seen. */
export async function tcpSocketsOf(pid: number): Promise<string[]> {
  const inodes = new Set<string>();
  for (const fd of await readdir(`/proc/${pid}/fd`)) {
    const inode = /^socket:\[(\d+)\]$/.exec(await readlink(`/proc/${pid}/fd/${fd}`).catch(() => ''))?.[1];
    if (inode) inodes.add(inode);
  }
  if (inodes.size === 0) throw new Error(`no socket of process ${pid} can be seen, not even that of the database`);
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')),
  );
  const lines = tables.flatMap((table) => table.split('\n'));
  return lines.filter((line) => inodes.has(line.trim().split(/\s+/)[9] ?? ''));
}

/** Why a start was refused. */
export const refusal = (postgres: Promise<BundledPostgres>): Promise<unknown> =>
  postgres.then(
    () => 'started',
    (error) => error,
  );
