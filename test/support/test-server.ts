import type { BundledPostgres } from '../../src/platform/database/bundled/start-bundled-postgres';

/** What the set-up of a test run leaves for its tests and its tear-down. */
export interface TestServer {
  readonly postgres: BundledPostgres;
  readonly dataDir: string;
}

/** Name of the migrated, empty database from which every test file's own is cloned. */
export const TEMPLATE = 'tiendo_template';

/** Where tests find the server's address. */
export const ADDRESS_VARIABLE = 'TIENDO_TEST_DATABASE';
