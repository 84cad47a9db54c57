import { registerEnumType } from 'type-graphql';
import { says } from '../platform/lib/says';

/** Whether what several programmes promise on one indicator fits together (rule R9). */
export enum Agreement {
  SINGLE = 'SINGLE',
  SAME = 'SAME',
  DIFFERENT = 'DIFFERENT',
  CONTRADICTORY = 'CONTRADICTORY',
}

registerEnumType(Agreement, {
  name: 'Agreement',
  description: says(
    'Chỉ tiêu của các chương trình trên cùng một chỉ số có thống nhất với nhau không.',
    'Whether what several programmes promise on one indicator fits together.',
  ),
  valuesConfig: {
    SINGLE: {
      description: says('Chỉ một chương trình: không có gì để so.', 'One programme only: nothing to compare.'),
    },
    SAME: { description: says('Giống nhau: cùng mức và cùng hạn.', 'The same: equal value and date.') },
    DIFFERENT: {
      description: says(
        'Khác nhau: khác mức, khác hạn hoặc không so được, nhưng có thể cùng đạt.',
        'Different: other values or dates, or not comparable, but all can be reached.',
      ),
    },
    CONTRADICTORY: {
      description: says(
        'Mâu thuẫn: cùng hạn mà không giá trị nào đạt được cả hai.',
        'Contradictory: due on one date, and no value reaches both.',
      ),
    },
  },
});
