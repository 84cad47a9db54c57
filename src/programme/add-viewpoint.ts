import { sameAs } from '../platform/database/same-as';
import { EventAudience } from '../platform/event-log/event-audience';
import { defineCommand } from '../platform/commands/declared-command';
import type { Command } from '../platform/commands/command';
import { refuse } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import { lockProgramme } from './lock-programme';
import { canKeepProgramme } from './programme.policy';
import { Viewpoint } from './viewpoint.entity';
import { AddViewpointInput } from './viewpoint.inputs';
import { programmeEvents } from './programme.events';

/** Enters a viewpoint of a programme, with its source. */
export const addViewpoint = defineCommand({
  name: 'addViewpoint',
  description: says(
    'Thêm một quan điểm của chương trình, kèm nguồn.',
    'Adds a viewpoint of a programme, with its source.',
  ),
  input: AddViewpointInput,
  returns: { viewpoint: Viewpoint },
  rights: ({ actor }) => assertKeepsProgramme(actor),
  async run({ tx, append }, input) {
    const programme = await lockProgramme(tx.manager, input.programmeCode);
    const number = input.number.trim();
    if (await tx.manager.existsBy(Viewpoint, { programmeId: programme.id, number: sameAs(number) })) {
      throw refuse(
        'CONFLICT',
        ['input', 'number'],
        `Chương trình đã có quan điểm số ${number}. Hãy chọn số khác.`,
        `The programme has a viewpoint ${number} already. Choose another number.`,
      );
    }
    const { id } = await tx.manager.save(Viewpoint, {
      programmeId: programme.id,
      number,
      text: input.text.trim(),
      source: { citations: [input.source.trim()], reliability: null, note: null },
      isSample: false,
    });
    append({
      type: programmeEvents.VIEWPOINT_ADDED.type,
      subject: { type: 'Viewpoint', id },
      unitId: null,
      programmeId: programme.id,
      audience: EventAudience.EVERYONE,
      data: { number, text: input.text.trim() },
    });
    return { viewpointId: id };
  },
});

function assertKeepsProgramme(actor: Command['actor']): void {
  if (canKeepProgramme(actor)) return;
  throw refuse(
    'FORBIDDEN',
    ['input', 'programmeCode'],
    'Chỉ cơ quan thường trực được ghi nội dung chương trình.',
    'Only the secretariat enters what a programme says.',
  );
}
