import { randomUUID } from 'node:crypto';
import type { Asking, Command } from '../../platform/commands/command';
import { defineCommand } from '../../platform/commands/declared-command';
import { getRow } from '../../platform/commands/rows';
import { DomainError, refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { isBlank } from '../../platform/lib/text-forms';
import { Programme } from '../../programme/public';
import { Target } from '../../targets/public';
import type { AdjustmentFacts } from '../changes/adjustment-facts.rules';
import { queryOf } from '../changes/apply-adjustment';
import { rowChangesOf } from '../changes/apply-changes.rules';
import { linesOf } from '../changes/change-lines';
import { factsFor, namedBy } from '../changes/load-adjustment-facts';
import { easedWithoutReason } from '../changes/judge-eased';
import { refusalsOfChanges } from '../changes/judge-changes';
import { resolveChanges } from '../changes/resolve-changes';
import { loadStanding } from '../changes/load-standing';
import type { StoredChange } from '../changes/stored-change.rules';
import { deriveEffect } from '../effect/derive-effect';
import { AdjustmentRequest } from './adjustment-request.entity';
import { adjustmentEvent } from './adjustment.events';
import { AdjustmentState, AdjustmentStepKind } from './adjustment.state';
import { levelOf } from './highest-level';
import { missingOf } from './completeness.rules';
import { noteStep } from './lock-request';
import { RegisterAdjustmentInput } from './register-adjustment.inputs';
import { registeringUnit } from './registering-unit';

/** What a registration is judged by: who registers, for which unit, what. */
interface Registration {
  readonly programme: Programme;
  readonly unitId: string;
  readonly changes: readonly StoredChange[];
}

/** A unit's reporter registers again what the unit wants changed of what is in force; nothing changes yet (rule R4). */
export const registerAdjustment = defineCommand({
  name: 'registerAdjustment',
  description: says(
    'Đăng ký điều chỉnh: thời gian, đơn vị, nội dung, nguồn lực, chỉ tiêu của những gì đang có hiệu lực; nêu sản phẩm, chỉ tiêu, mục tiêu, nguồn lực và lý do.',
    'Registers what is to be changed of what is in force, with product, target, objective, resources and reason; for the unit’s reporter.',
  ),
  input: RegisterAdjustmentInput,
  returns: { adjustmentRequest: AdjustmentRequest },
  rights: registrationOf,
  async run(command, input, { programme, unitId, changes }) {
    const { tx, now, today, actor, append } = command;
    const id = randomUUID();
    const query = queryOf(command);
    await lockThings(command, changes);
    const request = { id, programmeId: programme.id, isSample: false, changes };
    const facts = await factsFor(query, [request]);
    const target = input.targetId == null ? null : await getRow(tx.manager, Target, input.targetId);
    const standing = await loadStanding(query, tx.manager, facts, today);
    const refusals = [
      ...missingOf(input),
      ...(isBlank(input.reason) ? easedWithoutReason(facts.rows, changes) : []),
      ...unknownTarget(input, target, programme),
      ...refusalsOfChanges(facts, request, standing, today),
    ];
    if (refusals.length > 0) throw new DomainError(refusals);
    const rows = rowChangesOf(facts, today);
    const effect = await deriveEffect(query, rows, { programmeId: programme.id, today, now });
    const saved = await tx.manager.save(
      Object.assign(new AdjustmentRequest(), {
        id,
        programmeId: programme.id,
        unitId,
        state: AdjustmentState.REGISTERED,
        approvalLevel: levelOf(facts, changes),
        product: input.product!.trim(),
        targetId: target!.id,
        objective: input.objective!.trim(),
        resources: input.resources!.trim(),
        reason: input.reason!.trim(),
        requested: changes,
        changeLines: await linesOf(query, facts, rows),
        ...effect,
        effectAt: now,
        registeredById: actor.accountId,
        registeredAt: now,
        isSample: isSampleOf(facts),
      }),
    );
    await noteStep(command, saved, AdjustmentStepKind.REGISTERED, { note: saved.reason, ...effect });
    append(adjustmentEvent('ADJUSTMENT_REGISTERED', saved, {}));
    return { adjustmentRequestId: id };
  },
});

/** The programme, the unit for which the actor registers, and what is asked for; refuses whoever may not. */
async function registrationOf(asking: Asking, input: RegisterAdjustmentInput): Promise<Registration> {
  const programme = await getRow(asking.tx.manager, Programme, input.programmeId);
  if (programme === null) {
    throw refuse(
      'NOT_FOUND',
      ['input', 'programmeId'],
      'Không có chương trình này. Hãy kiểm tra lại mã định danh.',
      'There is no such programme. Check the id.',
    );
  }
  const changes = await resolveChanges(asking.tx.manager, input.changes);
  return { programme, changes, unitId: await registeringUnit(asking, changes) };
}

/** Of two who ask for the same thing at once, the second is judged by what the first has registered. */
async function lockThings({ tx }: Command, changes: readonly StoredChange[]): Promise<void> {
  const { workItemIds, appendixIds, targetIds } = namedBy(changes);
  await tx.query('select id from appendix where id = any($1::uuid[]) order by id for update', [appendixIds]);
  await tx.query('select id from work_item where id = any($1::uuid[]) order by id for update', [workItemIds]);
  await tx.query('select id from target where id = any($1::uuid[]) order by id for update', [targetIds]);
}

function unknownTarget({ targetId }: RegisterAdjustmentInput, target: Target | null, { id }: Programme) {
  if (targetId == null || target?.programmeId === id) return [];
  const message = {
    vi: 'Chương trình không có chỉ tiêu này. Hãy chọn một chỉ tiêu của chương trình.',
    en: 'The programme has no such target. Choose one of its targets.',
  };
  return [{ code: 'NOT_FOUND' as const, path: ['input', 'targetId'], message }];
}

/** A request that touches sample rows goes when the sample goes. */
function isSampleOf({ rows, requests }: AdjustmentFacts): boolean {
  const { workItemIds, appendixIds } = namedBy(requests.flatMap(({ changes }) => changes));
  return (
    rows.work_item.some(({ id, is_sample: isSample }) => workItemIds.includes(id) && isSample === true) ||
    rows.appendix.some(({ id, is_sample: isSample }) => appendixIds.includes(id) && isSample === true)
  );
}
