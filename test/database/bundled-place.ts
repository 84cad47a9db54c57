import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findPostmaster } from '../../src/platform/database/bundled/find-postmaster';
import {
  startBundledPostgres,
  type BundledPostgres,
  type BundledPostgresOptions,
} from '../../src/platform/database/bundled/start-bundled-postgres';
import { until } from './bundled-postgres-observations';
import { Program, compileProgram } from './bundled-postgres-programs';

const FAST = { fsync: 'off' };

/** Where the tests of a file start the bundled database: every test in a folder of its own. */
export interface BundledPlace {
  readonly folder: string;
  /** Whatever runs on it is ended after the test. */
  dataDir: string;
  /** Removed after the test. */
  readonly socketFolders: string[];
  /** What the starts in this process said. */
  readonly log: string[];
  /** Puts data that is already there into the test's folder: making it takes longer than all the rest of a test. */
  madeBefore(): Promise<void>;
  /** Starts the database in this process. */
  start(options?: Partial<BundledPostgresOptions>): Promise<BundledPostgres>;
  /** Starts it in a process of its own. */
  run(purpose?: 'server' | 'tool', file?: string): Program;
}

/** Prepares that place, and clears it after every test, a failed one too. */
export function bundledPlace(): BundledPlace {
  let folder: string;
  let programFolder: string;
  let made: Promise<string> | undefined;
  const programs: Program[] = [];

  beforeAll(async () => {
    programFolder = await openFolder('tiendo-test-programs-');
    await compileProgram(programFolder);
  });

  afterAll(async () => {
    for (const each of [programFolder, await made]) if (each !== undefined) await rm(each, { recursive: true });
  });

  beforeEach(async () => {
    folder = await openFolder('tiendo-test-');
    place.dataDir = join(folder, 'data');
    place.log.length = 0;
  });

  afterEach(async () => {
    for (const program of programs.splice(0)) await program.kill();
    const used = await realpath(join(place.dataDir, 'postgres')).catch(() => undefined);
    if (used) await removeInstance(used, place.socketFolders);
    for (const socketFolder of place.socketFolders.splice(0)) await rm(socketFolder, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  });

  async function makeData(): Promise<string> {
    const dataDir = await openFolder('tiendo-test-made-');
    await (await place.start({ dataDir, log: () => undefined })).stop();
    return dataDir;
  }

  const place: BundledPlace = {
    get folder() {
      return folder;
    },
    dataDir: '',
    socketFolders: [],
    log: [],
    madeBefore: async () => {
      const from = await (made ??= makeData());
      await mkdir(place.dataDir);
      await promisify(execFile)('cp', ['-a', join(from, 'postgres'), place.dataDir]);
    },
    start: async (options = {}) => {
      const postgres = await startBundledPostgres({
        dataDir: place.dataDir,
        purpose: 'server',
        log: (message) => place.log.push(message),
        settings: FAST,
        ...options,
      });
      place.socketFolders.push(postgres.connection.host);
      return postgres;
    },
    run: (purpose = 'server', file = join(programFolder, 'program.js')) => {
      const program = Program.run(file, { dataDir: place.dataDir, purpose, settings: FAST });
      programs.push(program);
      return program;
    },
  };
  return place;
}

/** A new folder that the user of the database may pass. */
async function openFolder(prefix: string): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), prefix)));
  await chmod(folder, 0o755);
  return folder;
}

/** Ends what a failed test left running, and removes data that lies outside of the test's folder. */
async function removeInstance(dataFolder: string, socketFolders: string[]): Promise<void> {
  const left = await findPostmaster(dataFolder);
  if (left) process.kill(left.pid, 'SIGQUIT');
  await until(async () => (await findPostmaster(dataFolder)) === undefined);
  if (left?.host) socketFolders.push(left.host);
  if (dataFolder.startsWith('/var/lib/tiendo/')) await rm(dirname(dataFolder), { recursive: true });
}
