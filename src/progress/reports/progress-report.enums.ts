import { says } from '../../platform/lib/says';
import { declareEnum } from '../../platform/reader/model/declare-enum';
import { ProgressReportState } from './progress-report.state';

declareEnum(ProgressReportState, {
  name: 'ProgressReportState',
  description: says(
    'Báo cáo đang ở bước nào trên đường từ đơn vị tới số liệu chính thức của chương trình.',
    'Which step it has reached on its way from the unit to the programme’s official figures.',
  ),
  values: {
    DRAFT: {
      word: { vi: 'Bản nháp', en: 'Not handed in; no report is at this step' },
      explained: {
        vi: 'chưa nộp; máy chủ hiện không giữ báo cáo nào ở bước này.',
        en: 'the server keeps none at this step.',
      },
    },
    SUBMITTED: {
      word: {
        vi: 'Đã nộp, có biên nhận, chờ người duyệt của đơn vị; còn thu hồi được',
        en: 'Received, waiting for the unit’s approver; can still be taken back',
      },
    },
    UNIT_APPROVED: {
      word: {
        vi: 'Đã qua bước của đơn vị, chờ cơ quan thường trực, rồi cấp tiếp theo nếu có (xem awaitedLevel); không thu hồi được nữa',
        en: 'Past the unit’s step; it waits for the secretariat, then for a level after it if there is one (see awaitedLevel), and can no longer be taken back',
      },
    },
    ACCEPTED: {
      word: { vi: 'Cấp cuối cùng đã chấp nhận', en: 'The last level took it' },
      explained: { vi: 'số liệu chính thức, mọi người đều đọc được.', en: 'official data that everybody may read.' },
    },
    RETURNED: {
      word: {
        vi: 'Người duyệt trả lại kèm lý do; đơn vị nộp báo cáo khác thay thế',
        en: 'A reviewer sent it back and said why; the unit submits another one',
      },
    },
    WITHDRAWN: {
      word: {
        vi: 'Người nộp đã thu hồi trước khi đơn vị duyệt; không được tính',
        en: 'Its reporter took it back before the unit approved it; it counts for nothing',
      },
    },
  },
});
