import { makeDemoAccounts } from '../../src/loading/demo-accounts';
import { loadFacts } from '../../src/loading/public';
import { makeAsker } from '../access/askers';
import type { ApiClient } from '../support/api-client';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { mutated } from '../support/payload';
import { type DemoName, startTestProgram, type TestProgram } from '../support/program';
import { Subscriber, type Subscription } from '../support/sockets/subscriber';
import { DEMO_PASSWORD } from '../support/test-server';

/** A client that keeps a question before its eyes, with everything that it has been shown since the story began. */
export class Watcher<Shown> {
  /** What was shown, in its order, over all days. */
  readonly seen: Shown[] = [];
  private current: Subscription<{ readonly live: Shown }> | null = null;

  constructor(private readonly query: string) {}

  /** Asks on a connection of a new day. */
  watch(subscriber: Subscriber): void {
    this.current = subscriber.subscribe(this.query);
  }

  /** Waits until what is shown fits. */
  async shows(fits: (shown: Shown) => boolean): Promise<void> {
    const messages = await this.current!.messages.nextUntil(({ data, errors }) => {
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return fits(data.live);
    });
    this.seen.push(...messages.map(({ data }) => data.live));
  }
}

/** A programme that begins: what is known of it in public, no sample, a clock that the story sets; a screen in the meeting room and a unit's client beside it. */
export class StoryHouse<Room, Unit> {
  private open: Subscriber[] = [];
  private program!: TestProgram;
  private screenToken: string | null = null;

  private constructor(
    private readonly database: TestDatabase,
    private readonly view: DatabaseView,
    readonly room: Watcher<Room>,
    readonly unit: Watcher<Unit>,
  ) {}

  static async open<Room, Unit>(room: Watcher<Room>, unit: Watcher<Unit>): Promise<StoryHouse<Room, Unit>> {
    const database = await openTestDatabase();
    await database.dataSource.transaction(loadFacts);
    await database.dataSource.transaction((manager) => makeDemoAccounts(manager, DEMO_PASSWORD));
    await database.dataSource.query(
      'insert into installation (clock_offset_ms, demo_loaded_at) values (0, clock_timestamp())',
    );
    return new StoryHouse(database, await DatabaseView.open(database.target), room, unit);
  }

  /** Goes on at a moment: the program is started anew, everybody signs in and asks again. */
  async goOnAt(clock: string): Promise<void> {
    await this.endDay();
    this.program = await startTestProgram({ target: this.database.target, clock: new Date(clock) });
    this.screenToken ??= (await makeAsker(this.program, this.view, 'DISPLAY')).client.token;
    const { token } = await this.as('reporter');
    const [inRoom, inUnit] = [this.screenToken, token].map((shown) => new Subscriber(this.program.url, shown));
    this.open.push(inRoom!, inUnit!);
    this.room.watch(inRoom!);
    this.unit.watch(inUnit!);
  }

  as(name: DemoName): Promise<ApiClient> {
    return this.program.as(name);
  }

  /** Asks a question, which must be answered. */
  async ask<Data>(name: DemoName, query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await (await this.as(name)).ask<Data>(query, variables);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Sends a mutation, which must be done. */
  async done<Changed extends object>(name: DemoName, mutation: string, input: object, fields = ''): Promise<Changed> {
    return mutated<Changed>(await this.as(name), mutation, input, fields);
  }

  async close(): Promise<void> {
    await this.endDay();
    await this.view.close();
    await this.database.close();
  }

  private async endDay(): Promise<void> {
    if (this.open.length === 0) return;
    await Promise.all(this.open.splice(0).map((subscriber) => subscriber.close()));
    await this.program.close();
  }
}
