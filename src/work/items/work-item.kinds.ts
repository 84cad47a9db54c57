import { registerEnumType } from 'type-graphql';
import { says } from '../../platform/lib/says';

/** What a work item is, in the words of the city's plan. */
export enum WorkItemKind {
  SCHEME = 'SCHEME',
  PROJECT = 'PROJECT',
  PROGRAMME = 'PROGRAMME',
  PLAN = 'PLAN',
  TASK = 'TASK',
}

registerEnumType(WorkItemKind, {
  name: 'WorkItemKind',
  description: says(
    'Loại đầu việc theo cách gọi trong kế hoạch của Thành phố.',
    'Which of five sorts a work item belongs to, in the words of the city’s plan.',
  ),
  valuesConfig: {
    SCHEME: {
      description: says(
        'Đề án: phương án giải quyết một vấn đề lớn, phải trình cấp có thẩm quyền phê duyệt.',
        '“Đề án”: a proposal for a large matter that goes to an authority for approval.',
      ),
    },
    PROJECT: {
      description: says(
        'Dự án: có mục tiêu, thời gian và nguồn vốn xác định.',
        '“Dự án”: an undertaking with its own aim, time and funds.',
      ),
    },
    PROGRAMME: {
      description: says(
        'Chương trình: nhóm hoạt động nhiều năm cùng một mục tiêu, một dòng của phụ lục; không phải chương trình công tác toàn khóa.',
        '“Chương trình”: activities of several years with one aim, as a row of a list; not one of the ten work programmes.',
      ),
    },
    PLAN: {
      description: says(
        'Kế hoạch: văn bản về việc, người làm và thời hạn mà đơn vị phải xây dựng.',
        '“Kế hoạch”: a paper on who does what by when that a unit is to draw up.',
      ),
    },
    TASK: {
      description: says(
        'Nhiệm vụ: việc cụ thể giao cho một đơn vị, không thuộc bốn loại trên.',
        '“Nhiệm vụ”: something definite given to a unit that is none of the other four.',
      ),
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

registerEnumType(StatutoryClass, {
  name: 'StatutoryClass',
  description: says(
    'Bốn nhóm thống kê nhiệm vụ, chỉ theo ngày tháng.',
    'The four classes by which tasks are counted, from dates alone.',
  ),
  valuesConfig: {
    COMPLETED_ON_TIME: {
      description: says(
        'Hoàn thành đúng hạn: ngày hoàn thành không sau hạn của đầu việc.',
        '“Hoàn thành đúng hạn”: `completedOn` is not after `dueOn`.',
      ),
    },
    COMPLETED_LATE: {
      description: says(
        'Hoàn thành quá hạn: ngày hoàn thành sau hạn của đầu việc.',
        '“Hoàn thành quá hạn”: `completedOn` is after `dueOn`.',
      ),
    },
    OPEN_WITHIN_DEADLINE: {
      description: says(
        'Đang thực hiện trong hạn: chưa hoàn thành và hạn chưa qua, kể cả khi chưa có hiệu lực.',
        '“Đang thực hiện trong hạn”: not completed, and its due date has not passed or its plan is not in force.',
      ),
    },
    OPEN_OVERDUE: {
      description: says(
        'Đang thực hiện quá hạn: hạn đã qua mà chưa hoàn thành.',
        '“Đang thực hiện quá hạn”: its due date has passed and it is not completed.',
      ),
    },
  },
});
