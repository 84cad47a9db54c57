import { DomainError, refuse, type Refusal } from '../../platform/lib/domain-error';
import { filledOrNull } from '../../platform/lib/text';
import { type Currency, ResourceKind, ResourceState } from './resource.state';

const { PROPOSED, APPROVED, ALLOCATED, REFUSED } = ResourceState;

/** What can be decided on a resource that is there. */
export type ResourceAction = 'approve' | 'allocate' | 'refuse';

/** Where each decision leads, by the state in which it is taken; what is not here is not possible. What is allocated, or refused, stays so. */
export const TRANSITIONS: Readonly<Record<ResourceAction, Partial<Record<ResourceState, ResourceState>>>> = {
  approve: { PROPOSED: APPROVED },
  allocate: { APPROVED: ALLOCATED },
  refuse: { PROPOSED: REFUSED, APPROVED: REFUSED },
};

const NAMES: Readonly<Record<ResourceState, readonly [vi: string, en: string]>> = {
  [PROPOSED]: ['đang đề xuất', 'proposed'],
  [APPROVED]: ['đã duyệt', 'approved'],
  [ALLOCATED]: ['đã bố trí', 'allocated'],
  [REFUSED]: ['không được duyệt', 'refused'],
};

/** The largest amount: up to here numbers of clients are exact. */
const LARGEST = 9_007_199_254_740_991n;

/** A resource as it is stated. */
export interface StatedResource {
  readonly kind: ResourceKind;
  readonly description?: string | null;
  readonly amount?: string | null;
  readonly currency?: Currency | null;
}

/** What is wrong with a stated resource: funds without an amount, an amount without its currency or out of range, anything else without words. */
export function refusalsOfResource(resource: StatedResource, path: readonly string[]): Refusal[] {
  const wrongs = resource.kind === ResourceKind.FUNDS ? wrongsOfFunds(resource) : wrongsOfOthers(resource);
  return wrongs.map(([field, vi, en]) => ({ code: 'INVALID', path: [...path, field], message: { vi, en } }));
}

type Wrong = readonly [field: string, vi: string, en: string];

function wrongsOfFunds({ amount, currency }: StatedResource): Wrong[] {
  if (amount == null)
    return [['amount', 'Kinh phí phải có số tiền. Hãy nhập số tiền.', 'Funds need an amount. Enter it.']];
  const wrongs: Wrong[] = [];
  if (currency == null) {
    wrongs.push(['currency', 'Hãy nêu loại tiền, ví dụ VND.', 'State the currency, for instance VND.']);
  }
  if (BigInt(amount) <= 0n || BigInt(amount) > LARGEST) {
    const [vi, en] = [`lớn hơn 0 và không quá ${LARGEST}`, `above 0 and at most ${LARGEST}`];
    wrongs.push(['amount', `Số tiền phải ${vi}. Hãy nhập lại.`, `The amount must be ${en}. Enter it again.`]);
  }
  return wrongs;
}

function wrongsOfOthers({ amount, currency, description }: StatedResource): Wrong[] {
  const wrongs: Wrong[] = [];
  if (amount != null || currency != null) {
    wrongs.push([
      'amount',
      'Chỉ kinh phí mới có số tiền và loại tiền. Hãy bỏ trống hai ô này.',
      'Only funds have an amount and a currency. Leave both out.',
    ]);
  }
  if (filledOrNull(description) === null) {
    wrongs.push(['description', 'Hãy mô tả nguồn lực.', 'Describe the resource.']);
  }
  return wrongs;
}

/** Refuses resources as they are stated, all points at once. */
export function assertResource(resource: StatedResource): void {
  const refusals = refusalsOfResource(resource, ['input']);
  if (refusals.length > 0) throw new DomainError(refusals);
}

/** Refuses a decision that the state does not allow, and names those that it does. */
export function assertDecision(from: ResourceState, to: ResourceState): void {
  const reachable = Object.values(TRANSITIONS).flatMap((leads) => leads[from] ?? []);
  if (reachable.includes(to)) return;
  const possible = reachable.map((state) => NAMES[state]);
  const [vi, en] = NAMES[from];
  throw refuse(
    'CONFLICT',
    ['input', 'state'],
    `Nguồn lực ${vi}; ${possible.length === 0 ? 'không quyết định lại được' : `chỉ có thể chuyển thành: ${possible.map(([name]) => name).join(', ')}`}.`,
    `The resource is ${en}; ${possible.length === 0 ? 'that is final' : `it can only become ${possible.map(([, name]) => name).join(' or ')}`}.`,
  );
}
