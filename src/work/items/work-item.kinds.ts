import { says } from '../../platform/lib/says';
import { declareEnum } from '../../platform/reader/model/declare-enum';

/** What a work item is, in the words of the city's plan. */
export enum WorkItemKind {
  SCHEME = 'SCHEME',
  PROJECT = 'PROJECT',
  PROGRAMME = 'PROGRAMME',
  PLAN = 'PLAN',
  TASK = 'TASK',
}

declareEnum(WorkItemKind, {
  name: 'WorkItemKind',
  description: says(
    'Loại đầu việc theo cách gọi trong kế hoạch của Thành phố.',
    'Which of five sorts a work item belongs to, in the words of the city’s plan.',
  ),
  values: {
    SCHEME: {
      word: { vi: 'Đề án', en: '“Đề án”' },
      explained: {
        vi: 'phương án giải quyết một vấn đề lớn, phải trình cấp có thẩm quyền phê duyệt.',
        en: 'a proposal for a large matter that goes to an authority for approval.',
      },
    },
    PROJECT: {
      word: { vi: 'Dự án', en: '“Dự án”' },
      explained: {
        vi: 'có mục tiêu, thời gian và nguồn vốn xác định.',
        en: 'an undertaking with its own aim, time and funds.',
      },
    },
    PROGRAMME: {
      word: { vi: 'Chương trình', en: '“Chương trình”' },
      explained: {
        vi: 'nhóm hoạt động nhiều năm cùng một mục tiêu, một dòng của phụ lục; không phải chương trình công tác toàn khóa.',
        en: 'activities of several years with one aim, as a row of a list; not one of the ten work programmes.',
      },
    },
    PLAN: {
      word: { vi: 'Kế hoạch', en: '“Kế hoạch”' },
      explained: {
        vi: 'văn bản về việc, người làm và thời hạn mà đơn vị phải xây dựng.',
        en: 'a paper on who does what by when that a unit is to draw up.',
      },
    },
    TASK: {
      word: { vi: 'Nhiệm vụ', en: '“Nhiệm vụ”' },
      explained: {
        vi: 'việc cụ thể giao cho một đơn vị, không thuộc bốn loại trên.',
        en: 'something definite given to a unit that is none of the other four.',
      },
    },
  },
});

/** The four classes by which the city counts its tasks. */
export enum StatutoryClass {
  COMPLETED_ON_TIME = 'COMPLETED_ON_TIME',
  COMPLETED_LATE = 'COMPLETED_LATE',
  OPEN_WITHIN_DEADLINE = 'OPEN_WITHIN_DEADLINE',
  OPEN_OVERDUE = 'OPEN_OVERDUE',
}

declareEnum(StatutoryClass, {
  name: 'StatutoryClass',
  description: says(
    'Bốn nhóm thống kê nhiệm vụ, chỉ theo ngày tháng.',
    'The four classes by which tasks are counted, from dates alone.',
  ),
  values: {
    COMPLETED_ON_TIME: {
      word: { vi: 'Hoàn thành đúng hạn', en: '“Hoàn thành đúng hạn”' },
      explained: { vi: 'ngày hoàn thành không sau hạn của đầu việc.', en: '`completedOn` is not after `dueOn`.' },
    },
    COMPLETED_LATE: {
      word: { vi: 'Hoàn thành quá hạn', en: '“Hoàn thành quá hạn”' },
      explained: { vi: 'ngày hoàn thành sau hạn của đầu việc.', en: '`completedOn` is after `dueOn`.' },
    },
    OPEN_WITHIN_DEADLINE: {
      word: { vi: 'Đang thực hiện trong hạn', en: '“Đang thực hiện trong hạn”' },
      explained: {
        vi: 'chưa hoàn thành và hạn chưa qua, kể cả khi chưa có hiệu lực.',
        en: 'not completed, and its due date has not passed or its plan is not in force.',
      },
    },
    OPEN_OVERDUE: {
      word: { vi: 'Đang thực hiện quá hạn', en: '“Đang thực hiện quá hạn”' },
      explained: { vi: 'hạn đã qua mà chưa hoàn thành.', en: 'its due date has passed and it is not completed.' },
    },
  },
});
