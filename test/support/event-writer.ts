import { dataSourceOn } from '../../src/open-data-source';
import { Database } from '../../src/platform/database/database';
import type { Transaction } from '../../src/platform/database/transaction';
import { appendEvent, type EventDraft } from '../../src/platform/event-log/append-event';
import { EventAudience } from '../../src/platform/event-log/event-audience';
import type { TestTarget } from './database';

/** Writes events beside the program, over connections of its own, as another process would. Numbering is left to others. */
export class EventWriter {
  constructor(readonly database: Database) {}

  /** Connects. */
  static async open(target: TestTarget): Promise<EventWriter> {
    return new EventWriter(new Database(await dataSourceOn(target).initialize(), target, () => undefined));
  }

  /** Commits one event. `work` runs in the same transaction, before it. */
  write(
    draft: Partial<EventDraft>,
    work: (tx: Transaction) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<void> {
    return this.database.transaction(async (tx) => {
      await work(tx);
      appendEvent(tx, { ...PLAIN, ...draft });
    });
  }

  /** Closes the connections. */
  close(): Promise<void> {
    return this.database.close();
  }
}

/** An event for everybody that says nothing about anything. */
const PLAIN: EventDraft = {
  type: 'SOMETHING_HAPPENED',
  occurredAt: new Date('2023-11-14T01:00:00Z'),
  actor: null,
  subject: null,
  unitId: null,
  programmeId: null,
  audience: EventAudience.EVERYONE,
  data: {},
};
