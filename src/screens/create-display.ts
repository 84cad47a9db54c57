import { Account, AccountRole } from '../accounts/public';
import { sameAs } from '../platform/database/same-as';
import { EventAudience } from '../platform/event-log/event-audience';
import type { Command } from '../platform/graphql/run-command';
import { refuse } from '../platform/lib/domain-error';
import { Programme } from '../programme/public';
import { Display } from './display.entity';
import type { CreateDisplayInput } from './display.inputs';
import { canManageDisplays } from './display.policy';

/** Makes a room's screen with a read-only account of its own. What opens it is made apart: see make-opening-link.ts. */
export async function createDisplay(
  { tx, actor, now, append }: Command,
  input: CreateDisplayInput,
): Promise<{ displayId: string }> {
  if (!canManageDisplays(actor)) {
    throw refuse(
      'FORBIDDEN',
      ['input'],
      'Chỉ cơ quan thường trực được tạo màn hình.',
      'Only the secretariat makes screens.',
    );
  }
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
  if ((await tx.manager.findOneBy(Display, { name: sameAs(name) })) !== null) {
    throw refuse(
      'CONFLICT',
      ['input', 'name'],
      `Đã có màn hình tên “${name}”. Hãy chọn tên khác.`,
      `There is a screen named “${name}” already. Choose another name.`,
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
  append({
    type: 'DISPLAY_CREATED',
    subject: { type: 'Display', id: display.id },
    unitId: null,
    programmeId: programme.id,
    audience: EventAudience.RECORDS,
    data: { name },
  });
  return { displayId: display.id };
}
