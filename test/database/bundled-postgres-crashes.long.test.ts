import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPostmaster } from '../../src/platform/database/bundled/find-postmaster';
import { isAlive, isPostmaster } from '../../src/platform/database/bundled/is-postmaster';
import { bundledPlace } from './bundled-place';
import { query, until } from './bundled-postgres-observations';

const isRoot = process.getuid?.() === 0;

jest.setTimeout(90_000);

const place = bundledPlace();
const { start, run, madeBefore, log, socketFolders } = place;

describe('after a crash', () => {
  beforeEach(madeBefore);

  it('of the program the database goes on and the next program takes it over', async () => {
    const program = run();
    const { connection, pid } = await program.outcome();
    await query(connection!, 'create table notes as select 1 as id');
    await program.kill();
    expect(isAlive(pid!)).toBe(true);

    const next = await start();
    expect(next).toMatchObject({ tookOver: true, pid });
    expect(await query(next.connection, 'select id from notes')).toEqual([{ id: 1 }]);
    await next.stop();
    expect(await isPostmaster(pid!, join(place.dataDir, 'postgres'))).toBe(false);
  });

  it('of PostgreSQL it is started again under the program, with everything that was committed', async () => {
    const postgres = await start({ settings: {} });
    await query(postgres.connection, 'create table notes as select 1 as id');
    const killed = postgres.pid;
    process.kill(killed, 'SIGKILL');
    await until(() => log.includes('The bundled database is guarded again.'));
    expect(postgres.pid).not.toBe(killed);
    expect(await query(postgres.connection, 'select id from notes')).toEqual([{ id: 1 }]);
    await postgres.stop();
    // whoever took over the parent's place reaps it in its own time
    await until(() => !isAlive(postgres.pid));
  });

  it('of PostgreSQL a stop at that very moment leaves nothing running', async () => {
    const postgres = await start();
    process.kill(postgres.pid, 'SIGKILL');
    await until(() => log.some((line) => line.includes('PostgreSQL has ended')));
    await postgres.stop();
    expect(await findPostmaster(join(place.dataDir, 'postgres'))).toBeUndefined();
  });

  it('of one backend the program guards its data again', async () => {
    const { connection, stop } = await start();
    const [backend] = await query<{ pid: number }>(
      connection,
      "select pid from pg_stat_activity where backend_type = 'checkpointer'",
    );
    process.kill(backend!.pid, 'SIGKILL');
    await until(() => log.includes('The bundled database is guarded again.'));
    await expect(run().outcome()).resolves.toMatchObject({ error: expect.stringContaining('Another tiendo') });
    await stop();
  });

  it('of both, a process that got the pid of the dead server does not hinder the start', async () => {
    const program = run();
    const { connection, pid } = await program.outcome();
    const dataFolder = join(place.dataDir, 'postgres');
    const { uid, gid } = await stat(dataFolder);
    await program.kill();
    process.kill(pid!, 'SIGKILL');
    await until(async () => !(await isPostmaster(pid!, dataFolder)));
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...(isRoot && { uid, gid, cwd: '/' }) });
    try {
      await once(stranger, 'spawn');
      for (const file of [join(dataFolder, 'postmaster.pid'), join(connection!.host, '.s.PGSQL.5432.lock')]) {
        await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(stranger.pid)));
      }
      const next = await start();
      expect(next.tookOver).toBe(false);
      expect(await query(next.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
      await next.stop();
    } finally {
      stranger.kill();
      await once(stranger, 'exit');
    }
  });
});

describe('several programs on one data directory', () => {
  beforeEach(madeBefore);

  it('a second server is refused with the process of the first and the way out', async () => {
    const { stop } = await start();
    const { error } = await run().outcome();
    expect(error).toMatch(
      /BundledPostgresError: Another tiendo \(process \d+\) is running on the database .*DATABASE_URL/,
    );
    expect(error).toContain(`(process ${process.pid})`);
    await stop();
  });

  it('of two servers that start at once on nothing, one wins', async () => {
    await rm(place.dataDir, { recursive: true });
    const both = [run(), run()];
    const outcomes = await Promise.all(both.map((program) => program.outcome()));
    socketFolders.push(...outcomes.flatMap(({ connection }) => connection?.host ?? []));
    expect(outcomes.map(({ error }) => error === undefined).sort()).toEqual([false, true]);
    expect(outcomes.find(({ error }) => error)?.error).toContain('Another tiendo');
    const winner = outcomes.findIndex(({ error }) => error === undefined);
    expect(await query(outcomes[winner]!.connection!, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await readdir(place.dataDir)).sort()).toEqual(['postgres', 'postgres.log']);
    await both[winner]!.stop();
    expect(await findPostmaster(join(place.dataDir, 'postgres'))).toBeUndefined();
  });

  it('a server that starts while another is stopping waits for it and runs', async () => {
    const first = await start();
    const stopping = first.stop();
    const second = await start();
    await stopping;
    expect(await query(second.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(second.pid).not.toBe(first.pid);
    await second.stop();
  });

  it('a tool joins the server and leaves it running', async () => {
    const server = await start();
    const tool = await start({ purpose: 'tool' });
    expect(tool).toMatchObject({ pid: server.pid, tookOver: true });
    await tool.stop();
    expect(await query(server.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('a tool on its own starts the database and stops it', async () => {
    const tool = await start({ purpose: 'tool' });
    expect(tool.tookOver).toBe(false);
    await tool.stop();
    await until(() => !isAlive(tool.pid));
  });

  it('a tool leaves the database to a server that has come meanwhile', async () => {
    const tool = await start({ purpose: 'tool' });
    const server = await start();
    await tool.stop();
    expect(await query(server.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    await until(() => !isAlive(server.pid));
  });

  it('a tool does not stop the database under another tool', async () => {
    const [first, second] = [await start({ purpose: 'tool' }), await start({ purpose: 'tool' })];
    await first.stop();
    expect(await query(second.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
  });
});
