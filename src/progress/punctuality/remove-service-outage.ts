import { Field, InputType } from 'type-graphql';
import { defineCommand } from '../../platform/commands/declared-command';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { IsText } from '../../platform/commands/input-rules';
import { lockRow } from '../../platform/commands/rows';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { assertKeepsOutages } from './record-service-outage';
import { ServiceOutage } from './service-outage.entity';
import { serviceOutageEvent } from './service-outage.events';

/** Input of `removeServiceOutage`. */
@InputType({ description: says('Gỡ một đợt gián đoạn ghi nhầm.', 'Which outage was recorded by mistake, and why.') })
class RemoveServiceOutageInput {
  @IdField(says('Mã định danh (id) của đợt gián đoạn.', 'Id of the outage.'))
  serviceOutageId!: string;

  @IsText({ max: 1_000, required: true })
  @Field(() => String, {
    description: says('Vì sao gỡ, tối đa 1.000 ký tự.', 'Why it goes, at most 1,000 characters.'),
  })
  reason!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** An administrator removes an outage that was recorded by mistake; the log and the history keep it. */
export const removeServiceOutage = defineCommand({
  name: 'removeServiceOutage',
  description: says(
    'Gỡ một đợt gián đoạn ghi nhầm, kèm lý do; muốn sửa ngày thì gỡ rồi ghi lại. Dành cho quản trị viên.',
    'Removes an outage that was recorded by mistake, with the reason; to change its days, record it anew after that. For administrators.',
  ),
  input: RemoveServiceOutageInput,
  returns: {},
  rights: ({ actor }) => assertKeepsOutages(actor),
  async run({ tx, append }, input) {
    const outage = await lockRow(tx.manager, ServiceOutage, input.serviceOutageId);
    if (outage === null) {
      throw refuse(
        'NOT_FOUND',
        ['input', 'serviceOutageId'],
        'Không có đợt gián đoạn này. Hãy kiểm tra lại mã định danh.',
        'There is no such outage. Check the id.',
      );
    }
    append(serviceOutageEvent('SERVICE_OUTAGE_REMOVED', outage, { reason: input.reason.trim() }));
    await tx.manager.remove(outage);
    return {};
  },
});
