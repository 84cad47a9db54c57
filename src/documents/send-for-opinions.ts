import { type EntityManager, In } from 'typeorm';
import { assertUnitsAreThere, Unit } from '../organisation/public';
import type { Command } from '../platform/graphql/run-command';
import { refuse } from '../platform/lib/domain-error';
import { Consultation } from './consultation.entity';
import type { SendForOpinionsInput } from './consultation.inputs';
import { documentEvent } from './document.events';
import { assertOpinionsDue } from './document.rules';
import { DocumentStepKind } from './document-step.state';
import { lockForAction } from './load-document';
import { noteStep } from './note-step';
import { newestVersion } from './write-version';

/** Sends a draft to units and the ministry for their opinions: a round, with a due date. */
export async function sendForOpinions(command: Command, input: SendForOpinionsInput): Promise<{ documentId: string }> {
  const { tx, actor, today, append } = command;
  const document = await lockForAction(tx.manager, actor, input.documentId, 'sendForOpinions');
  assertOpinionsDue(input.dueOn, today, document);
  const units = await findUnits(tx.manager, [...new Set(input.unitCodes)], today);
  const round = ((await tx.manager.maximum(Consultation, 'round', { documentId: document.id })) ?? 0) + 1;
  const { number: versionNumber } = await newestVersion(tx.manager, document.id);
  const rows = units.map((unit) => ({
    documentId: document.id,
    round,
    versionNumber,
    unitId: unit.id,
    askedOn: today,
    dueOn: input.dueOn,
    isSample: document.isSample,
  }));
  await tx.manager.save(Consultation, rows);
  await tx.manager.save(document);
  await noteStep(command, document, DocumentStepKind.SENT_FOR_OPINIONS);
  const codes = units.map(({ code }) => code);
  append(documentEvent('DOCUMENT_SENT_FOR_OPINIONS', document, { round, units: codes, dueOn: input.dueOn }));
  return { documentId: document.id };
}

async function findUnits(manager: EntityManager, codes: readonly string[], today: string): Promise<Unit[]> {
  const path = ['input', 'unitCodes'];
  const units = await manager.find(Unit, { where: { code: In(codes) }, order: { code: 'ASC' } });
  const unknown = codes.filter((code) => !units.some((unit) => unit.code === code));
  if (unknown.length > 0) {
    const names = unknown.join(', ');
    throw refuse(
      'NOT_FOUND',
      path,
      `Không có đơn vị: ${names}. Hãy kiểm tra lại mã.`,
      `There is no such unit: ${names}. Check the codes.`,
    );
  }
  if (units.length === 0) {
    throw refuse('INVALID', path, 'Hãy nêu ít nhất một đơn vị cần hỏi.', 'Name at least one unit to ask.');
  }
  await assertUnitsAreThere(manager, units, today, path);
  return units;
}
