import {
  buildSchema,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { read } from '../reader/past';
import type { ApiClient } from '../support/api-client';
import type { Messages } from '../support/sockets/messages';
import { type Delivery, Subscriber } from '../support/sockets/subscriber';

type Told = Delivery<{ readonly live: Readonly<Record<string, unknown>> }>;

interface Watched {
  readonly field: string;
  /** The list as it is asked for, live and afresh. */
  readonly text: string;
  readonly messages: Messages<Told>;
  /** The list as it was last told. */
  last: string;
}

const A_CONNECTION_HOLDS = 10;
const ASKED_AT_ONCE = 4;

/** Lists of which no event tells: what the program does by itself. */
const UNTOLD = ['jobs', 'jobTasks'];

/** Subscribers of every root list of the schema, each kept live by itself, with every fact of its rows and the ids of what they lead to. */
export class WatchedLists {
  private constructor(
    private readonly client: ApiClient,
    private readonly subscribers: readonly Subscriber[],
    private readonly watched: readonly Watched[],
  ) {}

  /** Subscribes to all lists as somebody who sees every row; `client` is an administrator. */
  static async open(client: ApiClient): Promise<WatchedLists> {
    const schema = buildSchema(await (await fetch(`${client.url}/schema.graphql`)).text());
    const lists = Object.values(schema.getQueryType()!.getFields()).filter(
      ({ name, type }) => isConnection(type) && !UNTOLD.includes(name),
    );
    const subscribers: Subscriber[] = [];
    const watched: Watched[] = [];
    for (const [index, { name, type }] of lists.entries()) {
      if (index % A_CONNECTION_HOLDS === 0) subscribers.push(new Subscriber(client.url, client.token));
      const text = textOf(name, rowType(type as GraphQLObjectType));
      const { messages } = subscribers.at(-1)!.subscribe<Told['data']>(`subscription { live { ${text} } }`);
      watched.push({ field: name, text, messages, last: '' });
    }
    const opened = new WatchedLists(client, subscribers, watched);
    for (const list of watched) opened.take(list, await list.messages.next());
    return opened;
  }

  get fields(): string[] {
    return this.watched.map(({ field }) => field);
  }

  /** Those lists that are not now what their subscribers were last told, each with its present answer. */
  async differing(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (let start = 0; start < this.watched.length; start += ASKED_AT_ONCE) {
      const asked = this.watched.slice(start, start + ASKED_AT_ONCE);
      // past every cache: what was written past the commands is there before the server hears of it
      const data = await read<Record<string, unknown>>(this.client, `{ ${asked.map(({ text }) => text).join(' ')} }`);
      for (const { field, last } of asked) {
        const now = JSON.stringify(data[field]);
        if (now !== last) found.set(field, now);
      }
    }
    return found;
  }

  /** What each live list depends on, as the server explains it. */
  async dependencies(): Promise<ReadonlyMap<string, readonly string[]>> {
    const { data } = await this.client.ask<{
      explainLive: { queries: { query: string; dependencies: string[] }[] };
    }>('{ explainLive { queries { query dependencies } } }');
    return new Map(
      this.watched.map(({ field, text }) => {
        const query = data.explainLive.queries.find((known) => known.query.includes(text));
        if (query === undefined) throw new Error(`The server keeps no live query of ${field}.`);
        return [field, query.dependencies];
      }),
    );
  }

  /** Resolves when the subscribers of these lists were told these answers. */
  async told(answers: ReadonlyMap<string, string>): Promise<void> {
    for (const list of this.watched) {
      const answer = answers.get(list.field);
      if (answer === undefined) continue;
      while (list.last !== answer) this.take(list, await list.messages.next());
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.subscribers.map((subscriber) => subscriber.close()));
  }

  private take(list: Watched, { data, errors }: Told): void {
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    list.last = JSON.stringify(data.live[list.field]);
  }
}

function isConnection(type: unknown): boolean {
  return isObjectType(getNamedType(type as GraphQLObjectType)) && String(type).replace('!', '').endsWith('Connection');
}

/** The type of the rows of a connection. */
function rowType(connection: GraphQLObjectType): GraphQLObjectType {
  const type = getNamedType(connection) as GraphQLObjectType;
  return getNamedType(type.getFields().nodes!.type) as GraphQLObjectType;
}

function textOf(list: string, row: GraphQLObjectType): string {
  const facts = Object.values(row.getFields()).map(factOf).filter(Boolean).join(' ');
  return `${list}(first: 200) { totalCount aggregates { count } nodes { ${facts} } }`;
}

/** A field as it is asked for: facts as they are, one row that it leads to by its id; lists and computed objects are left out. */
function factOf({ name, type, args }: GraphQLField<unknown, unknown>): string {
  const inner = getNullableType(type);
  if (args.some(isRequiredArgument) || isListType(inner)) return isLeafType(getNamedType(type)) ? name : '';
  if (isLeafType(inner)) return name;
  const isRow = isObjectType(inner) && inner.getInterfaces().some((known) => known.name === 'Node');
  return isRow ? `${name} { id }` : '';
}
