import { Field, InputType } from 'type-graphql';
import { In, MoreThan } from 'typeorm';
import type { Transaction } from '../../../platform/database/transaction';
import { defineCommand } from '../../../platform/commands/declared-command';
import { IdempotencyKeyField, IdField } from '../../../platform/commands/input-fields';
import { lockRow } from '../../../platform/commands/rows';
import type { CalendarDate } from '../../../platform/lib/calendar-date';
import { refuse } from '../../../platform/lib/domain-error';
import { says } from '../../../platform/lib/says';
import { DateScalar } from '../../../platform/lib/scalars';
import { vietnameseDate } from '../../../platform/lib/vietnamese-date';
import { assertMayKeepReporting } from '../assert-may-keep-reporting';
import { ReportWaiver } from '../exceptions/report-waiver.entity';
import { ReportingCycle } from '../reporting-cycle.entity';
import { reportingEvent } from '../reporting.events';
import { ReportingRule } from './reporting-rule.entity';

@InputType({
  description: says('Kết thúc một chế độ báo cáo định kỳ.', 'Which rule ends, and on which day.'),
})
class EndReportingRuleInput {
  @IdField(says('Mã định danh (id) của chế độ báo cáo.', 'Id of the rule.'))
  reportingRuleId!: string;

  @Field(() => DateScalar, {
    description: says(
      'Ngày cuối áp dụng: các kỳ kết thúc sau ngày này không còn theo chế độ.',
      'Last day for which it holds: periods that end later are none of its.',
    ),
  })
  validTo!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** The secretariat ends a rule: what has opened goes on, what has not opened and lies beyond the end is taken back. */
export const endReportingRule = defineCommand({
  name: 'endReportingRule',
  description: says(
    'Kết thúc một chế độ báo cáo định kỳ; kỳ đã mở vẫn tiếp tục, kỳ chưa mở sau ngày kết thúc được bỏ.',
    'Ends a rule of periodic reports; rounds that have opened go on, those beyond the end that have not are taken back.',
  ),
  input: EndReportingRuleInput,
  returns: { reportingRule: ReportingRule },
  rights({ actor }) {
    assertMayKeepReporting(actor);
  },
  async run({ tx, today, append }, { reportingRuleId, validTo }) {
    const rule = await lockRow(tx.manager, ReportingRule, reportingRuleId);
    if (rule === null) throw unknown();
    assertEnds(rule, validTo);
    await tx.manager.save(Object.assign(rule, { validTo }));
    const removed = await takeBack(tx, rule, validTo, today);
    append(
      reportingEvent(
        'REPORTING_RULE_ENDED',
        { subject: { type: 'ReportingRule', id: rule.id }, programmeId: rule.programmeId },
        { kind: rule.kind, validTo, removed },
      ),
    );
    return { reportingRuleId: rule.id };
  },
});

/** Nobody can have reported for what has not opened; that it was waived goes with it. */
async function takeBack(
  { manager }: Transaction,
  { id: ruleId }: ReportingRule,
  validTo: CalendarDate,
  today: CalendarDate,
): Promise<string[]> {
  const cycles = await manager.find(ReportingCycle, {
    where: { ruleId, endsOn: MoreThan(validTo), opensOn: MoreThan(today) },
    order: { endsOn: 'ASC' },
  });
  const waivers = await manager.findBy(ReportWaiver, { cycleId: In(cycles.map(({ id }) => id)) });
  await manager.remove(waivers);
  const periods = cycles.map(({ period }) => period);
  await manager.remove(cycles);
  return periods;
}

function assertEnds({ validFrom, validTo: known }: ReportingRule, validTo: CalendarDate): void {
  if (validTo < validFrom) {
    throw refuse(
      'INVALID',
      ['input', 'validTo'],
      `Chế độ áp dụng từ ${vietnameseDate(validFrom)}: ngày cuối phải từ ngày đó trở đi.`,
      `The rule holds from ${validFrom} on: it ends on that day or later. Choose such a day.`,
    );
  }
  if (known !== null && known <= validTo) {
    throw refuse(
      'CONFLICT',
      ['input', 'validTo'],
      `Chế độ đã kết thúc ngày ${vietnameseDate(known)}. Hãy chọn ngày sớm hơn, hoặc đặt chế độ mới (setReportingRule).`,
      `The rule ends on ${known} already. Choose an earlier day, or set a new rule (setReportingRule).`,
    );
  }
}

function unknown() {
  return refuse(
    'NOT_FOUND',
    ['input', 'reportingRuleId'],
    'Không có chế độ báo cáo này. Hãy chọn một chế độ trong reportingRules.',
    'There is no such rule. Choose one of reportingRules.',
  );
}
