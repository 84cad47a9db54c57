import { ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { MoreThanOrEqual } from 'typeorm';
import type { Transaction } from '../../../platform/database/transaction';
import { defineCommand } from '../../../platform/commands/declared-command';
import { IdempotencyKeyField, IdField } from '../../../platform/commands/input-fields';
import type { CalendarDate } from '../../../platform/lib/calendar-date';
import { refuse } from '../../../platform/lib/domain-error';
import { says } from '../../../platform/lib/says';
import { DateScalar } from '../../../platform/lib/scalars';
import type { Programme } from '../../../programme/public';
import { assertMayKeepReporting } from '../assert-may-keep-reporting';
import { lockReportingProgramme } from '../lock-reporting-programme';
import { ReportingCycle } from '../reporting-cycle.entity';
import { reportingEvent } from '../reporting.events';
import { type Frequency, frequencyOf, holdsFor } from './cycle-dates.rules';
import { ReportingRuleKind } from './reporting-rule-kind';
import { ReportingRule } from './reporting-rule.entity';
import { assertAlone, assertMeantRule } from './reporting-rule.rules';
import { ReportingScopeInput, scopeOf } from './reporting-scope.inputs';

@InputType({
  description: says(
    'Một chế độ báo cáo định kỳ: bao lâu một lần, mở, đến hạn và khóa khi nào, cho đầu việc nào.',
    'How often units report on what, and when each round opens, is due and closes.',
  ),
})
class SetReportingRuleInput {
  @IdField(says('Mã định danh (id) của chương trình.', 'Id of the programme.'), { found: 'programme' })
  programmeId!: string;

  @Field(() => ReportingRuleKind, {
    description: says('Bao lâu báo cáo một lần.', 'Length of the periods that are reported on.'),
  })
  kind!: ReportingRuleKind;

  @Field(() => Int, {
    description: says(
      'Kỳ mở trước ngày cuối của thời gian báo cáo bao nhiêu ngày; 0 là mở đúng ngày đó.',
      'Calendar days before the period’s last day on which it opens; 0 opens it on that day.',
    ),
  })
  opensDaysBeforeEnd!: number;

  @Field(() => Int, {
    description: says(
      'Hạn nộp sau ngày cuối của thời gian báo cáo bao nhiêu ngày làm việc; số âm là trước ngày đó. Từ -60 đến 60.',
      'Working days after the period’s last day on which it is due; before it where negative. -60 to 60.',
    ),
  })
  dueWorkingDays!: number;

  @Field(() => Int, {
    description: says(
      'Kỳ khóa sau hạn nộp bao nhiêu ngày làm việc, từ 0 đến 120.',
      'Working days after the due date until it is locked, 0 to 120.',
    ),
  })
  closesWorkingDays!: number;

  @ValidateNested()
  @Field(() => ReportingScopeInput, {
    nullable: true,
    description: says('Đầu việc phải báo cáo; trống là tất cả.', 'Which items it is for; all where it is left out.'),
  })
  appliesTo?: ReportingScopeInput | null;

  @Field(() => DateScalar, {
    description: says(
      'Áp dụng cho các kỳ kết thúc từ ngày này, từ năm 2015 đến năm 2100.',
      'It holds for periods that end on this day or later, 2015 to 2100.',
    ),
  })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Áp dụng cho các kỳ kết thúc đến hết ngày này; trống khi chưa định.',
      'It holds for periods that end on this day at the latest; null without an end.',
    ),
  })
  validTo?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** The secretariat says how often units report, and when each cycle opens, is due and closes. Of one kind a programme has one rule at a time. */
export const setReportingRule = defineCommand({
  name: 'setReportingRule',
  description: says(
    'Đặt chế độ báo cáo định kỳ của một chương trình; kỳ đang chạy và kỳ kế tiếp được lập ngay sau đó.',
    'Sets a rule of periodic reports of a programme; the running round and the next one are made at once.',
  ),
  input: SetReportingRuleInput,
  returns: { reportingRule: ReportingRule },
  rights({ actor }) {
    assertMayKeepReporting(actor);
  },
  async run({ tx, today, append }, input) {
    assertMeantRule(input);
    const programme = await lockReportingProgramme(tx.manager, input.programmeId);
    const appliesTo = await scopeOf(tx.manager, input.appliesTo);
    assertAlone(input, await tx.manager.findBy(ReportingRule, { programmeId: programme.id }));
    await assertNoExtraordinary(tx.manager, programme, input, today);
    const { kind, opensDaysBeforeEnd, dueWorkingDays, closesWorkingDays, validFrom, validTo = null } = input;
    const rule = await tx.manager.save(
      tx.manager.create(ReportingRule, {
        programmeId: programme.id,
        kind,
        opensDaysBeforeEnd,
        dueWorkingDays,
        closesWorkingDays,
        appliesTo,
        validFrom,
        validTo,
        madeSince: today,
      }),
    );
    append(
      reportingEvent(
        'REPORTING_RULE_SET',
        { subject: { type: 'ReportingRule', id: rule.id }, programmeId: programme.id },
        { kind, validFrom, validTo },
      ),
    );
    return { reportingRuleId: rule.id };
  },
});

type Manager = Transaction['manager'];

/** A period is reported on once: an extraordinary cycle that has taken one keeps it. */
async function assertNoExtraordinary(
  manager: Manager,
  { id: programmeId }: Programme,
  rule: SetReportingRuleInput,
  today: CalendarDate,
): Promise<void> {
  const added = await manager.findBy(ReportingCycle, {
    programmeId,
    isExtraordinary: true,
    endsOn: MoreThanOrEqual(today),
  });
  const kind: Frequency = rule.kind;
  const taken = added.find(
    ({ period }) =>
      frequencyOf(period) === kind && holdsFor({ validFrom: rule.validFrom, validTo: rule.validTo ?? null }, period),
  );
  if (taken === undefined) return;
  throw refuse(
    'CONFLICT',
    ['input', 'validFrom'],
    `Kỳ ${taken.period} đã là kỳ báo cáo đột xuất. Hãy áp dụng chế độ từ sau ngày cuối của kỳ đó.`,
    `${taken.period} is an extraordinary round already. Let the rule hold from after the end of it.`,
  );
}
