import type { ShownOnce } from '../platform/commands/shown-once';
import { says } from '../platform/lib/says';

/** A password that was made up: shown this once, and what is said of it. */
export const passwordSecret: ShownOnce = {
  field: 'password',
  description: says('Mật khẩu, chỉ hiện một lần.', 'Password, shown once.'),
  noticeDescription: says(
    'Lời nhắc về mật khẩu: vì sao chỉ hiện một lần, làm gì nếu mất; trống khi bị từ chối.',
    'What to know of the password: that it is shown once, and what to do when it is lost; empty when refused.',
  ),
  now: {
    vi: 'Mật khẩu chỉ hiện lần này, không lưu ở đâu. Hãy trao tận tay cho người dùng; nếu mất, hãy đặt lại (resetPassword).',
    en: 'The password is shown this once and kept nowhere. Hand it over in person; if it is lost, make a new one (resetPassword).',
  },
  before: {
    vi: 'Tài khoản đã được mở ở lần gửi trước; mật khẩu chỉ hiện một lần khi đó. Nếu chưa nhận được, hãy đặt lại (resetPassword).',
    en: 'The account was opened by the first request, which showed its password once. If it was lost, make a new one (resetPassword).',
  },
};
