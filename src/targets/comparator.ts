import { says } from '../platform/lib/says';
import { declareEnum } from '../platform/reader/model/declare-enum';
import { Comparator } from './comparator.state';

declareEnum(Comparator, {
  name: 'Comparator',
  description: says('Cách so sánh kết quả với chỉ tiêu.', 'How a measured value is compared with the target’s.'),
  values: {
    GT: { word: { vi: 'Trên', en: 'More than' } },
    GTE: { word: { vi: 'Tối thiểu', en: 'At least' } },
    LT: { word: { vi: 'Dưới', en: 'Less than' } },
    LTE: { word: { vi: 'Tối đa', en: 'At most' } },
    EQ: { word: { vi: 'Bằng', en: 'Equal to' } },
    RANGE: { word: { vi: 'Trong khoảng từ giá trị thấp đến giá trị cao', en: 'Between the low and the high value' } },
    APPROX: { word: { vi: 'Khoảng (sai lệch không quá 5%)', en: 'About (within 5 %)' } },
    RANK: { word: { vi: 'Thứ hạng; do cơ quan thường trực đánh giá', en: 'A rank, assessed by the secretariat' } },
    QUALITATIVE: {
      word: { vi: 'Định tính; do cơ quan thường trực đánh giá', en: 'Qualitative, assessed by the secretariat' },
    },
  },
});
