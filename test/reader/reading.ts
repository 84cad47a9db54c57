import { buildSchema } from 'graphql';
import { domains } from '../../src/domains';
import { dataSourceOn } from '../../src/open-data-source';
import type { Domain } from '../../src/platform/domain';
import { readMetadata } from '../../src/platform/database/data-source';
import { buildRegistry } from '../../src/platform/reader/model/build-registry';
import { Registry } from '../../src/platform/reader/model/registry';
import { type Asker as Client, makeAsker } from '../access/askers';
import type { Column } from '../access/rights.table';
import type { ApiClient } from '../support/api-client';
import type { TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';
import { until } from '../support/until';
import { changeRows } from './made/change-rows';
import { makeRows } from './made/made-rows';
import type { HeldRole } from './reference/rights';
import { Seen } from './reference/seen';
import { Shape } from './reference/shape';
import { loadWorld, type World } from './reference/world';

/** Seed of everything that is made. */
export const SEED = 20231114;

/** Who asks: nobody's rights are like another's. */
export const COLUMNS = ['ANALYST', 'SECRETARIAT', 'REPORTER', 'DISPLAY'] as const satisfies readonly Column[];

/** The languages in which is asked. */
export const LANGUAGES = ['vi', 'en'] as const;

/** What the reference does not answer: who asks and what runs, coverage, the doors to other moments, lists of plain facts and facts with
 * arguments, the words that differ between two texts. */
export const WITHOUT: ReadonlySet<string> = new Set([
  'Query.viewer',
  'Query.installation',
  'Query.workingCalendar',
  'Query.asOf',
  'Query.whatIf',
  'Query.changes',
  'Query.explainLive',
  // what the program does by itself goes on while it asks
  'Query.jobs',
  'Query.jobTasks',
  'Snapshot.jobs',
  'Snapshot.jobTasks',
  'ProgressReportGroup.coverage',
  'WorkItem.openCycles',
  'AdjustmentRequest.changes',
  'AdjustmentRequest.effect',
  'AdjustmentStep.effect',
  'Revision.changes',
  'WorkItem.statusHistory',
  'Unit.punctuality',
  'DocumentVersion.difference',
]);

/** When a screen was last connected moves while it asks: here it stands still. */
const NOBODY_IS_SEEN = `create function nobody_is_seen() returns trigger language plpgsql as 'begin return null; end';
  create trigger nobody_is_seen before insert or update on display_sighting for each row execute function nobody_is_seen()`;

/** What the program does by itself is of the present alone, and goes on while it asks. */
const UNTOLD = ['Job', 'JobTask'];

type Language = (typeof LANGUAGES)[number];
type Known = Client & { readonly roles: readonly HeldRole[] };

/** A moment whose rows are in memory: a place in the log, and a time of the programme at which nothing had come after it. */
export interface KeptMoment {
  readonly cursor: string;
  readonly at: string;
  readonly world: World;
}

/** What is opened. */
interface OpenOptions {
  readonly withPast: boolean;
  /** Domains beside the program's own. */
  readonly domains?: readonly Domain[];
  /** The database; a clone of the demo without it. */
  readonly target?: TestTarget;
}

/** A program whose rows are in memory too, those of now and those of a moment before, with somebody of each kind who asks. */
export class Reading {
  private seen = new Map<string, Seen>();

  private constructor(
    readonly program: TestProgram,
    readonly view: DatabaseView,
    private readonly known: ReadonlyMap<Column, Known>,
    private readonly shape: Shape,
    private world: World,
    readonly past: KeptMoment | null,
  ) {}

  /** Starts the program, adds rows and reads all of them; with a past, changes most of them and reads them again. */
  static async open({ withPast, domains: more = [], target }: OpenOptions): Promise<Reading> {
    const program = await startTestProgram({ domains: more, ...(target && { target }) });
    const view = await DatabaseView.open(program.target);
    await view.rows(NOBODY_IS_SEEN);
    const known = new Map<Column, Known>();
    for (const column of COLUMNS) known.set(column, await makeKnown(program, view, column));
    const accountIds = [...known.values()].map(({ accountId }) => accountId!);
    const sdl = typesOfEventsAsTexts(await (await fetch(`${program.url}/schema.graphql`)).text());
    const registry = buildRegistry(await readMetadata(dataSourceOn(program.target)), domains);
    const told = new Registry(registry.types.filter(({ name }) => !UNTOLD.includes(name)));
    const shape = new Shape(buildSchema(sdl), told);
    const load = () => loadWorld(view, shape, program.program.clock.now());
    await makeRows(view, accountIds, SEED);
    let past: KeptMoment | null = null;
    if (withPast) {
      past = { cursor: await logEnd(view), at: await moment(program), world: await load() };
      await changeRows(view);
      await makeRows(view, accountIds, SEED + 1);
    }
    await logEnd(view);
    return new Reading(program, view, known, shape, await load(), past);
  }

  /** Reads all rows again. */
  async reload(): Promise<void> {
    this.world = await loadWorld(this.view, this.shape, this.program.program.clock.now());
    this.seen = new Map();
  }

  /** The accounts of those who ask. */
  get accountIds(): string[] {
    return [...this.known.values()].map(({ accountId }) => accountId!);
  }

  clientOf(column: Column): ApiClient {
    return this.known.get(column)!.client;
  }

  /** What somebody sees now. */
  seenBy(column: Column, language: Language = 'vi'): Seen {
    return this.cached(`now ${column} ${language}`, () => new Seen(this.world, this.askerOf(column), language));
  }

  /** What somebody sees of the kept moment, by the rights of now. */
  seenThenBy(column: Column, language: Language = 'vi'): Seen {
    const { world, cursor } = this.past!;
    const see = () => new Seen(world, this.askerOf(column), language, `@${cursor}`);
    return this.cached(`then ${column} ${language}`, see);
  }

  async close(): Promise<void> {
    await this.view.close();
    await this.program.close();
  }

  private askerOf(column: Column): Seen['asker'] {
    const { accountId, roles } = this.known.get(column)!;
    return { accountId: accountId!, roles };
  }

  private cached(name: string, see: () => Seen): Seen {
    const seen = this.seen.get(name) ?? see();
    this.seen.set(name, seen);
    return seen;
  }
}

async function makeKnown(program: TestProgram, view: DatabaseView, column: Column): Promise<Known> {
  const client = await makeAsker(program, view, column);
  const roles = await view.rows<HeldRole>('select role, unit_id as "unitId" from account_role where account_id = $1', [
    client.accountId,
  ]);
  return { ...client, roles };
}

/** Writes an event, waits until it stands in the log, and gives the log's end: everything done before the call is seen there. */
async function logEnd(view: DatabaseView): Promise<string> {
  await view.rows(
    `insert into outbox (type, occurred_at, audience, tags, data) values ('MADE_LAST', '2023-11-14T00:00:00Z', 'EVERYONE', '{}', '{}')`,
  );
  await view.rows('select sequence_events()');
  await until(
    () => view.row<{ left: number }>('select count(*)::integer as left from outbox'),
    ({ left }) => left === 0,
  );
  return (await view.row<{ cursor: string }>(`select epoch || '.' || position as cursor from log_head`)).cursor;
}

/** A moment of the programme, in whole milliseconds, after everything that was done before the call. */
async function moment({ program: { clock } }: TestProgram): Promise<string> {
  const called = clock.now();
  const later = await until(
    () => clock.now(),
    (now) => now > called,
  );
  return later.toISOString();
}

/** The schema as events are read by it: their types are filtered, sorted and grouped as texts, and those come, too, that another version of the program has stated. */
function typesOfEventsAsTexts(sdl: string): string {
  return sdl.replace('type: EventType!', 'type: String!');
}
