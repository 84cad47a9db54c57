import { says } from './says';

/** What `id` is, wherever it stands. */
export const ROW_ID = says(
  'Mã định danh (id): duy nhất trên toàn hệ thống, không đổi, không mang nghĩa; dùng cho `node(id)` và các trường có tên kết thúc bằng `Id`. Không phải mã số (code).',
  'Opaque id, unique over all types and never changed: what `node(id)` and the inputs that end in `Id` take. It is not the code that people read.',
);

/** What `isSample` says of a row. */
export const SAMPLE_ROW = says(
  'Dòng mẫu dùng để minh họa, không phải thông tin thật; người vận hành xóa tất cả bằng một lệnh.',
  'Made up to show the product, not a fact; the operator removes all such rows with one command.',
);

/** What is said of the `shortName` of whatever has one. */
export const SHORT_NAME = says(
  'Tên rút gọn trên màn hình, tối đa 24 ký tự.',
  'Short Vietnamese name for screens, at most 24 characters.',
);

/** What is said of the `shortNameEn` beside it. */
export const SHORT_NAME_EN = says(
  'Tên rút gọn bằng tiếng Anh, tối đa 24 ký tự.',
  'Short English name, at most 24 characters.',
);
