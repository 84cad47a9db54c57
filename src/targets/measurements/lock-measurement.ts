import type { EntityManager } from 'typeorm';
import type { Transaction } from '../../platform/database/transaction';
import type { Authorise } from '../../platform/commands/command';
import { getRow, lockRow } from '../../platform/commands/rows';
import type { Actor } from '../../platform/access/actor';
import { refuse } from '../../platform/lib/domain-error';
import { Indicator } from '../indicator.entity';
import { Measurement } from './measurement.entity';
import { canJudgeMeasurements, canSeeMeasurement } from '../targets.policy';

const PATH = ['input', 'measurementId'];

/** The measurement of a client's id with its indicator's code, locked, for the secretariat. What the actor may not see is not there. */
export async function lockMeasurement(
  { manager }: Transaction,
  actor: Actor,
  globalId: string,
): Promise<{ measurement: Measurement; indicator: string }> {
  const measurement = await getJudged(manager, actor, globalId, lockRow);
  const { code } = await manager.findOneByOrFail(Indicator, { id: measurement.indicatorId });
  return { measurement, indicator: code };
}

/** Asks who judges the measurement that an input names, whatever has become of it. */
export const authoriseJudging: Authorise<{ readonly measurementId: string }> = async ({ tx, actor }, input) => {
  await getJudged(tx.manager, actor, input.measurementId, getRow);
};

async function getJudged(
  manager: EntityManager,
  actor: Actor,
  globalId: string,
  take: typeof getRow | typeof lockRow,
): Promise<Measurement> {
  const measurement = await take(manager, Measurement, globalId);
  if (measurement === null || !canSeeMeasurement(actor, measurement)) {
    throw refuse(
      'NOT_FOUND',
      PATH,
      'Không có số liệu này. Hãy kiểm tra lại mã định danh.',
      'There is no such measurement. Check the id.',
    );
  }
  if (!canJudgeMeasurements(actor)) {
    throw refuse(
      'FORBIDDEN',
      PATH,
      'Chỉ cơ quan thường trực được chấp nhận và đính chính số liệu.',
      'Only the secretariat accepts and corrects measurements.',
    );
  }
  return measurement;
}
