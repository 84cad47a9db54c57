import { loadFacts } from '../loading/public';
import { openInstallation } from '../platform/database/installation';
import { appendEvent } from '../platform/event-log/append-event';
import { EventAudience } from '../platform/event-log/event-audience';
import { withDatabase } from './with-database';
import { programmeEvents } from '../programme/programme.events';

/** `npm run facts:load`: loads what is publicly known of the programmes, without sample rows and demo accounts; again after an update of the data. */
void withDatabase('made', async (database) => {
  const { clock } = await openInstallation(database, null);
  await database.transaction(async (tx) => {
    // what is done goes to standard output, what is going on beside it
    await loadFacts(tx.manager, (said) => console.error(said));
    appendEvent(tx, {
      type: programmeEvents.PROGRAMME_LOADED.type,
      occurredAt: clock.now(),
      actor: null,
      subject: null,
      unitId: null,
      programmeId: null,
      audience: EventAudience.EVERYONE,
      data: { programme: '07-CTr/TU', hasSampleRows: false },
      // the database itself derives who holds whose matters
      extraTags: ['unit_heir'],
    });
  });
  console.log('Đã nạp thông tin công khai. / The public facts are loaded.');
});
