import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { startTestProgram, type TestProgram } from '../support/program';
import { until } from '../support/until';
import { cursorOf } from './past';

/** A value before and after. */
export interface FieldChange {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What became of a row between two moments. */
export interface Change {
  readonly id: string;
  readonly kind: 'ADDED' | 'CHANGED' | 'REMOVED';
  readonly code: string | null;
  readonly fields: readonly FieldChange[];
}

export const CHANGES = `query ($of: ReadableTypeName!, $from: Cursor!, $to: Cursor, $first: Int) {
  changes(of: $of, from: $from, to: $to, first: $first) { id kind code fields { name before after } } }`;

interface Asked {
  readonly of: string;
  readonly from: string;
  readonly to?: string | null;
  readonly first?: number | null;
}

/** What changed, as a client is told. */
export async function changes(client: ApiClient, asked: Asked): Promise<readonly Change[]> {
  const { data, errors } = await client.ask<{ changes: Change[] }>(CHANGES, asked);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.changes;
}

const later = (left: string, right: string) => Number(left.split('.')[1]) > Number(right.split('.')[1]);

/** A program with the demo in which things are changed. */
export class ChangingWorld {
  private constructor(
    readonly program: TestProgram,
    readonly view: DatabaseView,
    readonly writer: EventWriter,
    readonly secretariat: ApiClient,
    readonly analyst: ApiClient,
  ) {}

  static async open(): Promise<ChangingWorld> {
    const program = await startTestProgram();
    const [view, writer] = [await DatabaseView.open(program.target), await EventWriter.open(program.target)];
    return new ChangingWorld(program, view, writer, await program.as('secretariat'), await program.as('analyst'));
  }

  /** Where the log ends now. */
  cursorNow(): Promise<string> {
    return cursorOf(this.view);
  }

  /** Writes past the commands and waits until the program has heard of it. */
  async write(tag: string, statement: string, values: readonly unknown[] = []): Promise<string> {
    const before = await this.cursorNow();
    await this.writer.write({ type: 'WRITTEN', extraTags: [tag] }, (tx) => tx.query(statement, values));
    return until(
      async () => (await this.secretariat.ask('{ installation { today } }')).extensions!.cursor!,
      (cursor) => later(cursor, before),
    );
  }

  async close(): Promise<void> {
    await this.writer.close();
    await this.view.close();
    await this.program.close();
  }
}
