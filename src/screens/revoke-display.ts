import type { EntityManager } from 'typeorm';
import { revokeTokens } from '../accounts/public';
import { defineCommand } from '../platform/commands/declared-command';
import { type DomainError, refuse } from '../platform/lib/domain-error';
import { parseGlobalId } from '../platform/lib/global-id';
import { says } from '../platform/lib/says';
import { Display } from './display.entity';
import { displayEvent } from './display.events';
import { RevokeDisplayInput } from './display.inputs';
import { canManageDisplays, canSeeDisplays } from './display.policy';

/** Takes a screen's right away: it goes dark at once, its link opens nothing any more. */
export const revokeDisplay = defineCommand({
  name: 'revokeDisplay',
  description: says('Thu hồi một màn hình.', 'Revokes a screen.'),
  input: RevokeDisplayInput,
  returns: { display: Display },
  async rights({ tx, actor }, { displayId }) {
    const parsed = canSeeDisplays(actor) ? parseGlobalId(displayId) : null;
    const isThere = parsed?.prefix === 'di' && (await tx.manager.existsBy(Display, { id: parsed.uuid }));
    if (!isThere) throw unknown();
    if (canManageDisplays(actor)) return;
    throw refuse(
      'FORBIDDEN',
      ['input', 'displayId'],
      'Chỉ cơ quan thường trực được thu hồi màn hình.',
      'Only the secretariat revokes screens.',
    );
  },
  async run({ tx, now, append }, input) {
    const parsed = parseGlobalId(input.displayId);
    const display = parsed?.prefix === 'di' ? await lockDisplay(tx.manager, parsed.uuid) : null;
    if (display === null) throw unknown();
    if (display.revokedAt !== null) return { displayId: display.id };
    display.revokedAt = now;
    await tx.manager.save(display);
    await revokeTokens(tx.manager, { accountId: display.accountId });
    append(displayEvent('DISPLAY_REVOKED', display));
    return { displayId: display.id };
  },
});

function lockDisplay(manager: EntityManager, id: string): Promise<Display | null> {
  return manager.findOne(Display, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

function unknown(): DomainError {
  return refuse(
    'NOT_FOUND',
    ['input', 'displayId'],
    'Không có màn hình này. Hãy kiểm tra lại mã định danh.',
    'There is no such screen. Check the id.',
  );
}
