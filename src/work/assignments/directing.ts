import type { Charges } from '../../programme/public';
import { WorkItem } from '../items/work-item.entity';
import { WorkItemOversight } from './work-item-oversight.entity';

/** That members direct work items. */
export const DIRECTING: Charges<WorkItem> = {
  kind: {
    noun: { vi: 'đầu việc', en: 'work item' },
    verb: { vi: 'trực tiếp chỉ đạo', en: 'directing' },
    list: 'workItemIds',
  },
  matters: WorkItem,
  prefix: 'wi',
  orderBy: 'code',
  rows: WorkItemOversight,
  by: 'workItemId',
  isSample: ({ isSample }) => isSample,
};
