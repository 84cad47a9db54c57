import { type EntityManager, IsNull } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { DomainError, refuse } from '../../platform/lib/domain-error';
import { Comparator } from '../comparator.state';
import type { Indicator } from '../indicator.entity';
import { Measurement } from './measurement.entity';
import { MeasurementState } from './measurement.state';
import { Target } from '../target.entity';
import { canKeepTargets } from '../targets.policy';

/** Refuses a number for what no number decides: an indicator all of whose targets are qualitative is assessed, not measured. */
export async function assertMeasuredByNumbers(
  manager: EntityManager,
  actor: Actor,
  indicator: Pick<Indicator, 'id' | 'name' | 'nameEn'>,
  path: readonly string[],
): Promise<void> {
  const targets = await manager.find(Target, { where: { indicatorId: indicator.id }, select: { comparator: true } });
  if (targets.length === 0 || targets.some(({ comparator }) => comparator !== Comparator.QUALITATIVE)) return;
  const [vi, en] = canKeepTargets(actor)
    ? ['Hãy ghi đánh giá của chỉ tiêu (assessTarget).', 'Assess the target instead (assessTarget).']
    : [
        'Hãy nêu kết quả trong báo cáo tiến độ; cơ quan thường trực đánh giá chỉ tiêu.',
        'Tell of the outcome in a progress report; the secretariat assesses the target.',
      ];
  throw refuse(
    'INVALID',
    path,
    `Chỉ số “${indicator.name}” chỉ có chỉ tiêu định tính, không đo bằng số. ${vi}`,
    `The indicator “${indicator.nameEn}” has qualitative targets alone, which no number measures. ${en}`,
  );
}

/** A value that is about to count at once, as far as others of its period matter. */
export interface CountingValue {
  readonly indicatorId: string;
  readonly period: string;
  readonly source: string;
  /** Whether the caller says that another source gives it, to stand beside what is there. */
  readonly isOtherSource: boolean;
}

/**
 * Refuses a second value for a period of which one is accepted already, unless the caller says that it is another source's: whether a value is a correction or
 * another opinion only who enters it knows. The same source corrects itself. A sample value is none to ask about: a real one goes before it.
 */
export async function assertNothingStands(manager: EntityManager, value: CountingValue): Promise<void> {
  const { indicatorId, period, isOtherSource } = value;
  const standing = await manager.find(Measurement, {
    where: { indicatorId, period, state: MeasurementState.ACCEPTED, supersededAt: IsNull(), isSample: false },
    order: { recordedAt: 'DESC', id: 'DESC' },
  });
  const own = standing.find(({ unitId, source }) => unitId === null && isSame(source.citations[0], value.source));
  const found = own ?? (isOtherSource ? undefined : standing[0]);
  if (found === undefined) return;
  const { refusals } = own === undefined ? ask(found) : correctIt(found);
  throw new DomainError(refusals, { measurementId: found.id });
}

function isSame(one: string | undefined, other: string): boolean {
  return one?.trim().toLowerCase() === other.trim().toLowerCase();
}

function ask({ period, value, source }: Measurement): DomainError {
  const from = source.citations[0] ?? '';
  return refuse(
    'CONFLICT',
    ['input', 'period'],
    `Kỳ ${period} đã có số liệu được chấp nhận: ${vietnamese(value)} (“${from}”). Nếu số đó sai, hãy đính chính (correctMeasurement); nếu đây là số của nguồn khác, hãy ghi lại với isOtherSource: true.`,
    `The period ${period} has an accepted value already: ${value} (“${from}”). If that is wrong, correct it (correctMeasurement); if this is another source’s value, record it with isOtherSource: true.`,
  );
}

function correctIt({ period, value, source }: Measurement): DomainError {
  const from = source.citations[0] ?? '';
  return refuse(
    'CONFLICT',
    ['input', 'period'],
    `Kỳ ${period} đã có số liệu được chấp nhận từ chính nguồn này (“${from}”): ${vietnamese(value)}. Hãy đính chính số đó (correctMeasurement).`,
    `The period ${period} has an accepted value from this very source (“${from}”): ${value}. Correct that one (correctMeasurement).`,
  );
}

function vietnamese(value: number): string {
  return String(value).replace('.', ',');
}
