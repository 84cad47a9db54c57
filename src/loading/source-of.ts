import { Reliability, type Source } from '../organisation/public';
import { isCitable } from '../platform/lib/address';
import type { Sourced } from './programme07';

const GRADES: Readonly<Record<string, Reliability>> = {
  high: Reliability.HIGH,
  medium: Reliability.MEDIUM,
  low: Reliability.LOW,
};

/** The source of a row of the collection; a row without a grade is of medium reliability. Notes are joined. */
export function sourceOf(row: Sourced, ...notes: readonly (string | null | undefined)[]): Source {
  const said = notes.filter((note) => typeof note === 'string' && note !== '');
  const citations = typeof row.source === 'string' ? [row.source] : [...row.source];
  const broken = citations.find((citation) => !isCitable(citation));
  if (broken !== undefined) throw new Error(`The collection cites an address that leads nowhere: ${broken}`);
  return {
    citations,
    reliability: GRADES[row.reliability ?? 'medium'] ?? Reliability.MEDIUM,
    note: said.length === 0 ? null : said.join('. '),
  };
}

/** Where a sample row comes from: nowhere. */
export const SAMPLE_SOURCE: Source = { citations: [], reliability: null, note: 'Dữ liệu mẫu / Sample data' };

/**
 * Parts a remark of the collection («(nguồn bị cắt)») from the text in front of it, so that a screen shows the text and the source
 * carries the remark.
 */
export function splitRemark(text: string): { text: string; remark: string | null } {
  const match = /^(.*\S)\s*\((nguồn [^()]*)\)$/.exec(text);
  return match === null ? { text, remark: null } : { text: match[1]!, remark: match[2]! };
}
