import { removeSample } from '../loading/public';
import { appendEvent } from '../platform/event-log/append-event';
import { EventAudience } from '../platform/event-log/event-audience';
import { openInstallation } from '../platform/database/installation';
import { withDatabase } from './with-database';
import { programmeEvents } from '../programme/programme.events';

/** `npm run sample:remove`: removes every sample row, all or nothing, and says how many. Screens that are open change at once. */
void withDatabase('there', async (database) => {
  const { clock } = await openInstallation(database, null);
  const removed = await database.transaction(async (tx) => {
    const counts = await removeSample(tx.manager);
    appendEvent(tx, {
      type: programmeEvents.SAMPLE_REMOVED.type,
      occurredAt: clock.now(),
      actor: null,
      subject: null,
      unitId: null,
      programmeId: null,
      audience: EventAudience.EVERYONE,
      data: { removed: counts },
      extraTags: Object.keys(counts),
    });
    return counts;
  });
  const lines = Object.entries(removed).map(([table, count]) => `${String(count).padStart(6)}  ${table}`);
  console.log(`Đã xóa dữ liệu mẫu / sample rows removed:\n${lines.join('\n')}`);
});
