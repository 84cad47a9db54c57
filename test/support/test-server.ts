import type { BundledPostgres } from '../../src/platform/database/bundled/start-bundled-postgres';

/** What the set-up of a test run leaves for its tests and its tear-down. */
export interface TestServer {
  readonly postgres: BundledPostgres;
  /** Holds its data, and whatever else the tests write. */
  readonly folder: string;
}

/** Name of the migrated, empty database that test files clone. */
export const TEMPLATE = 'tiendo_template';

/** Name of the migrated database with the demo in it. */
export const DEMO_TEMPLATE = 'tiendo_demo_template';

/** Password of the demo accounts in tests. */
export const DEMO_PASSWORD = 'mat-khau-thu';

/** The demo's first moment. */
export const DEMO_STARTS_AT = new Date('2023-11-14T08:00:00+07:00');

/** Where tests find the server's address. */
export const ADDRESS_VARIABLE = 'TIENDO_TEST_DATABASE';
