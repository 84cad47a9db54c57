import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '../platform/lib/clock';
import { Health } from '../programme/public';
import { WorkItem } from './work-item.entity';
import { healthSql } from './work-item.sql';

/** The item of that id, locked until the transaction ends so that commands on it run one after another; null when there is none. */
export function lockWorkItem(manager: EntityManager, id: string): Promise<WorkItem | null> {
  return manager.findOne(WorkItem, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** The health that the item would have with another percentage: what a report is compared with. */
export async function healthWith(
  manager: EntityManager,
  item: WorkItem,
  percentComplete: number,
  today: CalendarDate,
): Promise<Health> {
  if (percentComplete >= 100) return Health.COMPLETED;
  const sql = healthSql('w', { now: '$2::timestamptz', today: '$2::date', table: (name) => name });
  const rows: { health: Health }[] = await manager.query(
    `select ${sql} as health from (
      select id, is_in_force, starts_on, due_on, null::date as completed_on, $3::numeric as percent_complete from work_item where id = $1
    ) w`,
    [item.id, today, percentComplete],
  );
  return rows[0]!.health;
}
