import { IsNull } from 'typeorm';
import { Account, AccountRole } from '../accounts/public';
import { sameAs } from '../platform/database/same-as';
import { defineCommand } from '../platform/commands/declared-command';
import type { ShownOnce } from '../platform/commands/shown-once';
import type { Actor } from '../platform/access/actor';
import { refuse } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import { Programme } from '../programme/public';
import { Display } from './display.entity';
import { displayEvent } from './display.events';
import { CreateDisplayInput } from './display.inputs';
import { canManageDisplays } from './display.policy';
import { makeOpeningLink } from './make-opening-link';

/** What opens a screen: shown this once, and what is said of it. */
const LINK: ShownOnce = {
  field: 'link',
  description: says('Đường dẫn mở màn hình, chỉ hiện một lần.', 'Path that opens the screen, shown once.'),
  noticeDescription: says(
    'Lời nhắc về đường dẫn: vì sao chỉ hiện một lần, làm gì nếu mất; trống khi bị từ chối.',
    'What to know of the link: that it is shown once, and what to do when it is lost; empty when refused.',
  ),
  now: {
    vi: 'Đường dẫn chỉ hiện lần này, không lưu ở đâu. Hãy mở trên màn hình của phòng; nếu mất, hãy thu hồi màn hình (revokeDisplay) rồi tạo lại.',
    en: 'The link is shown this once and kept nowhere. Open it on the room’s screen; if it is lost, revoke the screen (revokeDisplay) and make it again.',
  },
  before: {
    vi: 'Màn hình đã được tạo ở lần gửi trước; đường dẫn chỉ hiện một lần khi đó. Nếu chưa mở được, hãy thu hồi màn hình này (revokeDisplay) rồi tạo lại.',
    en: 'The screen was made by the first request, which showed its link once. If it was lost, revoke this screen (revokeDisplay) and make it again.',
  },
};

/** Makes a room's screen with a read-only account of its own, and the link that opens it, which is shown once. */
export const createDisplay = defineCommand({
  name: 'createDisplay',
  description: says('Tạo màn hình cho một phòng họp.', 'Makes a screen for a meeting room.'),
  input: CreateDisplayInput,
  returns: { display: Display },
  secret: LINK,
  rights: ({ actor }) => assertManagesDisplays(actor),
  async run({ tx, now, append, showOnce }, input) {
    const programme = await tx.manager.findOneBy(Programme, { code: sameAs(input.programmeCode) });
    if (programme === null) {
      throw refuse(
        'NOT_FOUND',
        ['input', 'programmeCode'],
        'Không có chương trình này. Hãy kiểm tra lại mã.',
        'There is no such programme. Check the code.',
      );
    }
    const name = input.name.trim();
    if ((await tx.manager.findOneBy(Display, { name: sameAs(name), revokedAt: IsNull() })) !== null) {
      throw refuse(
        'CONFLICT',
        ['input', 'name'],
        `Đã có màn hình tên “${name}” đang dùng. Hãy chọn tên khác, hoặc thu hồi màn hình đó trước (revokeDisplay).`,
        `There is a screen named “${name}” in use. Choose another name, or revoke that screen first (revokeDisplay).`,
      );
    }
    const account = await tx.manager.save(Account, { email: null, displayName: name, unitId: null, disabledAt: null });
    await tx.manager.save(AccountRole, { accountId: account.id, role: 'DISPLAY', unitId: null });
    const display = await tx.manager.save(Display, {
      name,
      programmeId: programme.id,
      accountId: account.id,
      createdAt: now,
      revokedAt: null,
    });
    append(displayEvent('DISPLAY_CREATED', display));
    showOnce({ link: await makeOpeningLink(tx.manager, display) });
    append(displayEvent('DISPLAY_LINK_MADE', display));
    return { displayId: display.id };
  },
});

function assertManagesDisplays(actor: Actor): void {
  if (canManageDisplays(actor)) return;
  throw refuse(
    'FORBIDDEN',
    ['input'],
    'Chỉ cơ quan thường trực được tạo màn hình.',
    'Only the secretariat makes screens.',
  );
}
