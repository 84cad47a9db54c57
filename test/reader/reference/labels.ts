import type { GraphQLSchema } from 'graphql';
import { isEnumType } from 'graphql';
import type { Bucket } from './buckets';

type Language = 'vi' | 'en';

const EMPTY = { vi: '(trống)', en: '(empty)' } as const;
const TRUTH = { vi: { true: 'Có', false: 'Không' }, en: { true: 'Yes', false: 'No' } } as const;
const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** The words for no value. */
export function emptyLabel(language: Language): string {
  return EMPTY[language];
}

/** The words for a truth value. */
export function truthLabel(value: boolean, language: Language): string {
  return TRUTH[language][value ? 'true' : 'false'];
}

/** The words for a calendar date. */
export function dateLabel(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** The words for a bucket of time. */
export function bucketLabel(name: string, bucket: Bucket, language: Language): string {
  const [year, part = ''] = name.split('-');
  const two = part.replace(/^[WQH]/, '');
  const number = Number(two);
  switch (bucket) {
    case 'DAY':
      return dateLabel(name);
    case 'WEEK':
      return language === 'vi' ? `Tuần ${two}/${year}` : `Week ${two}/${year}`;
    case 'MONTH':
      return language === 'vi' ? `Tháng ${two}/${year}` : `${two}/${year}`;
    case 'QUARTER':
      return language === 'vi' ? `Quý ${ROMAN[number - 1]}/${year}` : `Q${number} ${year}`;
    case 'HALF_YEAR':
      return language === 'vi' ? `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}` : `H${number} ${year}`;
    case 'YEAR':
      return language === 'vi' ? `Năm ${year}` : year!;
  }
}

/** The words of an enum's value: the line of its description in that language, up to the colon after which it is explained, or the full stop. */
export function enumLabel(schema: GraphQLSchema, enumName: string, value: string, language: Language): string {
  const type = schema.getType(enumName);
  const description = isEnumType(type) ? type.getValue(value)?.description : null;
  if (description == null) throw new Error(`${enumName}.${value} has no description.`);
  const [vi, en] = description.split('\n');
  const [words] = (language === 'vi' ? vi! : en!).split(':');
  return words!.replace(/\.$/, '');
}
