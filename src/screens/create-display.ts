import { IsNull } from 'typeorm';
import { Account, AccountRole } from '../accounts/public';
import { sameAs } from '../platform/database/same-as';
import type { Authorise, Command } from '../platform/graphql/run-command';
import { refuse } from '../platform/lib/domain-error';
import { Programme } from '../programme/public';
import { Display } from './display.entity';
import { displayEvent } from './display.events';
import type { CreateDisplayInput } from './display.inputs';
import { canManageDisplays } from './display.policy';
import { makeOpeningLink } from './make-opening-link';

/** Makes a room's screen with a read-only account of its own, and the link that opens it, which is shown once. */
export async function createDisplay(
  { tx, actor, now, append, showOnce }: Command,
  input: CreateDisplayInput,
): Promise<{ displayId: string }> {
  assertManagesDisplays(actor);
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
}

/** Asks who does this. */
export const authoriseDisplay: Authorise<CreateDisplayInput> = ({ actor }) => assertManagesDisplays(actor);

function assertManagesDisplays(actor: Command['actor']): void {
  if (canManageDisplays(actor)) return;
  throw refuse(
    'FORBIDDEN',
    ['input'],
    'Chỉ cơ quan thường trực được tạo màn hình.',
    'Only the secretariat makes screens.',
  );
}
