import { revokeTokens } from '../accounts/public';
import { defineCommand } from '../platform/commands/declared-command';
import { getRow, lockRow } from '../platform/commands/rows';
import { type DomainError, refuse } from '../platform/lib/domain-error';
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
    const display = canSeeDisplays(actor) ? await getRow(tx.manager, Display, displayId) : null;
    if (display === null) throw unknown();
    if (canManageDisplays(actor)) return;
    throw refuse(
      'FORBIDDEN',
      ['input', 'displayId'],
      'Chỉ cơ quan thường trực được thu hồi màn hình.',
      'Only the secretariat revokes screens.',
    );
  },
  async run({ tx, now, append }, input) {
    const display = await lockRow(tx.manager, Display, input.displayId);
    if (display === null) throw unknown();
    if (display.revokedAt !== null) return { displayId: display.id };
    display.revokedAt = now;
    await tx.manager.save(display);
    await revokeTokens(tx.manager, { accountId: display.accountId });
    append(displayEvent('DISPLAY_REVOKED', display));
    return { displayId: display.id };
  },
});

function unknown(): DomainError {
  return refuse(
    'NOT_FOUND',
    ['input', 'displayId'],
    'Không có màn hình này. Hãy kiểm tra lại mã định danh.',
    'There is no such screen. Check the id.',
  );
}
