import { ValidateBy } from 'class-validator';
import { isCitable } from '../lib/address';

/** A source: the name of a paper, or an address that leads to a page. What looks like an address and leads nowhere is refused. */
export function IsCitable(): PropertyDecorator {
  const message = JSON.stringify({
    vi: 'Địa chỉ nguồn không dùng được. Hãy nhập địa chỉ đầy đủ bắt đầu bằng https:// hoặc http://, ví dụ https://hanoi.gov.vn/van-ban, hoặc ghi tên văn bản.',
    en: 'This address leads nowhere. Enter a whole one that begins with https:// or http://, for instance https://hanoi.gov.vn/van-ban, or the name of a paper.',
  });
  return (target, property) =>
    ValidateBy(
      { name: 'isCitable', validator: { validate: (value) => typeof value !== 'string' || isCitable(value) } },
      { message },
    )(target, property);
}
