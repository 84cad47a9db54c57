import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { startTestProgram, type TestProgram } from '../support/program';
import { until } from '../support/until';

/** The whole graph: nested relations, lists, aggregates, groups, derived facts, the log. */
export const WHOLE = `
  programmes { totalCount nodes { id code title standingAgency { id code } term { id name } objectives { id number text }
    chronicle { id happenedOn text } committee { id name members { id role roleName office } } documents(first: 3) { totalCount nodes { id code title } }
    reportingCycles { nodes { id period opensOn dueOn isOpen } } } }
  targets(first: 100) { totalCount nodes { id number health expectedValue indicator { id code } source { note citations } trajectory { period expected }
    latestMeasurement { id period value source { citations } } previousMeasurement { id value } } }
  workItems(first: 100) { totalCount aggregates { count percentComplete { avg min max sum } daysLate { sum } }
    byHealth: groupedAggregates(by: [{ field: HEALTH }]) { keys { value label } count percentComplete { avg } }
    byUnit: groupedAggregates(by: [{ field: LEAD_UNIT }, { field: STATUTORY_CLASS }]) { keys { value label } count }
    nodes { id code health statutoryClass daysLate percentComplete plannedPercent earnedOn completedOn claimedHealth
      freshness { reportedAt ageDays isStale } openCycle { period dueOn }
      leadUnit { id code name } units { id role unit { id code } } milestones { id number dueOn reachedOn }
      progressReports(first: 3) { totalCount aggregates { percentComplete { max } } nodes { id receiptCode state version } } } }
  progressReports(first: 200) { totalCount byState: groupedAggregates(by: [{ field: STATE }]) { keys { value } count }
    nodes { id receiptCode state version percentComplete summary reviewNote isLate changedAt supersededAt submittedAt unitApprovedAt acceptedAt
      submittedBy { id displayName } acceptedBy { id displayName } workItem { id code percentComplete } cycle { id period } milestones { id number } } }
  measurements(first: 100) { totalCount aggregates { value { avg max } } nodes { id period value state recordedAt note indicator { id code } } }
  events(last: 20) { totalCount nodes { cursor type occurredAt hash data subject { id __typename } actor { id displayName } unit { id code } } }
  papers: documents(first: 60) { totalCount byState: groupedAggregates(by: [{ field: STATE }]) { keys { value } count }
    nodes { id code state number approvalLevel awaitedLevel submissions submittedOn issuedOn daysLate latestVersion openOpinions draftingUnit { id code }
      appendices { id code actualCount } versions { id number note writtenAt writtenBy { id displayName } }
      steps { id kind state level takenOn recordedAt note actor { id displayName } } } }
  consultations(first: 100) { totalCount byOpinion: groupedAggregates(by: [{ field: OPINION }]) { keys { value } count }
    nodes { id round askedOn dueOn answeredOn opinion text verdict verdictReason isAwaited daysLate unit { id code } document { id state } } }
  documentSteps(last: 100) { totalCount nodes { id kind state recordedAt document { id code } } }
  documentSections(first: 100) { totalCount nodes { id kind text version { id number } } }
  resources(first: 200) { totalCount byState: groupedAggregates(by: [{ field: STATE }]) { keys { value } count }
    nodes { id kind amount currency state decidedOn decisionNote workItem { id code } } }
  deliverables(first: 200) { totalCount nodes { id number title dueOn acceptedOn evidence daysLate workItem { id code } } }
  traces(first: 200) { totalCount nodes { id tracedOn workItem { id code } target { id number } objective { id } viewpoint { id } } }
  targetAssignments(first: 100) { totalCount nodes { id startsOn endsOn isCurrent membership { id office } target { id number isUnattended } } }
  workItemOversights(first: 100) { totalCount nodes { id startsOn endsOn isCurrent membership { id office } workItem { id code } } }
  viewpoints { totalCount nodes { id number text isTraced } }
  unitHeirs(first: 100) { totalCount nodes { id share heldFrom heldTo unit { id } heir { id code } } }
  overdue: workItems(where: { health: { eq: OVERDUE } }) { totalCount }
  item: workItem(code: "07-01") { id health }`;
export const THEN = `query ($cursor: Cursor!) { asOf(cursor: $cursor) { ${WHOLE} } }`;

export const THE_ITEM = `{ workItem(code: "07-01") { id percentComplete health leadUnit { id } } }`;
export const ITEM_THEN = `query ($cursor: Cursor, $at: DateTime) { asOf(cursor: $cursor, at: $at) ${THE_ITEM} }`;

export interface Item {
  readonly id: string;
  readonly percentComplete: number;
  readonly health: string;
  readonly leadUnit: { readonly id: string };
}

/** Asks past every cache, so that what was answered before cannot answer for what would be answered now; gives the bytes. */
export async function bytes({ url, token }: ApiClient, query: string, variables: object = {}): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'cache-control': 'no-cache' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const data = /^\{"data":(\{.*\}),"extensions":/s.exec(text)?.[1];
  if (data === undefined) throw new Error(text);
  return data;
}

export async function read<Data>(client: ApiClient, query: string, variables: object = {}): Promise<Data> {
  return JSON.parse(await bytes(client, query, variables)) as Data;
}

/** The codes of what is wrong with an operation. */
export async function codesOf(client: ApiClient, query: string, variables: object = {}): Promise<string[]> {
  return ((await client.ask(query, variables)).errors ?? []).map(({ extensions }) => extensions.code);
}

/** A program with the demo whose past is asked for. */
export class Past {
  private constructor(
    readonly program: TestProgram,
    readonly view: DatabaseView,
    readonly writer: EventWriter,
    readonly secretariat: ApiClient,
  ) {}

  static async open(): Promise<Past> {
    const program = await startTestProgram();
    const [view, writer] = [await DatabaseView.open(program.target), await EventWriter.open(program.target)];
    return new Past(program, view, writer, await program.as('secretariat'));
  }

  /** Where the log ends now. */
  cursorNow(): Promise<string> {
    return cursorOf(this.view);
  }

  /** A moment of the programme, in whole milliseconds, after everything that was done before the call. */
  momentNow(): Promise<string> {
    return momentOf(this.program);
  }

  /** Item 07-01 at a moment. */
  async itemThen(moment: { cursor?: string; at?: string }): Promise<Item> {
    return (await read<{ asOf: { workItem: Item } }>(this.secretariat, ITEM_THEN, moment)).asOf.workItem;
  }

  async close(): Promise<void> {
    await this.writer.close();
    await this.view.close();
    await this.program.close();
  }
}

/** Where the log of a database ends now. */
export async function cursorOf(database: DatabaseView): Promise<string> {
  return (await database.row<{ cursor: string }>(`select epoch || '.' || position as cursor from log_head`)).cursor;
}

/** A moment of a program, in whole milliseconds, after everything that was done before the call. */
export async function momentOf({ program: { clock } }: TestProgram): Promise<string> {
  const called = clock.now();
  const later = await until(
    () => clock.now(),
    (now) => now > called,
  );
  return later.toISOString();
}
