import { visibleToAll } from '../platform/access/row-conditions';
import type { RowPolicy } from '../platform/reader/declarations';
import { Milestone } from './milestone.entity';
import { UnitRole } from './unit-role.entity';
import { WorkItem } from './work-item.entity';

/** What must be done, and by whom, is everybody's who is signed in; only accepted progress is in it. */
export const workPolicies: readonly RowPolicy[] = [WorkItem, UnitRole, Milestone].map(visibleToAll);
