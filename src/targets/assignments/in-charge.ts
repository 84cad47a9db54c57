import type { Charges } from '../../programme/public';
import { Target } from '../target.entity';
import { TargetAssignment } from './target-assignment.entity';

/** That members answer for targets. */
export const IN_CHARGE: Charges<Target> = {
  kind: {
    noun: { vi: 'chỉ tiêu', en: 'target' },
    verb: { vi: 'phụ trách', en: 'in charge of' },
    list: 'targetIds',
  },
  matters: Target,
  prefix: 'ta',
  orderBy: 'number',
  rows: TargetAssignment,
  by: 'targetId',
  isSample: ({ isSample }) => isSample,
};
