import type { Domain } from '../platform/domain';
import { roleAgreement } from './role-agreement';

/** Contradictions across the ten programmes: of roles. Those of what targets promise are told by the indicators themselves. */
export const consistency: Domain = {
  name: 'consistency',
  entities: [],
  facts: [roleAgreement],
};
