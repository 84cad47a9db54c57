import { CommandBatchers } from './platform/commands/batched/command-batchers';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { Registry as Metrics } from 'prom-client';
import { authenticator, RIGHTS_SOURCE } from './accounts/authenticate';
import { loadDemo } from './loading/load-demo';
import { dataSourceOn } from './open-data-source';
import type { Config } from './platform/config/config';
import { type BundledPostgres, startBundledPostgres } from './platform/database/bundled/start-bundled-postgres';
import { type ConnectionTarget, POOL_SIZES } from './platform/database/connection';
import { Database } from './platform/database/database';
import { openInstallation, pageSecret } from './platform/database/installation';
import { migrate, type ServerFacts } from './platform/database/migrate';
import { rememberIdentities } from './platform/access/remembered-identities';
import type { Bus } from './platform/event-log/bus';
import { EventLog } from './platform/event-log/event-log';
import { NatsBus } from './platform/event-log/nats-bus';
import { NotifyBus } from './platform/event-log/notify-bus';
import { TouchedTags } from './platform/event-log/touched-tags';
import { buildApiSchema } from './platform/schema/build-api-schema';
import { printSchemaWithCosts } from './platform/schema/cost/print-schema-with-costs';
import { priceOf } from './platform/operations/cost/price-of';
import { describeInstallation } from './platform/schema/describe-installation';
import { ValidatedOperationCache } from './platform/operations/validated-operation-cache';
import { OPERATION_TURNS } from './platform/operations/limits/operation-turns';
import { Rates } from './platform/operations/limits/rates';
import type { OperationServices } from './platform/operations/operation-services';
import { personalFieldsOf } from './platform/schema/personal-fields';
import { declaredRootsOf } from './platform/schema/declared-roots';
import { sampleTablesOf } from './platform/schema/singleton-fields';
import { Connections } from './platform/http/sockets/connections';
import { createApollo } from './platform/http/create-apollo';
import { HttpEndpoint } from './platform/http/http-endpoint';
import { type HttpLimits, HttpServer } from './platform/http/http-server';
import { staticPages } from './platform/http/static-pages';
import { WebSocketEndpoint } from './platform/http/sockets/websocket-endpoint';
import { JobQueue, type JobServices } from './platform/jobs/queue/job-queue';
import { FoldSummaries } from './platform/jobs/fold-summaries';
import { DayStarted } from './platform/jobs/day-started';
import type { Domain } from './platform/domain';
import { type Clock, todayOf } from './platform/lib/clock';
import { oneAtATime } from './platform/lib/one-at-a-time';
import { Turns } from './platform/lib/turns';
import type { LiveExplanation } from './platform/live/explain-live';
import { LiveHub } from './platform/live/live-hub';
import { occasionally } from './platform/observability/occasionally';
import type { Logger } from './platform/observability/logger';
import { addMetrics, type MetricSources } from './platform/observability/metrics';
import { stageHistogram } from './platform/observability/stages';
import { PageCursors } from './platform/reader/lists/page-cursor';
import { AnswerCache } from './platform/reader/answer-cache';
import type { ReadModel } from './platform/reader/model/model';
import { Planner } from './platform/reader/statement/planner';
import { Reader } from './platform/reader/reader';
import { buildRegistry } from './platform/reader/model/build-registry';
import type { Registry } from './platform/reader/model/registry';
import { DisplaySightings } from './screens/display-sightings';
import { screenPath } from './screens/screen-path';
import { unlessStopped } from './stop-signals';

/** The moment at which the demo's clock starts: the programme ended in 2025, and a reporting cycle is open then. */
const DEMO_STARTS_AT = new Date('2023-11-14T08:00:00+07:00');

/** What answers may take of memory to be given again. */
const CACHED_ANSWERS_BYTES = 64 * 1024 * 1024;

/** A program that serves. */
export interface RunningProgram {
  readonly address: { readonly host: string; readonly port: number };
  readonly clock: Clock;
  readonly databaseFacts: ServerFacts;
  /** The password made up for the demo accounts on this start, to be shown once. */
  readonly madeUpPassword: string | null;
  /** Drains and stops everything, in the order in which nothing is lost. */
  stop(drainMs: number): Promise<void>;
  /** Stops the bundled database, whoever still works with it: for a stop that cannot wait. */
  stopDatabase(): Promise<void>;
}

/** What a process gets from the one that keeps several of them running on one port. */
export interface ClusterPlace {
  /** The bundled PostgreSQL, which the other one started; null with DATABASE_URL. */
  readonly database: ConnectionTarget | null;
}

/** What a start has to know. */
export interface Launch {
  readonly config: Config;
  readonly logger: Logger;
  readonly appVersion: string;
  /** What the city does with it; tests put more in. */
  readonly domains: readonly Domain[];
  /** Where the program was built, and what it serves beside itself. */
  readonly root: string;
  /** As one of several processes on one port; null: alone. */
  readonly place: ClusterPlace | null;
  /** Aborted when the program is to end. */
  readonly stopping: AbortSignal;
}

/**
 * Wires the domains to the platform and starts serving, alone or as one of several processes. Rejects when it cannot,
 * or when a stop is asked for meanwhile; the database that it started is stopped then.
 */
export async function startProgram(launch: Launch): Promise<RunningProgram> {
  const { target, postgres } = await findDatabase(launch);
  const stopDatabase = async (): Promise<void> => postgres?.stop();
  try {
    const { stop, ...program } = await unlessStopped(startOn(target, launch), launch.stopping);
    return { ...program, stop: (drainMs) => stop(drainMs).finally(stopDatabase), stopDatabase };
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}

/** Starts serving on a database. */
async function startOn(
  target: ConnectionTarget,
  { config, logger, appVersion, domains, root, place, stopping }: Launch,
): Promise<Omit<RunningProgram, 'stopDatabase'>> {
  let isStarting = true;
  const onError = occasionally((error: unknown) => {
    // a start that is given up loses its connections
    if (!isStarting || !stopping.aborted) logger.error({ err: error }, 'background work failed');
  });
  const { database, clock, databaseFacts, madeUpPassword } = await openDatabase(config, target, logger, onError);
  const metrics = metricsFor(place);
  const noteStage = stageHistogram(metrics);
  const log = await startLog(config, database, onError);
  const registry = buildRegistry(database.dataSource, domains);
  const background = await startBackground({ database, log, clock, logger, onError }, registry, domains);
  const { schema, model } = await buildApiSchema(registry, domains);
  const touched = new TouchedTags(log.feed);
  const reading = await readingOn(database, touched, schema, model, domains);
  const sightings = new DisplaySightings(database, clock, onError);
  const identify = sightings.noticing(authenticator(database, () => todayOf(clock)));
  const fairness = { turns: new Turns(OPERATION_TURNS), rates: new Rates(config.ratesPerSecond) };
  const hub = new LiveHub(log, RIGHTS_SOURCE, onError, noteStage, fairness.turns);
  const remembered = rememberIdentities(identify, RIGHTS_SOURCE, log.feed, touched);
  const connections = new Connections(config.socketsPerAccount, identify, onError);
  sightings.watch(() => connections.actors);
  addMetrics(metrics, metricsOf(connections, hub, log, reading, background.jobs));
  const explainLive = (): LiveExplanation => ({ ...hub.explanation, connections: connections.explanation });
  const running = { config, database, log, clock, logger, appVersion, noteStage, explainLive, ...fairness };
  const services: OperationServices = { ...running, registry, model, ...reading, ...commandsOn(database, domains) };
  const apollo = createApollo(schema, services);
  await apollo.start();
  const server = new HttpServer({
    graphql: new HttpEndpoint(apollo, schema, services, identify, remembered),
    webSocket: new WebSocketEndpoint(schema, services, hub, connections, identify),
    pages: staticPages(join(root, 'dist', 'web'), join(root, 'dist', 'kit')),
    sdl: () => printSchemaWithCosts(schema),
    metrics: () => metrics.metrics(),
    installation: () => describeInstallation(services, sampleTablesOf(domains)),
    screenPath: (actor) => screenPath(database, actor),
    isReady: oneAtATime(async () => (await database.query('select 1 from log_head')).length === 1),
    authenticate: identify,
    site: config,
    logger,
    limits: httpLimitsOf(config),
  });
  const { port } = await server.listen(config.port, config.host);
  isStarting = false;
  return {
    address: { host: config.host, port },
    clock,
    databaseFacts,
    madeUpPassword,
    stop: async (drainMs) => {
      await server.drain(drainMs, place !== null);
      for (const part of [hub, apollo, sightings, ...background.parts, log]) await part.stop();
      await database.close();
    },
  };
}

/** Brings a database to where the program can use it: migrated, its clock known, the demo loaded where it is wanted. */
async function openDatabase(
  config: Config,
  target: ConnectionTarget,
  logger: Logger,
  onError: (error: unknown) => void,
) {
  const dataSource = dataSourceOn(target);
  const databaseFacts = await migrate(dataSource, target);
  const database = new Database(dataSource, target, onError, POOL_SIZES.readers, config.queryMs);
  const isDemo = await wantsDemo(config, database);
  const { clock } = await openInstallation(database, config.clock ?? (isDemo ? DEMO_STARTS_AT : null));
  const progress = (said: string): void => logger.info(said);
  const { madeUpPassword } = isDemo
    ? await loadDemo(database, clock, config.demoPassword, progress)
    : { madeUpPassword: null };
  return { database, clock, databaseFacts, madeUpPassword };
}

function metricsFor(place: ClusterPlace | null): Metrics {
  const metrics = new Metrics();
  // several processes on one port answer in turn
  if (place !== null) metrics.setDefaultLabels({ pid: String(process.pid) });
  return metrics;
}

async function startLog(config: Config, database: Database, onError: (error: unknown) => void): Promise<EventLog> {
  const log = new EventLog(database, onError, busOf(config, database, onError));
  await log.start();
  return log;
}

async function startDays(
  database: Database,
  log: EventLog,
  clock: Clock,
  onError: (error: unknown) => void,
): Promise<DayStarted> {
  const days = new DayStarted(database, log, clock, onError);
  await days.start();
  return days;
}

/** What goes on by itself; `parts` in the order in which they are stopped. */
async function startBackground(services: JobServices, registry: Registry, domains: readonly Domain[]) {
  const { database, log, clock, onError } = services;
  const days = await startDays(database, log, clock, onError);
  const folding = await startFolding(database, log, registry, onError);
  const jobs = await startJobs(services, domains);
  return { jobs, parts: [days, jobs, folding] };
}

async function startJobs(services: JobServices, domains: readonly Domain[]): Promise<JobQueue> {
  const queue = new JobQueue(
    services,
    domains.flatMap((domain) => domain.jobs ?? []),
  );
  await queue.start();
  return queue;
}

/** Nothing is silent for longer than a dear question that has waited for its turn once. */
function httpLimitsOf({ requestMs, queryMs, metricsToken }: Config): HttpLimits {
  return { requestMs, silentMs: requestMs + 4 * queryMs, metricsToken };
}

function metricsOf(
  connections: Connections,
  hub: LiveHub,
  log: EventLog,
  reading: Reading,
  jobs: JobQueue,
): MetricSources {
  return {
    sockets: () => connections.size,
    liveGroups: () => hub.sizes.live,
    eventStreams: () => hub.sizes.streams,
    logPosition: () => log.feed.head.position,
    planBytes: () => reading.planner.bytes,
    documentBytes: () => reading.documents.bytes,
    answerBytes: () => reading.answers.counts.bytes,
    jobs: () => jobs.runs.counts(),
    liveCounts: () => hub.counts,
  };
}

/** What commands are run with, of what the domains contribute, and where those that go in batches gather. */
function commandsOn(
  database: Database,
  all: readonly Domain[],
): Pick<OperationServices, 'personalFields' | 'preconditions' | 'reactions' | 'batchers'> {
  return {
    batchers: new CommandBatchers(database),
    personalFields: personalFieldsOf(all),
    preconditions: all.flatMap((domain) => domain.preconditions ?? []),
    reactions: all.flatMap((domain) => domain.reactions ?? []),
  };
}

type Reading = Pick<OperationServices, 'planner' | 'reader' | 'answers' | 'documents'>;

/** What answers queries: plans, their statements, answers at hand. */
async function readingOn(
  database: Database,
  touched: TouchedTags,
  schema: GraphQLSchema,
  model: ReadModel,
  all: readonly Domain[],
): Promise<Reading> {
  const cursors = new PageCursors(await pageSecret(database));
  return {
    planner: new Planner(schema, model, cursors, declaredRootsOf(all), (question) => priceOf(schema, question)),
    reader: new Reader(database),
    answers: new AnswerCache(touched, CACHED_ANSWERS_BYTES),
    documents: new ValidatedOperationCache(),
  };
}

/** Begins to fold the summaries that are kept, each told of by the events of the table that it counts. */
async function startFolding(
  database: Database,
  { feed }: EventLog,
  { types }: Registry,
  onError: (error: unknown) => void,
): Promise<FoldSummaries> {
  const summaries = types.flatMap(({ summary, table }) =>
    summary === null ? [] : [{ of: table, fold: summary.fold }],
  );
  const folding = new FoldSummaries(database, feed, summaries, onError);
  await folding.start();
  return folding;
}

function busOf({ natsUrl }: Config, database: Database, onError: (error: unknown) => void): Bus {
  return natsUrl === null ? new NotifyBus(database, onError) : new NatsBus(natsUrl, database, onError);
}

/** The database of DATABASE_URL, else the bundled one: started here, unless another process has. */
async function findDatabase({
  config: { databaseUrl, dataDir },
  logger,
  place,
  stopping,
}: Launch): Promise<{ target: ConnectionTarget; postgres: BundledPostgres | null }> {
  if (databaseUrl !== null) return { target: { url: databaseUrl }, postgres: null };
  if (place !== null) return { target: place.database!, postgres: null };
  const log = (message: string): void => logger.info(message);
  const postgres = await startBundledPostgres({ dataDir, purpose: 'server', log, stopping });
  return { target: postgres.connection, postgres };
}

/** DEMO=1 or DEMO=0 decide; else the demo belongs to a bundled database that is fresh or already has it. */
async function wantsDemo(config: Config, database: Database): Promise<boolean> {
  if (config.demo !== null) return config.demo;
  if (config.databaseUrl !== null) return false;
  const [row] = await database.query<{ demo: Date | null }>('select demo_loaded_at as demo from installation');
  return row?.demo !== null;
}
