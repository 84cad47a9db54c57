import { ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { defineCommand } from '../../../platform/commands/declared-command';
import { IdempotencyKeyField, IdField } from '../../../platform/commands/input-fields';
import { IsName, IsPeriodText } from '../../../platform/commands/input-rules';
import { refuse } from '../../../platform/lib/domain-error';
import { boundsOfPeriod } from '../../../platform/lib/period';
import { says } from '../../../platform/lib/says';
import { DateScalar, PeriodScalar } from '../../../platform/lib/scalars';
import { assertMayKeepReporting } from '../assert-may-keep-reporting';
import { lockReportingProgramme } from '../lock-reporting-programme';
import { ReportingCycle } from '../reporting-cycle.entity';
import { reportingEvent } from '../reporting.events';
import { type Frequency, frequencyOf, holdsFor } from './cycle-dates.rules';
import { assertMeantCycle } from './extraordinary-cycle.rules';
import { ReportingRule } from './reporting-rule.entity';
import { ReportingScopeInput, scopeOf } from './reporting-scope.inputs';

@InputType({
  description: says(
    'Một kỳ báo cáo đột xuất: về nội dung gì, cho thời gian nào, mở, đến hạn và khóa khi nào.',
    'What an extraordinary round is about, for what time, and when it opens, is due and closes.',
  ),
})
class AddReportingCycleInput {
  @IdField(says('Mã định danh (id) của chương trình.', 'Id of the programme.'), { found: 'programme' })
  programmeId!: string;

  @IsName({ max: 200, required: true })
  @Field(() => String, {
    description: says('Nội dung của kỳ đột xuất, tối đa 200 ký tự.', 'What it is about, at most 200 characters.'),
  })
  title!: string;

  @IsPeriodText()
  @Field(() => PeriodScalar, {
    description: says(
      'Thời gian được báo cáo; chương trình chưa có kỳ nào cho thời gian này.',
      'What time is reported on: one for which the programme has no round yet.',
    ),
  })
  period!: string;

  @Field(() => DateScalar, { description: says('Ngày mở kỳ.', 'First day on which reports are taken.') })
  opensOn!: string;

  @Field(() => DateScalar, {
    description: says('Hạn nộp, từ hôm nay trở đi.', 'Last day on time, today or later.'),
  })
  dueOn!: string;

  @Field(() => DateScalar, { description: says('Ngày khóa kỳ.', 'Last day on which late reports are taken.') })
  closesOn!: string;

  @ValidateNested()
  @Field(() => ReportingScopeInput, {
    nullable: true,
    description: says('Đầu việc phải báo cáo; trống là tất cả.', 'Which items it is for; all where it is left out.'),
  })
  appliesTo?: ReportingScopeInput | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** The secretariat asks for reports once, outside the periodic ones (báo cáo đột xuất). */
export const addReportingCycle = defineCommand({
  name: 'addReportingCycle',
  description: says(
    'Lập một kỳ báo cáo đột xuất của một chương trình, ngoài các kỳ định kỳ.',
    'Adds an extraordinary round of reports to a programme, outside the periodic ones.',
  ),
  input: AddReportingCycleInput,
  returns: { reportingCycle: ReportingCycle },
  rights({ actor }) {
    assertMayKeepReporting(actor);
  },
  async run({ tx, today, append }, input) {
    assertMeantCycle(input, today);
    const { manager } = tx;
    const programme = await lockReportingProgramme(manager, input.programmeId);
    const appliesTo = await scopeOf(manager, input.appliesTo);
    await assertFree(manager, programme.id, input.period);
    const { period, opensOn, dueOn, closesOn } = input;
    const cycle = await manager.save(
      manager.create(ReportingCycle, {
        programmeId: programme.id,
        period,
        endsOn: boundsOfPeriod(period).to,
        opensOn,
        dueOn,
        closesOn,
        isExtraordinary: true,
        title: input.title.trim(),
        appliesTo,
      }),
    );
    append(
      reportingEvent(
        'REPORTING_CYCLE_ADDED',
        { subject: { type: 'ReportingCycle', id: cycle.id }, programmeId: programme.id },
        { period, isExtraordinary: true, opensOn, dueOn, closesOn },
      ),
    );
    return { reportingCycleId: cycle.id };
  },
});

/** A period is reported on once: it is neither another cycle's nor one for which a rule will make one. */
async function assertFree(manager: EntityManager, programmeId: string, period: string): Promise<void> {
  const kind: Frequency = frequencyOf(period);
  const rules = await manager.findBy(ReportingRule, { programmeId });
  const isTaken =
    (await manager.existsBy(ReportingCycle, { programmeId, period })) ||
    rules.some((rule) => isOfKind(rule, kind) && holdsFor(rule, period));
  if (!isTaken) return;
  throw refuse(
    'CONFLICT',
    ['input', 'period'],
    `Chương trình đã có kỳ ${period}, hoặc chế độ báo cáo sẽ lập kỳ đó. Hãy chọn thời gian khác, ví dụ một tháng.`,
    `The programme has a round for ${period}, or a rule makes one. Choose another period, for instance a month.`,
  );
}

function isOfKind(rule: { readonly kind: Frequency }, kind: Frequency): boolean {
  return rule.kind === kind;
}
