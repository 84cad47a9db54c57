import { buildSchema } from 'graphql';
import { domains } from '../../src/domains';
import { dataSourceOn } from '../../src/open-data-source';
import { readMetadata } from '../../src/platform/database/data-source';
import { buildRegistry } from '../../src/platform/reader/registry';
import { type Asker as Client, makeAsker } from '../access/askers';
import type { Column } from '../access/rights.table';
import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';
import { until } from '../support/until';
import { makeRows } from './made/made-rows';
import type { HeldRole } from './reference/rights';
import { Seen } from './reference/seen';
import { Shape } from './reference/shape';
import { loadWorld, type World } from './reference/world';

/** Seed of everything that is made. */
export const SEED = 20231114;

/** Who asks: nobody's rights are like another's. */
export const COLUMNS = ['ANALYST', 'SECRETARIAT', 'REPORTER', 'DISPLAY'] as const satisfies readonly Column[];

export const LANGUAGES = ['vi', 'en'] as const;

/** What the reference does not answer: who asks and what runs, coverage, and the doors to other moments. */
export const WITHOUT: ReadonlySet<string> = new Set([
  'Query.viewer',
  'Query.installation',
  'Query.asOf',
  'Query.changes',
  'ProgressReportGroup.coverage',
]);

type Known = Client & { readonly roles: readonly HeldRole[] };

/** A program whose rows are in memory too, with somebody of each kind who asks. */
export class Reading {
  private constructor(
    readonly program: TestProgram,
    readonly view: DatabaseView,
    private readonly known: ReadonlyMap<Column, Known>,
    private readonly shape: Shape,
    private world: World,
  ) {}

  /** Starts the program, adds rows and reads all of them. */
  static async open(): Promise<Reading> {
    const program = await startTestProgram();
    const view = await DatabaseView.open(program.target);
    const known = new Map<Column, Known>();
    for (const column of COLUMNS) known.set(column, await makeKnown(program, view, column));
    await makeRows(
      view,
      [...known.values()].map(({ accountId }) => accountId!),
      SEED,
    );
    await logIsWritten(view);
    const sdl = await (await fetch(`${program.url}/schema.graphql`)).text();
    const registry = buildRegistry(await readMetadata(dataSourceOn(program.target)), domains);
    const shape = new Shape(buildSchema(sdl), registry);
    return new Reading(program, view, known, shape, await loadWorld(view, shape, program.program.clock.now()));
  }

  /** Reads all rows again. */
  async reload(): Promise<void> {
    this.world = await loadWorld(this.view, this.shape, this.program.program.clock.now());
  }

  clientOf(column: Column): ApiClient {
    return this.known.get(column)!.client;
  }

  seenBy(column: Column, language: 'vi' | 'en' = 'vi'): Seen {
    const { accountId, roles } = this.known.get(column)!;
    return new Seen(this.world, { accountId: accountId!, roles }, language);
  }

  async close(): Promise<void> {
    await this.view.close();
    await this.program.close();
  }
}

async function makeKnown(program: TestProgram, view: DatabaseView, column: Column): Promise<Known> {
  const client = await makeAsker(program, view, column);
  const roles = await view.rows<HeldRole>('select role, unit_id as "unitId" from account_role where account_id = $1', [
    client.accountId,
  ]);
  return { ...client, roles };
}

/** Waits until everything that was done so far stands in the log. */
async function logIsWritten(view: DatabaseView): Promise<void> {
  await until(
    () => view.row<{ left: number }>('select count(*)::integer as left from outbox'),
    ({ left }) => left === 0,
  );
}
