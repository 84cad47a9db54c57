import type { EntityManager } from 'typeorm';
import type { Precondition } from '../platform/commands/steps';
import type { Refusal } from '../platform/lib/domain-error';
import { vietnameseDate } from '../platform/lib/vietnamese-date';
import { canJudgeMeasurements, measurementSteps } from '../targets/public';

/**
 * A period whose reporting cycle has closed is locked (rule R15): the value that counts is corrected, with a reason, by whoever gave it; it gets no second
 * value from the same source or unit. Another source may still stand beside it, and what was never measured may still come.
 */
export const measurementPreconditions: readonly Precondition[] = [
  { step: measurementSteps.record, field: 'period' },
  { step: measurementSteps.accept, field: 'measurementId' },
].map(({ step, field }) => ({
  steps: [step],
  missing: async (manager, id, today, actor) =>
    (await lockedBy(manager, id, today)).map((row) => refusal(row, field, canJudgeMeasurements(actor))),
}));

interface Locked {
  readonly period: string;
  readonly value: number;
  readonly closedOn: string;
}

/** The value of the same giver that stands for a closed period, if there is one. */
function lockedBy(manager: EntityManager, id: string, today: string): Promise<Locked[]> {
  return manager.query<Locked[]>(
    `select standing.period, standing.value, closed.closes_on as "closedOn"
     from measurement given
     join measurement standing on standing.indicator_id = given.indicator_id and standing.period = given.period and standing.id <> given.id
       and standing.state = 'ACCEPTED' and standing.superseded_at is null and standing.unit_id is not distinct from given.unit_id
       and (given.unit_id is not null or lower(standing.source_citations[1]) = lower(given.source_citations[1]))
     join lateral (select min(rc.closes_on) as closes_on from reporting_cycle rc join target ta on ta.programme_id = rc.programme_id
       where ta.indicator_id = given.indicator_id and rc.ends_on >= given.ends_on) closed on closed.closes_on < $2::date
     where given.id = $1 order by standing.recorded_at desc limit 1`,
    [id, today],
  );
}

function refusal({ period, value, closedOn }: Locked, field: string, corrects: boolean): Refusal {
  const [vi, en] = corrects
    ? ['Hãy đính chính giá trị đó (correctMeasurement).', 'Correct that one (correctMeasurement).']
    : ['Hãy đề nghị cơ quan thường trực đính chính giá trị đó.', 'Ask the secretariat to correct that one.'];
  return {
    code: 'CONFLICT',
    path: ['input', field],
    message: {
      vi: `Kỳ ${period} đã khóa từ sau ${vietnameseDate(closedOn)} và đã có giá trị ${String(value).replace('.', ',')} từ chính nguồn này. ${vi}`,
      en: `The period ${period} was locked after ${closedOn} and has the value ${value} from this very source. ${en}`,
    },
  };
}
