import { ReadError } from '../../reader/read-error';
import type { EstimatedCost } from '../../schema/cost/estimated-cost';

/** An operation that costs more than its asker may spend; names the dearest part, and says so beside the message, for programs. */
export class TooExpensive extends ReadError {
  constructor(readonly cost: EstimatedCost) {
    const { requested, limit, dearest } = cost;
    const write = (value: number, locale: string) => value.toLocaleString(locale);
    super('QUERY_TOO_COMPLEX', {
      vi: `Truy vấn quá lớn: chi phí ${write(requested, 'vi')}, tối đa ${write(limit, 'vi')}. Tốn nhất là \`${dearest.path}\` (${write(dearest.cost, 'vi')}). Hãy lấy ít dòng hơn, lọc đơn giản hơn hoặc chia nhỏ truy vấn.`,
      en: `The operation is too large: it costs ${write(requested, 'en')}, at most ${write(limit, 'en')}. The dearest part is \`${dearest.path}\` (${write(dearest.cost, 'en')}). Ask for fewer rows, filter more simply, or split it.`,
    });
  }
}
