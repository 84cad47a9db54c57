import type { Command } from '../../platform/commands/command';
import type { AdjustmentEffect } from '../effect/adjustment-effect.type';
import { deriveEffect } from '../effect/derive-effect';
import type { AdjustmentRequest } from '../requests/adjustment-request.entity';
import { keepRevisions } from '../revisions/keep-revisions';
import { rowChangesOf } from './apply-changes.rules';
import { describeChanges } from './describe-changes.rules';
import { factsFor, type Query } from './load-adjustment-facts';
import { loadNames } from './load-names';
import { writeRowChanges } from './write-row-changes';

/** What a request would move if it were approved now. */
export async function effectOf(command: Command, request: AdjustmentRequest): Promise<AdjustmentEffect[]> {
  return (await tryOut(command, request)).effect;
}

/** Writes exactly what applying a request changes, keeps what it changed as revisions, and gives what it moved. */
export async function applyAdjustment(command: Command, request: AdjustmentRequest): Promise<AdjustmentEffect[]> {
  const { facts, changes, effect } = await tryOut(command, request);
  const names = await loadNames(queryOf(command), facts, changes);
  await writeRowChanges(command.tx, changes);
  await keepRevisions(command, request, describeChanges(facts, changes, names));
  return effect;
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
