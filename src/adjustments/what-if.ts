import { DomainError, type Refusal } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import type { Supposition } from '../platform/reader/model/supposition';
import { CHANGED_TABLES } from './changes/adjustment-facts.rules';
import { rowChangesOf } from './changes/apply-changes.rules';
import { loadAdjustmentFacts, type Query, type KeptRequest } from './changes/load-adjustment-facts';
import { AdjustmentRequest } from './requests/adjustment-request.entity';
import { nameOfState, PENDING } from './requests/adjustment.rules';

/** `whatIf`: every question, answered as if requests that are not decided yet were approved today. */
export const whatIf: Supposition = {
  field: 'whatIf',
  description: says(
    'Giả định: dữ liệu như khi các đề xuất điều chỉnh này được phê duyệt hôm nay; không ghi gì. Danh sách trống là hiện tại. Các mã định danh bên trong chỉ dùng ở đây.',
    'What if: the data as they would stand if these adjustments were approved today; nothing is written. An empty list is the present. The ids inside are of use here alone.',
  ),
  argument: 'adjustments',
  argumentDescription: says(
    'Mã định danh (id) của các đề xuất chưa quyết định mà người hỏi được đọc, tối đa 100.',
    'Ids of requests that are not decided yet and that who asks may read, at most 100.',
  ),
  of: AdjustmentRequest,
  tables: CHANGED_TABLES,
  follows: [],
  async changesOf(ids, { run, reads }) {
    const query: Query = (text, values) => reads.query(text, values);
    const facts = await loadAdjustmentFacts(query, ids);
    const decided = facts.requests.filter(({ state }) => !PENDING.includes(state));
    if (decided.length > 0) throw new DomainError(decided.map(refusalOf));
    return rowChangesOf(facts, run.today);
  },
};

function refusalOf({ product, state }: KeptRequest): Refusal {
  const [vi, en] = nameOfState(state);
  return {
    code: 'CONFLICT',
    path: ['adjustments'],
    message: {
      vi: `Đề xuất “${product}” ${vi}, nên không còn là giả định. Hãy bỏ khỏi danh sách; kết quả của đề xuất đã phê duyệt là dữ liệu hiện tại.`,
      en: `The request “${product}” is ${en}: there is nothing to suppose any more. Take it off the list; what was approved stands in the present data.`,
    },
  };
}
