import { dataSourceOn } from '../../src/open-data-source';
import { Database } from '../../src/platform/database/database';
import type { Transaction } from '../../src/platform/database/transaction';
import { appendEvent } from '../../src/platform/event-log/append-event';
import type { EventDraft } from '../../src/platform/event-log/event-draft';
import type { EventType } from '../../src/platform/event-log/event-types';
import { EventAudience } from '../../src/platform/event-log/event-audience';
import type { TestTarget } from './database';

/** An event as a test states it, of whatever type: another version of the program may know more of them. */
export type WrittenEvent = Partial<Omit<EventDraft, 'type'> & { readonly type: string }>;

/** Writes events beside the program, over connections of its own, as another process would. Numbering is left to others. */
export class EventWriter {
  constructor(readonly database: Database) {}

  /** Connects. */
  static async open(target: TestTarget): Promise<EventWriter> {
    return new EventWriter(new Database(await dataSourceOn(target).initialize(), target, () => undefined));
  }

  /** Commits one event. `work` runs in the same transaction, before it. */
  write(draft: WrittenEvent, work: (tx: Transaction) => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    return this.database.transaction(async (tx) => {
      await work(tx);
      appendEvent(tx, { ...PLAIN, ...draft, type: (draft.type ?? PLAIN.type) as EventType });
    });
  }

  /** Closes the connections. */
  close(): Promise<void> {
    return this.database.close();
  }
}

/** A type of event that no domain declares. */
export const UNDECLARED = 'SOMETHING_HAPPENED' as EventType;

/** An event for everybody that says nothing about anything. */
const PLAIN: Omit<EventDraft, 'type'> & { readonly type: string } = {
  type: UNDECLARED,
  occurredAt: new Date('2023-11-14T01:00:00Z'),
  actor: null,
  subject: null,
  unitId: null,
  programmeId: null,
  audience: EventAudience.EVERYONE,
  data: {},
};
