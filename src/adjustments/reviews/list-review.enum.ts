import { says } from '../../platform/lib/says';
import { declareEnum } from '../../platform/reader/model/declare-enum';
import { ListReviewState } from './list-review.state';

declareEnum(ListReviewState, {
  name: 'ListReviewState',
  description: says(
    'Đơn vị được hỏi về phụ lục đã trả lời chưa.',
    'Whether a unit that was asked to go through a list has answered.',
  ),
  values: {
    OPEN: { word: { vi: 'Chưa trả lời, còn trong hạn', en: 'No answer yet, and still time for one' } },
    CONFIRMED: { word: { vi: 'Đã xác nhận giữ nguyên', en: 'The unit said that nothing must change' } },
    ADJUSTING: { word: { vi: 'Đã đăng ký điều chỉnh', en: 'The unit registered what must change' } },
    OVERDUE: { word: { vi: 'Quá hạn mà chưa trả lời', en: 'Silent after the last day' } },
  },
});
