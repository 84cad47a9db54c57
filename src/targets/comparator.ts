import { registerEnumType } from 'type-graphql';
import { says } from '../platform/lib/says';
import { Comparator } from './comparator.state';

registerEnumType(Comparator, {
  name: 'Comparator',
  description: says('Cách so sánh kết quả với chỉ tiêu.', 'How a measured value is compared with the target’s.'),
  valuesConfig: {
    GT: { description: says('Trên.', 'More than.') },
    GTE: { description: says('Tối thiểu.', 'At least.') },
    LT: { description: says('Dưới.', 'Less than.') },
    LTE: { description: says('Tối đa.', 'At most.') },
    EQ: { description: says('Bằng.', 'Equal to.') },
    RANGE: {
      description: says('Trong khoảng từ giá trị thấp đến giá trị cao.', 'Between the low and the high value.'),
    },
    APPROX: { description: says('Khoảng (sai lệch không quá 5%).', 'About (within 5 %).') },
    RANK: { description: says('Thứ hạng; do cơ quan thường trực đánh giá.', 'A rank, assessed by the secretariat.') },
    QUALITATIVE: {
      description: says('Định tính; do cơ quan thường trực đánh giá.', 'Qualitative, assessed by the secretariat.'),
    },
  },
});
