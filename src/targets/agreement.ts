import { says } from '../platform/lib/says';
import { declareEnum } from '../platform/reader/model/declare-enum';

/** Whether what several programmes promise on one indicator fits together (rule R9). */
export enum Agreement {
  SINGLE = 'SINGLE',
  SAME = 'SAME',
  DIFFERENT = 'DIFFERENT',
  CONTRADICTORY = 'CONTRADICTORY',
}

declareEnum(Agreement, {
  name: 'Agreement',
  description: says(
    'Chỉ tiêu của các chương trình trên cùng một chỉ số có thống nhất với nhau không.',
    'Whether what several programmes promise on one indicator fits together.',
  ),
  values: {
    SINGLE: {
      word: { vi: 'Chỉ một chương trình', en: 'One programme only' },
      explained: { vi: 'không có gì để so.', en: 'nothing to compare.' },
    },
    SAME: {
      word: { vi: 'Giống nhau', en: 'The same' },
      explained: { vi: 'cùng mức và cùng hạn.', en: 'equal value and date.' },
    },
    DIFFERENT: {
      word: { vi: 'Khác nhau', en: 'Different' },
      explained: {
        vi: 'khác mức, khác hạn hoặc không so được, nhưng có thể cùng đạt.',
        en: 'other values or dates, or not comparable, but all can be reached.',
      },
    },
    CONTRADICTORY: {
      word: { vi: 'Mâu thuẫn', en: 'Contradictory' },
      explained: {
        vi: 'cùng hạn mà không giá trị nào đạt được cả hai.',
        en: 'due on one date, and no value reaches both.',
      },
    },
  },
});
