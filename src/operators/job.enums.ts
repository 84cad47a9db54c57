import { JobFailure } from '../platform/jobs/queue/job-failure';
import { says } from '../platform/lib/says';
import { declareEnum } from '../platform/reader/model/declare-enum';

/** How a job stands. What is done is in the queue no more. */
export enum JobState {
  WAITING = 'WAITING',
  RUNNING = 'RUNNING',
  RETRYING = 'RETRYING',
  FAILED = 'FAILED',
}

declareEnum(JobState, {
  name: 'JobState',
  description: says(
    'Một việc của hàng đợi đang ở đâu; việc làm xong rời hàng đợi (xem jobTasks).',
    'Where work of the queue stands; what is done leaves the queue (see jobTasks).',
  ),
  values: {
    WAITING: {
      word: { vi: 'Đang chờ', en: 'Waiting' },
      explained: { vi: 'chưa đến lượt hoặc chưa đến giờ.', en: 'its turn or its time has not come.' },
    },
    RUNNING: { word: { vi: 'Đang chạy', en: 'Running' } },
    RETRYING: {
      word: { vi: 'Đã lỗi, sẽ thử lại', en: 'To be tried again' },
      explained: { vi: 'tự thử lại vào lúc nêu ở runAt.', en: 'it is tried again by itself at runAt.' },
    },
    FAILED: {
      word: { vi: 'Đã lỗi hẳn', en: 'Failed for good' },
      explained: { vi: 'không tự thử lại nữa; xem retryJob.', en: 'not tried again by itself; see retryJob.' },
    },
  },
});

declareEnum(JobFailure, {
  name: 'JobFailure',
  description: says(
    'Loại lỗi của một việc; nguyên văn lỗi chỉ có trong nhật ký của tiến trình.',
    'Why work failed, by kind; the error to the letter stands in the log of the process alone.',
  ),
  values: {
    DATABASE_UNREACHABLE: {
      word: { vi: 'Không nối được cơ sở dữ liệu', en: 'The database could not be reached' },
      explained: {
        vi: 'kiểm tra máy chủ cơ sở dữ liệu và đường truyền.',
        en: 'look at the database server and the way there.',
      },
    },
    DATABASE_BUSY: {
      word: { vi: 'Cơ sở dữ liệu quá tải hoặc bị khóa', en: 'The database was busy' },
      explained: {
        vi: 'khóa chéo, hết giờ hoặc hết tài nguyên; thử lại thường là đủ.',
        en: 'a deadlock, a time limit or no room; trying again mostly helps.',
      },
    },
    DATABASE_REFUSED: {
      word: { vi: 'Cơ sở dữ liệu từ chối', en: 'The database refused' },
      explained: {
        vi: 'lỗi của chương trình hoặc dữ liệu; báo người phát triển kèm nhật ký.',
        en: 'a fault of the program or of its rows; tell its developers, with the log.',
      },
    },
    REFUSED: {
      word: { vi: 'Quy tắc nghiệp vụ từ chối', en: 'A rule refused' },
      explained: {
        vi: 'dữ liệu hiện có không cho phép; nhật ký nêu quy tắc nào.',
        en: 'the rows do not allow it; the log says which rule.',
      },
    },
    UNEXPECTED: {
      word: { vi: 'Lỗi ngoài dự kiến', en: 'Unexpected' },
      explained: { vi: 'xem nhật ký của tiến trình.', en: 'see the log of the process.' },
    },
  },
});
