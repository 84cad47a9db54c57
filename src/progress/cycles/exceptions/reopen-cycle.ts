import { Field, InputType } from 'type-graphql';
import { getUnitOn, type Unit } from '../../../organisation/public';
import { defineCommand } from '../../../platform/commands/declared-command';
import { IdempotencyKeyField, IdField } from '../../../platform/commands/input-fields';
import { IsText } from '../../../platform/commands/input-rules';
import { addDays, type CalendarDate } from '../../../platform/lib/calendar-date';
import { refuse } from '../../../platform/lib/domain-error';
import { says } from '../../../platform/lib/says';
import { DateScalar } from '../../../platform/lib/scalars';
import { vietnameseDate } from '../../../platform/lib/vietnamese-date';
import { getSeenItem } from '../../../work/public';
import { assertMayKeepReporting } from '../assert-may-keep-reporting';
import type { ReportingCycle } from '../reporting-cycle.entity';
import { reportingEvent } from '../reporting.events';
import { CycleReopening } from './cycle-reopening.entity';
import { getCycle } from './get-cycle';

/** An exception is limited: so many days. */
const LONGEST_DAYS = 90;

@InputType({
  description: says(
    'Mở lại một kỳ đã khóa cho một đơn vị hoặc một đầu việc, đến ngày nào và vì sao.',
    'For whom a locked round takes reports again, until when, and why.',
  ),
})
class ReopenCycleInput {
  @IdField(says('Mã định danh (id) của kỳ báo cáo.', 'Id of the round.'))
  reportingCycleId!: string;

  @IdField(
    says(
      'Đơn vị được nộp báo cáo; nêu đúng một trong hai: đơn vị hoặc đầu việc.',
      'The unit that may report; exactly one of unit and item is named.',
    ),
    { nullable: true, found: 'unit' },
  )
  unitId?: string | null;

  @IdField(
    says(
      'Đầu việc được báo cáo; nêu đúng một trong hai: đơn vị hoặc đầu việc.',
      'The item that may be reported on; exactly one of unit and item is named.',
    ),
    { nullable: true, found: 'workItem' },
  )
  workItemId?: string | null;

  @Field(() => DateScalar, {
    description: says(
      `Ngày cuối nhận báo cáo, từ hôm nay đến ${LONGEST_DAYS} ngày tới.`,
      `Last day on which reports are taken, today to ${LONGEST_DAYS} days from now.`,
    ),
  })
  until!: string;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, {
    description: says('Vì sao mở lại, tối đa 2.000 ký tự.', 'Why, at most 2,000 characters.'),
  })
  reason!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** The secretariat lets one unit, or one item, be reported on though the cycle is locked (the exception to rule R15): dated, named, limited. */
export const reopenCycle = defineCommand({
  name: 'reopenCycle',
  description: says(
    'Mở lại một kỳ đã khóa cho một đơn vị hoặc một đầu việc, có thời hạn, kèm lý do; báo cáo nộp theo đó là báo cáo chậm.',
    'Lets a locked round take reports of one unit, or on one item, for a time; they are late.',
  ),
  input: ReopenCycleInput,
  returns: { cycleReopening: CycleReopening },
  rights({ actor }) {
    assertMayKeepReporting(actor);
  },
  async run({ tx, actor, today, append }, input) {
    const { manager } = tx;
    assertForOne(input);
    const cycle = await getCycle(manager, input.reportingCycleId);
    assertLocked(cycle, today);
    assertLimited(input.until, today);
    const item = input.workItemId == null ? null : await getSeenItem(manager, actor, input.workItemId);
    const unit: Unit | null =
      input.unitId == null ? null : await getUnitOn(manager, input.unitId, today, ['input', 'unitId']);
    const { until } = input;
    const reason = input.reason.trim();
    const reopening = await manager.save(
      manager.create(CycleReopening, {
        cycleId: cycle.id,
        ...forOne(unit, item),
        until,
        reason,
        reopenedOn: today,
        isSample: item?.isSample ?? false,
      }),
    );
    append(
      reportingEvent(
        'REPORTING_CYCLE_REOPENED',
        {
          subject: { type: 'CycleReopening', id: reopening.id },
          programmeId: cycle.programmeId,
          unitId: unit?.id ?? item?.leadUnitId ?? null,
        },
        { period: cycle.period, ...namesOf(unit, item), until, reason },
      ),
    );
    return { cycleReopeningId: reopening.id };
  },
});

type Coded = { readonly id: string; readonly code: string } | null;

function forOne(unit: Coded, item: Coded) {
  return { unitId: unit?.id ?? null, workItemId: item?.id ?? null };
}

function namesOf(unit: Coded, item: Coded) {
  return { unit: unit?.code ?? null, workItem: item?.code ?? null };
}

function assertForOne({ unitId, workItemId }: ReopenCycleInput): void {
  if ((unitId == null) !== (workItemId == null)) return;
  throw refuse(
    'INVALID',
    ['input', unitId == null ? 'unitId' : 'workItemId'],
    'Hãy nêu đúng một trong hai: đơn vị (unitId) hoặc đầu việc (workItemId).',
    'Name exactly one of the two: a unit (unitId) or an item (workItemId).',
  );
}

function assertLocked({ period, closesOn }: ReportingCycle, today: CalendarDate): void {
  if (closesOn < today) return;
  throw refuse(
    'CONFLICT',
    ['input', 'reportingCycleId'],
    `Kỳ ${period} chưa khóa: còn nhận báo cáo đến hết ${vietnameseDate(closesOn)}, không cần mở lại. Hãy chọn một kỳ đã khóa.`,
    `The round ${period} is not locked: it takes reports until ${closesOn}. Choose one that is.`,
  );
}

function assertLimited(until: CalendarDate, today: CalendarDate): void {
  const last = addDays(today, LONGEST_DAYS);
  if (until >= today && until <= last) return;
  throw refuse(
    'INVALID',
    ['input', 'until'],
    `Ngày cuối phải từ ${vietnameseDate(today)} đến ${vietnameseDate(last)}: ngoại lệ có thời hạn.`,
    `It ends between ${today} and ${last}: an exception is limited.`,
  );
}
