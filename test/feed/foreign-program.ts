import type { ApiClient } from '../support/api-client';
import { EventWriter } from '../support/event-writer';
import { Messages } from '../support/sockets/messages';
import { startTestProgram, type TestProgram } from '../support/program';
import { checkSequence } from '../support/sockets/sequence-check';
import { type CuttableSocket, cuttableSocket } from './cuttable-socket';

/** An event as clients of other libraries ask for it. */
export interface ForeignEvent {
  readonly cursor: string;
  readonly previous: string;
  readonly type: string;
  readonly data: { readonly name: string };
}

/** The event stream in a document that can be resumed. */
export const EVENTS = `subscription Events($after: Cursor, $where: EventFilter) {
  events(after: $after, where: $where) { cursor previous type data } }`;

/** A program, somebody who reads it by another library's means, and connections that can be cut. */
export class ForeignProgram {
  readonly socket: CuttableSocket = cuttableSocket();

  private constructor(
    readonly program: TestProgram,
    /** Who reads: may see all events. */
    readonly reader: ApiClient,
    private readonly writer: EventWriter,
  ) {}

  static async start(): Promise<ForeignProgram> {
    const program = await startTestProgram();
    return new ForeignProgram(program, await program.as('inspector'), await EventWriter.open(program.target));
  }

  async close(): Promise<void> {
    await this.writer.close();
    await this.program.close();
  }

  /**
   * Writes events and cuts the reader's connection after every fourth; says what became of them. `follow` subscribes with the variables that it gets and
   * takes down what comes.
   */
  async checkResumption(follow: (variables: object, events: Messages<ForeignEvent>) => () => void) {
    const after = (await this.reader.ask('{ viewer { id } }')).extensions!.cursor!;
    const events = new Messages<ForeignEvent>();
    const stop = follow({ after, where: { type: { eq: 'MARKED' } } }, events);
    const names = Array.from({ length: 12 }, (_, number) => `event ${number}`);
    const delivered: ForeignEvent[] = [];
    for (const [index, name] of names.entries()) {
      await this.writer.write({ type: 'MARKED', data: { name } });
      if (index % 4 !== 3) continue;
      // what was written since the last cut has come, over whatever connection
      delivered.push(...(await events.nextUntil(({ data }) => data.name === name)));
      this.socket.cut();
    }
    stop();
    const received = delivered.map(({ data, cursor, previous }) => ({ name: data.name, place: cursor, previous }));
    return checkSequence(names, received, after);
  }
}

/** Nothing missing, nothing twice, in order, each event naming the one before. */
export const WHOLE = { missing: 0, repeated: 0, disordered: 0, broken: 0 };
