import { rm } from 'node:fs/promises';
import type { TestServer } from './test-server';

/** Stops the tests' PostgreSQL and removes its files. */
export default async function tearDown(): Promise<void> {
  const { testServer } = globalThis as { testServer?: TestServer };
  await testServer?.postgres.stop();
  if (testServer !== undefined) await rm(testServer.folder, { recursive: true, force: true });
}
