import type { EntityManager } from 'typeorm';
import { NonWorkingDay } from './non-working-day.entity';
import { WorkingDays } from './working-days.rules';

/** The working days as the database knows them now. */
export async function loadWorkingDays(manager: EntityManager): Promise<WorkingDays> {
  return new WorkingDays(await manager.find(NonWorkingDay));
}
