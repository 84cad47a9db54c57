import type { Localised } from '../lib/localised';

/** How values of each scalar are written, with an example: for whoever wrote one otherwise. */
export const WAYS_OF_WRITING: Readonly<Record<string, Localised>> = {
  Date: { vi: 'Ngày viết năm-tháng-ngày, ví dụ "2022-06-30".', en: 'Dates are written year-month-day: "2022-06-30".' },
  DateTime: {
    vi: 'Thời điểm viết theo ISO 8601 có múi giờ, ví dụ "2023-11-14T08:00:00+07:00".',
    en: 'Moments are written in ISO 8601 with an offset: "2023-11-14T08:00:00+07:00".',
  },
  Period: {
    vi: 'Kỳ viết "2021" (năm), "2021-H1" (nửa năm), "2021-Q3" (quý) hoặc "2021-07" (tháng).',
    en: 'Periods are written "2021" (year), "2021-H1" (half-year), "2021-Q3" (quarter) or "2021-07" (month).',
  },
  BigInt: {
    vi: 'Số nguyên tối đa 18 chữ số, viết thành chuỗi, ví dụ "1500000000".',
    en: 'A whole number of at most 18 digits, as a string: "1500000000".',
  },
  Cursor: {
    vi: 'Vị trí trong nhật ký, lấy từ `cursor` của một câu trả lời, ví dụ "1.2048".',
    en: 'A position in the log, as `cursor` of an answer gives it: "1.2048".',
  },
  ID: {
    vi: 'Mã định danh (id) viết thành chuỗi, lấy từ trường `id`, ví dụ "wi_0b5e…".',
    en: 'An id is a string, as the field `id` gives it: "wi_0b5e…".',
  },
  Int: { vi: 'Số nguyên, ví dụ 50.', en: 'A whole number: 50.' },
  Float: { vi: 'Số, dấu chấm thập phân, ví dụ 97.5.', en: 'A number with a decimal point: 97.5.' },
  String: { vi: 'Chuỗi trong ngoặc kép, ví dụ "so-tttt".', en: 'A string in quotes: "so-tttt".' },
  Boolean: { vi: 'true hoặc false.', en: 'true or false.' },
};
