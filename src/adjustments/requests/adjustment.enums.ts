import { says } from '../../platform/lib/says';
import { declareEnum } from '../../platform/reader/model/declare-enum';
import { AdjustmentState, AdjustmentStepKind, AdjustmentKind } from './adjustment.state';

declareEnum(AdjustmentState, {
  name: 'AdjustmentState',
  description: says(
    'Đề xuất điều chỉnh đang ở bước nào trên đường từ đơn vị đến quyết định.',
    'How far a request has come on its way from the unit to the decision.',
  ),
  values: {
    REGISTERED: {
      word: { vi: 'Đã đăng ký, chờ người duyệt của đơn vị', en: 'Registered; the unit’s approver has not agreed yet' },
    },
    UNIT_APPROVED: {
      word: {
        vi: 'Đơn vị đã duyệt, chờ cơ quan thường trực thẩm định',
        en: 'The unit agreed; the secretariat is to appraise it',
      },
    },
    APPRAISED: {
      word: {
        vi: 'Đã thẩm định, chờ cấp có thẩm quyền quyết định',
        en: 'The secretariat gave its opinion; the level is to decide',
      },
    },
    APPROVED: { word: { vi: 'Đã phê duyệt và có hiệu lực', en: 'Approved, and applied at once' } },
    REFUSED: { word: { vi: 'Không được phê duyệt', en: 'The level said no' } },
    RETURNED: { word: { vi: 'Trả lại đơn vị để đăng ký lại', en: 'Sent back to the unit, which may register anew' } },
    WITHDRAWN: { word: { vi: 'Đơn vị đã rút', en: 'Taken back by the unit' } },
  },
});

declareEnum(AdjustmentStepKind, {
  name: 'AdjustmentStepKind',
  description: says('Một bước đã thực hiện với đề xuất điều chỉnh.', 'What was done with a request for an adjustment.'),
  values: {
    REGISTERED: { word: { vi: 'Đăng ký', en: 'The unit’s reporter registered it' } },
    UNIT_APPROVED: { word: { vi: 'Đơn vị duyệt', en: 'The unit’s approver agreed to it' } },
    APPRAISED: { word: { vi: 'Thẩm định', en: 'The secretariat gave its opinion on it' } },
    APPROVED: { word: { vi: 'Phê duyệt', en: 'The level approved it' } },
    REFUSED: { word: { vi: 'Không phê duyệt', en: 'The level refused it' } },
    RETURNED: { word: { vi: 'Trả lại', en: 'It was sent back with a reason' } },
    WITHDRAWN: { word: { vi: 'Rút', en: 'The unit took it back' } },
  },
});

declareEnum(AdjustmentKind, {
  name: 'AdjustmentKind',
  description: says('Điều chỉnh nội dung gì.', 'What sort of thing an adjustment changes.'),
  values: {
    ITEM: {
      word: {
        vi: 'Đầu việc: thời gian, đơn vị, nội dung',
        en: 'An item that stands: dates, lead unit, what it is about',
      },
    },
    ADD_ITEM: { word: { vi: 'Thêm đầu việc vào phụ lục', en: 'A row more on a list' } },
    STOP_ITEM: { word: { vi: 'Dừng đầu việc', en: 'An item that is not gone on with' } },
    RESOURCE: { word: { vi: 'Nguồn lực của đầu việc', en: 'What an item is done with' } },
    MILESTONE: { word: { vi: 'Mốc thực hiện', en: 'A step of an item' } },
    TARGET: { word: { vi: 'Chỉ tiêu: giá trị, hạn, lộ trình', en: 'A target: value, date, trajectory' } },
  },
});
