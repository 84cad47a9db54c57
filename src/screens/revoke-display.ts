import type { EntityManager } from 'typeorm';
import { revokeTokens } from '../accounts/public';
import type { Command } from '../platform/graphql/run-command';
import { refuse } from '../platform/lib/domain-error';
import { parseGlobalId } from '../platform/lib/global-id';
import { Display } from './display.entity';
import { displayEvent } from './display.events';
import type { RevokeDisplayInput } from './display.inputs';
import { canManageDisplays, canSeeDisplays } from './display.policy';

/** Takes a screen's right away: it goes dark at once, its link opens nothing any more. */
export async function revokeDisplay(
  { tx, actor, now, append }: Command,
  input: RevokeDisplayInput,
): Promise<{ displayId: string }> {
  const parsed = canSeeDisplays(actor) ? parseGlobalId(input.displayId) : null;
  const display = parsed?.prefix === 'di' ? await lockDisplay(tx.manager, parsed.uuid) : null;
  if (display === null) {
    throw refuse(
      'NOT_FOUND',
      ['input', 'displayId'],
      'Không có màn hình này. Hãy kiểm tra lại mã định danh.',
      'There is no such screen. Check the id.',
    );
  }
  if (!canManageDisplays(actor)) {
    throw refuse(
      'FORBIDDEN',
      ['input', 'displayId'],
      'Chỉ cơ quan thường trực được thu hồi màn hình.',
      'Only the secretariat revokes screens.',
    );
  }
  if (display.revokedAt !== null) return { displayId: display.id };
  display.revokedAt = now;
  await tx.manager.save(display);
  await revokeTokens(tx.manager, { accountId: display.accountId });
  append(displayEvent('DISPLAY_REVOKED', display));
  return { displayId: display.id };
}

function lockDisplay(manager: EntityManager, id: string): Promise<Display | null> {
  return manager.findOne(Display, { where: { id }, lock: { mode: 'pessimistic_write' } });
}
