import type { Command } from '../../platform/commands/command';
import { DomainError } from '../../platform/lib/domain-error';
import { type DerivedEffect, deriveEffect } from '../effect/derive-effect';
import type { AdjustmentRequest } from '../requests/adjustment-request.entity';
import { keepRevisions } from '../revisions/keep-revisions';
import type { AdjustmentFacts } from './adjustment-facts.rules';
import { rowChangesOf } from './apply-changes.rules';
import { describeChanges } from './describe-changes.rules';
import { factsFor, type Query } from './load-adjustment-facts';
import { loadNames } from './load-names';
import { refusalsOfChanges } from './judge-changes';
import { loadStanding } from './load-standing';
import { writeRowChanges } from './write-row-changes';

/** What a request would move if it were approved now. */
export async function effectOf(command: Command, request: AdjustmentRequest): Promise<DerivedEffect> {
  return (await tryOut(command, request)).effect;
}

/** Writes exactly what applying a request changes, keeps what it changed as revisions, and gives what it moved. */
export async function applyAdjustment(command: Command, request: AdjustmentRequest): Promise<DerivedEffect> {
  const { facts, changes, effect } = await tryOut(command, request);
  await assertStillFits(command, request, facts);
  const names = await loadNames(queryOf(command), facts, changes);
  await writeRowChanges(command.tx, changes);
  await keepRevisions(command, request, describeChanges(facts, changes, names));
  return effect;
}

/** What was right at registration may contradict what stands by now: then nothing is changed, and the unit registers anew. */
async function assertStillFits(command: Command, request: AdjustmentRequest, facts: AdjustmentFacts): Promise<void> {
  const standing = await loadStanding(queryOf(command), command.tx.manager, facts, command.today);
  const [requested] = facts.requests;
  const refusals = refusalsOfChanges(facts, requested!, { ...standing, pending: [] }, command.today);
  if (refusals.length === 0) return;
  const path = ['input', 'adjustmentRequestId'];
  throw new DomainError(
    refusals.map(({ message: { vi, en } }) => ({
      code: 'CONFLICT',
      path,
      message: {
        vi: `Không áp dụng được nữa: ${vi} Hãy trả lại đề xuất để đơn vị đăng ký lại (returnAdjustment).`,
        en: `It cannot be applied any more: ${en} Send the request back, so that the unit registers anew (returnAdjustment).`,
      },
    })),
    { adjustmentRequestId: request.id },
  );
}

async function tryOut(
  command: Command,
  request: Pick<AdjustmentRequest, 'id' | 'programmeId' | 'isSample' | 'requested'>,
) {
  const { today, now } = command;
  const query = queryOf(command);
  const { id, programmeId, isSample, requested } = request;
  const facts = await factsFor(query, [{ id, programmeId, isSample, changes: requested }]);
  const changes = rowChangesOf(facts, today);
  const effect = await deriveEffect(query, changes, { programmeId, today, now });
  return { facts, changes, effect };
}

/** Runs statements inside a command's transaction. */
export function queryOf({ tx }: Pick<Command, 'tx'>): Query {
  return (text, values) => tx.query(text, values);
}
