import type { EntityManager } from 'typeorm';
import { assertUnitsAreThere, Unit } from '../../organisation/public';
import { sameAsAny } from '../../platform/database/same-as';
import { defineCommand } from '../../platform/commands/declared-command';
import { DomainError, type Refusal, refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { isCleanText } from '../../platform/lib/text';
import { sameText } from '../../platform/lib/text-forms';
import { Consultation } from './consultation.entity';
import { SendForOpinionsInput } from './consultation.inputs';
import { DocumentStepKind } from '../route/document-step.state';
import { Document } from '../document.entity';
import { documentEvent } from '../document.events';
import { assertOpinionsDue } from '../document.rules';
import { authoriseStep, lockForAction } from '../load-document';
import { noteStep } from '../route/note-step';
import { takenOnOf } from '../route/taken-on';
import { newestVersion } from '../text/write-version';

/** Sends a draft to units and the ministry for their opinions: a round, with a due date. */
export const sendForOpinions = defineCommand({
  name: 'sendForOpinions',
  description: says(
    'Gửi dự thảo xin ý kiến các đơn vị, bộ, có thời hạn.',
    'Sends a draft to units and the ministry for their opinions, by a date.',
  ),
  input: SendForOpinionsInput,
  returns: { document: Document },
  rights: authoriseStep('sendForOpinions'),
  async run(command, input) {
    const { tx, actor, append } = command;
    const document = await lockForAction(tx.manager, actor, input.documentId, 'sendForOpinions');
    const takenOn = await takenOnOf(command, document, input.takenOn);
    assertOpinionsDue(input.dueOn, takenOn, document);
    const units = await findUnits(tx.manager, input.unitCodes, takenOn);
    const round = ((await tx.manager.maximum(Consultation, 'round', { documentId: document.id })) ?? 0) + 1;
    const { number: versionNumber } = await newestVersion(tx.manager, document.id);
    const rows = units.map((unit) => ({
      documentId: document.id,
      round,
      versionNumber,
      unitId: unit.id,
      askedOn: takenOn,
      dueOn: input.dueOn,
      isSample: document.isSample,
    }));
    await tx.manager.save(Consultation, rows);
    await tx.manager.save(document);
    await noteStep(command, document, DocumentStepKind.SENT_FOR_OPINIONS, { takenOn });
    const codes = units.map(({ code }) => code);
    append(documentEvent('DOCUMENT_SENT_FOR_OPINIONS', document, { round, units: codes, dueOn: input.dueOn }));
    return { documentId: document.id };
  },
});

async function findUnits(manager: EntityManager, codes: readonly string[], today: string): Promise<Unit[]> {
  const path = ['input', 'unitCodes'];
  assertCodes(codes);
  const units = await manager.find(Unit, { where: { code: sameAsAny(codes) }, order: { code: 'ASC' } });
  const unknown = [...new Set(codes)].filter((code) => !units.some((unit) => sameText(unit.code) === sameText(code)));
  if (unknown.length > 0) {
    const names = unknown.join(', ');
    throw refuse(
      'NOT_FOUND',
      path,
      `Không có đơn vị: ${names}. Hãy kiểm tra lại mã số.`,
      `There is no such unit: ${names}. Check the codes.`,
    );
  }
  if (units.length === 0) {
    throw refuse('INVALID', path, 'Hãy nêu ít nhất một đơn vị cần hỏi.', 'Name at least one unit to ask.');
  }
  await assertUnitsAreThere(manager, units, today, path);
  return units;
}

const LONGEST_CODE = 100;

/** Refuses what is no code at all, by its place: it is not repeated in a message. */
function assertCodes(codes: readonly string[]): void {
  const refusals = codes.flatMap((code, index): Refusal[] => {
    if (code.length <= LONGEST_CODE && isCleanText(code)) return [];
    const message = {
      vi: `Mã số (code) của đơn vị có tối đa ${LONGEST_CODE} ký tự, không có ký tự điều khiển. Hãy kiểm tra lại mã số.`,
      en: `A unit’s code has at most ${LONGEST_CODE} characters and no control characters. Check it.`,
    };
    return [{ code: 'INVALID', path: ['input', 'unitCodes', String(index)], message }];
  });
  if (refusals.length > 0) throw new DomainError(refusals);
}
