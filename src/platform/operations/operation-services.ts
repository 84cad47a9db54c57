import type { Services } from '../schema/services';
import type { ValidatedOperationCache } from './validated-operation-cache';
import type { Rates } from './limits/rates';

/** What operations work with beside what their fields do; made once, by the composition. */
export interface OperationServices extends Services {
  readonly documents: ValidatedOperationCache;
  readonly rates: Rates;
}
