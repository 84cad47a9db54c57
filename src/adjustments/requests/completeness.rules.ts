import type { Refusal } from '../../platform/lib/domain-error';
import { isBlank } from '../../platform/lib/text-forms';

/** What a request has to name (rule R4), and why it is made. */
export interface Named {
  readonly product?: string | null;
  readonly targetId?: string | null;
  readonly objective?: string | null;
  readonly resources?: string | null;
  readonly reason?: string | null;
}

const NAMES: Readonly<Record<keyof Named, readonly [vi: string, en: string]>> = {
  product: ['sản phẩm', 'the product'],
  targetId: ['chỉ tiêu', 'the target'],
  objective: ['mục tiêu', 'the objective'],
  resources: ['nguồn lực', 'the resources'],
  reason: ['lý do điều chỉnh', 'the reason'],
};

/** What a request does not name, each by its field, all at once (rule R4). */
export function missingOf(named: Named): Refusal[] {
  return (Object.keys(NAMES) as (keyof Named)[]).flatMap((field): Refusal[] => {
    if (!isBlank(named[field])) return [];
    const [vi, en] = NAMES[field];
    const message = {
      vi: `Đề xuất điều chỉnh phải nêu ${vi}. Hãy bổ sung.`,
      en: `A request for an adjustment states ${en}. Add it.`,
    };
    return [{ code: 'INVALID', path: ['input', field], message }];
  });
}
