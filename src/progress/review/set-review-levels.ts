import { defineCommand } from '../../platform/commands/declared-command';
import { lockRow } from '../../platform/commands/rows';
import { EventAudience } from '../../platform/event-log/event-audience';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { Programme } from '../../programme/public';
import { assertLevels, DEFAULT_LEVELS } from './review-level.rules';
import { canSetReviewLevels } from './review-levels.policy';
import { ReviewRule } from './review-rule.entity';
import { reviewEvents } from './review.events';
import { SetReviewLevelsInput } from './set-review-levels.inputs';

/** States through which levels the reports of a programme go. */
export const setReviewLevels = defineCommand({
  name: 'setReviewLevels',
  description: says(
    'Đặt các cấp xem xét báo cáo của một chương trình.',
    'Sets the levels that the reports of a programme go through.',
  ),
  input: SetReviewLevelsInput,
  returns: { programme: Programme },
  rights({ actor }) {
    if (canSetReviewLevels(actor)) return;
    throw refuse(
      'FORBIDDEN',
      ['input', 'programmeId'],
      'Chỉ cơ quan thường trực được đặt các cấp xem xét báo cáo. Hãy đề nghị cơ quan thường trực.',
      'Only the secretariat sets the levels of review. Ask the secretariat.',
    );
  },
  async run({ tx, append }, input) {
    const programme = await lockRow(tx.manager, Programme, input.programmeId);
    if (programme === null) {
      throw refuse(
        'NOT_FOUND',
        ['input', 'programmeId'],
        'Không có chương trình này. Hãy chọn trong danh sách chương trình (programmes).',
        'There is no such programme. Choose one of the list of programmes.',
      );
    }
    const standingDeputyHeadFrom = input.standingDeputyHeadFrom ?? null;
    const levels = assertLevels(input.reviewLevels, standingDeputyHeadFrom);
    const known = await tx.manager.findOneBy(ReviewRule, { programmeId: programme.id });
    await tx.manager.save(ReviewRule, { ...known, programmeId: programme.id, levels, standingDeputyHeadFrom });
    append({
      type: reviewEvents.REVIEW_LEVELS_SET.type,
      subject: { type: 'Programme', id: programme.id },
      unitId: null,
      programmeId: programme.id,
      audience: EventAudience.EVERYONE,
      data: { levels, levelsBefore: known?.levels ?? [...DEFAULT_LEVELS], standingDeputyHeadFrom },
    });
    return { programmeId: programme.id };
  },
});
