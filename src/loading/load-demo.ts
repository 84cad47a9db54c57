import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Database } from '../platform/database/database';
import { appendEvent } from '../platform/event-log/append-event';
import { EventAudience } from '../platform/event-log/event-audience';
import type { Clock } from '../platform/lib/clock';
import { makeDemoAccounts, setDemoPassword } from './demo-accounts';
import { FACTS } from './load-facts';
import { loadParts, type Progress } from './load-parts';
import { loadSample } from './sample/load-sample';
import { writePast } from './past/write-past';
import { programmeEvents } from '../programme/programme.events';

/** What a start with the demo did. */
export interface DemoLoad {
  /** The password made up for the demo accounts, to be shown once; null when one was given or made earlier. */
  readonly madeUpPassword: string | null;
}

/**
 * Loads the programme, the demo accounts and the sample rows, all or nothing, once for a database. A later start loads nothing again (a removed sample stays
 * removed); it only sets the password when one is given.
 */
export async function loadDemo(
  database: Database,
  clock: Clock,
  givenPassword: string | null,
  progress: Progress = () => undefined,
): Promise<DemoLoad> {
  return database.transaction(async (tx) => {
    // one process loads, others wait here and then find it done
    const [row] = await tx.query<{ loaded: Date | null }>(
      'select demo_loaded_at as loaded from installation for update',
    );
    if (row!.loaded !== null) {
      if (givenPassword !== null) await setDemoPassword(tx.manager, givenPassword);
      return { madeUpPassword: null };
    }
    const madeUpPassword = givenPassword === null ? randomBytes(9).toString('base64url') : null;
    const makeAccounts = (manager: EntityManager) => makeDemoAccounts(manager, givenPassword ?? madeUpPassword!);
    const parts = [
      ...FACTS,
      { name: { vi: 'các tài khoản mẫu', en: 'demo accounts' }, load: makeAccounts },
      { name: { vi: 'dữ liệu mẫu', en: 'sample rows' }, load: loadSample },
      {
        name: { vi: 'diễn biến theo thời gian', en: 'their past' },
        load: (manager: EntityManager) => writePast(manager, clock),
      },
    ];
    await loadParts(tx.manager, parts, progress);
    await tx.query('update installation set demo_loaded_at = clock_timestamp()');
    appendEvent(tx, {
      type: programmeEvents.PROGRAMME_LOADED.type,
      occurredAt: clock.now(),
      actor: null,
      subject: null,
      unitId: null,
      programmeId: null,
      audience: EventAudience.EVERYONE,
      data: { programme: '07-CTr/TU', hasSampleRows: true },
      // the database itself derives who holds whose matters
      extraTags: ['unit_heir'],
    });
    return { madeUpPassword };
  });
}
