import { Field, InputType } from 'type-graphql';
import { defineCommand } from '../../../platform/commands/declared-command';
import { IdempotencyKeyField, IdField } from '../../../platform/commands/input-fields';
import { IsText } from '../../../platform/commands/input-rules';
import type { Transaction } from '../../../platform/database/transaction';
import { refuse } from '../../../platform/lib/domain-error';
import { says } from '../../../platform/lib/says';
import { WorkItem, lockItem } from '../../../work/public';
import { assertMayKeepReporting } from '../assert-may-keep-reporting';
import { isEverCycleOfItemSql, isReportedSql } from '../cycle-of-item.sql';
import type { ReportingCycle } from '../reporting-cycle.entity';
import { reportingEvent } from '../reporting.events';
import { getCycle } from './get-cycle';
import { ReportWaiver } from './report-waiver.entity';

@InputType({
  description: says(
    'Miễn báo cáo của một đầu việc trong một kỳ, kèm lý do.',
    'On which item no report is expected for which round, and why.',
  ),
})
class WaiveReportInput {
  @IdField(says('Mã định danh (id) của đầu việc.', 'Id of the work item.'), { found: 'workItem' })
  workItemId!: string;

  @IdField(says('Mã định danh (id) của kỳ báo cáo.', 'Id of the round.'))
  reportingCycleId!: string;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, {
    description: says('Vì sao được miễn, tối đa 2.000 ký tự.', 'Why none is expected, at most 2,000 characters.'),
  })
  reason!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** The secretariat expects no report on an item for a cycle: none is owed, none counts as missing, none is taken. */
export const waiveReport = defineCommand({
  name: 'waiveReport',
  description: says(
    'Miễn báo cáo của một đầu việc trong một kỳ: không phải nộp, không tính là thiếu.',
    'Waives the report on an item for a round: none is owed, and none counts as missing.',
  ),
  input: WaiveReportInput,
  returns: { reportWaiver: ReportWaiver },
  rights({ actor }) {
    assertMayKeepReporting(actor);
  },
  async run({ tx, actor, today, append }, input) {
    const { item } = await lockItem(tx.manager, actor, input.workItemId);
    const cycle = await getCycle(tx.manager, input.reportingCycleId);
    await assertOwed(tx, item, cycle);
    // a report that was judged before this commits is judged anew: it goes by the version of the item's row
    await tx.query('update work_item set code = code where id = $1', [item.id]);
    const reason = input.reason.trim();
    const waiver = await tx.manager.save(
      tx.manager.create(ReportWaiver, {
        workItemId: item.id,
        cycleId: cycle.id,
        reason,
        waivedOn: today,
        isSample: item.isSample,
      }),
    );
    append(
      reportingEvent(
        'REPORT_WAIVED',
        { subject: { type: 'ReportWaiver', id: waiver.id }, programmeId: item.programmeId, unitId: item.leadUnitId },
        { workItem: item.code, period: cycle.period, reason },
      ),
    );
    return { reportWaiverId: waiver.id };
  },
});

const same = (name: string): string => name;

const STANDING = `select ${isEverCycleOfItemSql('wi', 'c', same)} as "isOwed", ${isReportedSql('wi', 'c', same)} as "isReported",
  exists (select from report_waiver w where w.work_item_id = wi.id and w.cycle_id = c.id) as "isWaived"
  from work_item wi, reporting_cycle c where wi.id = $1 and c.id = $2`;

async function assertOwed(tx: Transaction, { id, code }: WorkItem, { id: cycleId, period }: ReportingCycle) {
  const [standing] = await tx.query<{ isOwed: boolean; isReported: boolean; isWaived: boolean }>(STANDING, [
    id,
    cycleId,
  ]);
  const path = ['input', 'reportingCycleId'];
  if (!standing!.isOwed) {
    throw refuse(
      'INVALID',
      path,
      `Đầu việc ${code} không phải báo cáo trong kỳ ${period}, nên không có gì để miễn. Hãy chọn một kỳ của đầu việc (expectedReports).`,
      `The item ${code} is not reported on for ${period}: there is nothing to waive. Choose one of its rounds (expectedReports).`,
    );
  }
  if (standing!.isReported) {
    throw refuse(
      'CONFLICT',
      path,
      `Đầu việc ${code} đã có báo cáo kỳ ${period}. Muốn miễn, hãy trả lại báo cáo đang chờ trước.`,
      `A report on ${code} for ${period} has come. To waive it, return the one that waits first.`,
    );
  }
  if (standing!.isWaived) {
    throw refuse(
      'CONFLICT',
      path,
      `Báo cáo kỳ ${period} của đầu việc ${code} đã được miễn. Hãy chọn kỳ khác.`,
      `The report on ${code} for ${period} is waived already. Choose another round.`,
    );
  }
}
