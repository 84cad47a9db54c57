import type { EventDraft } from '../platform/event-log/event-draft';
import { EventAudience } from '../platform/event-log/event-audience';
import { type DataOf, declareEvents } from '../platform/event-log/event-types';
import { says } from '../platform/lib/says';
import type { Account } from './account.entity';

const audience = [EventAudience.RECORDS];

/** What the log says of accounts. */
export const accountEvents = declareEvents({
  ACCOUNT_ADDED: {
    description: says('Một tài khoản đã được mở, với vai trò đầu tiên.', 'An account was opened, with its first role.'),
    audience,
    data: { role: 'String!' },
  },
  ROLE_GRANTED: {
    description: says(
      'Một vai trò đã được giao cho tài khoản; mã đơn vị trống khi vai trò không thuộc đơn vị nào, ngày trống khi không có thời hạn.',
      'A role was given to an account; the unit’s code is null where the role belongs to no unit, its days where it has no bounds.',
    ),
    audience,
    data: { role: 'String!', unit: 'String', validFrom: 'Date', validTo: 'Date' },
  },
  ROLE_REVOKED: {
    description: says('Một vai trò đã bị thu hồi.', 'A role was taken away.'),
    audience,
    data: { role: 'String!', unit: 'String' },
  },
  SIGNED_OUT: {
    description: says('Một phiên đã kết thúc bằng đăng xuất.', 'A session ended by signing out.'),
    audience,
    data: {},
  },
  ACCOUNT_DISABLED: {
    description: says('Tài khoản đã bị khóa; mọi phiên chấm dứt.', 'An account was disabled; all its sessions ended.'),
    audience,
    data: { reason: 'String!' },
  },
  ACCOUNT_ENABLED: {
    description: says('Tài khoản đã được mở lại.', 'An account was enabled again.'),
    audience,
    data: {},
  },
  PASSWORD_MADE: {
    description: says(
      'Mật khẩu đầu tiên đã được tạo và hiện một lần; mật khẩu không có trong nhật ký.',
      'A first password was made and shown once; it is nowhere in the log.',
    ),
    audience,
    data: {},
  },
  PASSWORD_RESET: {
    description: says(
      'Mật khẩu mới đã được tạo; các phiên của mật khẩu cũ chấm dứt.',
      'A new password was made; the sessions of the old one ended.',
    ),
    audience,
    data: {},
  },
  PASSWORD_CHANGED: {
    description: says(
      'Người dùng đã tự đổi mật khẩu; các phiên khác của tài khoản chấm dứt. Mật khẩu không có trong nhật ký.',
      'Somebody changed the own password; the other sessions of the account ended. No password is in the log.',
    ),
    audience,
    data: {},
  },
});

type Events = typeof accountEvents;

/** An event on an account, for the records. Its subject says whose open connections read their rights again. */
export function accountEvent<Type extends keyof Events>(
  type: Type,
  account: Account,
  unitId: string | null,
  data: DataOf<Events[Type]>,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  return {
    type: accountEvents[type].type,
    subject: { type: 'Account', id: account.id },
    unitId,
    programmeId: null,
    audience: EventAudience.RECORDS,
    data,
  };
}
