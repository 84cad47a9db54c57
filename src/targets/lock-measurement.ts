import type { Transaction } from '../platform/database/transaction';
import type { Actor } from '../platform/access/actor';
import { refuse } from '../platform/lib/domain-error';
import { parseGlobalId } from '../platform/lib/global-id';
import { Indicator } from './indicator.entity';
import { Measurement } from './measurement.entity';
import { canJudgeMeasurements, canSeeMeasurement } from './targets.policy';

const PATH = ['input', 'measurementId'];

/** The measurement of a client's id with its indicator's code, locked, for the secretariat. What the actor may not see is not there. */
export async function lockMeasurement(
  { manager }: Transaction,
  actor: Actor,
  globalId: string,
): Promise<{ measurement: Measurement; indicator: string }> {
  const parsed = parseGlobalId(globalId);
  const measurement =
    parsed?.prefix === 'me'
      ? await manager.findOne(Measurement, { where: { id: parsed.uuid }, lock: { mode: 'pessimistic_write' } })
      : null;
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
  const { code } = await manager.findOneByOrFail(Indicator, { id: measurement.indicatorId });
  return { measurement, indicator: code };
}
