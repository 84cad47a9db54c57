import { Field, InputType } from 'type-graphql';
import type { Actor } from '../../platform/access/actor';
import { defineCommand } from '../../platform/commands/declared-command';
import { IdempotencyKeyField } from '../../platform/commands/input-fields';
import { IsText } from '../../platform/commands/input-rules';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { DateScalar } from '../../platform/lib/scalars';
import { ServiceOutage } from './service-outage.entity';
import { serviceOutageEvent } from './service-outage.events';
import { canKeepOutages } from './service-outage.policy';
import { assertNotRecorded, assertOutageDays } from './service-outage.rules';

/** Input of `recordServiceOutage`. */
@InputType({
  description: says('Những ngày hệ thống gián đoạn và lý do.', 'On which days the system could not be used, and why.'),
})
class RecordServiceOutageInput {
  @Field(() => DateScalar, { description: says('Ngày đầu tiên bị gián đoạn.', 'First day of it.') })
  startsOn!: string;

  @Field(() => DateScalar, {
    description: says(
      'Ngày cuối cùng bị gián đoạn, không sau hôm nay; một ngày thì trùng ngày đầu.',
      'Last day of it, not after today; of a single day the same as the first.',
    ),
  })
  endsOn!: string;

  @IsText({ max: 1_000, required: true })
  @Field(() => String, {
    description: says('Vì sao gián đoạn, tối đa 1.000 ký tự.', 'What happened, at most 1,000 characters.'),
  })
  reason!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** An administrator records days on which units could not report: what was due on them counts as due later. */
export const recordServiceOutage = defineCommand({
  name: 'recordServiceOutage',
  description: says(
    'Ghi nhận những ngày hệ thống gián đoạn, kèm lý do: hạn nộp rơi vào đó được lùi khi tính đúng hạn; dành cho quản trị viên.',
    'Records days on which the system could not be used, with the reason: what was due on them counts as due later; for administrators.',
  ),
  input: RecordServiceOutageInput,
  returns: { serviceOutage: ServiceOutage },
  rights: ({ actor }) => assertKeepsOutages(actor),
  async run({ tx, actor, today, append }, { startsOn, endsOn, reason }) {
    assertOutageDays({ startsOn, endsOn }, today);
    // of two who record days at once, the second judges by what the first has written
    await tx.query(`lock table service_outage in share row exclusive mode`);
    assertNotRecorded({ startsOn, endsOn }, await tx.manager.find(ServiceOutage));
    const outage = await tx.manager.save(ServiceOutage, {
      startsOn,
      endsOn,
      reason: reason.trim(),
      recordedById: actor.accountId,
      recordedOn: today,
      isSample: false,
    });
    append(serviceOutageEvent('SERVICE_OUTAGE_RECORDED', outage, { reason: outage.reason }));
    return { serviceOutageId: outage.id };
  },
});

/** Refuses who does not run the system. */
export function assertKeepsOutages(actor: Actor): void {
  if (canKeepOutages(actor)) return;
  throw refuse(
    'FORBIDDEN',
    ['input'],
    'Chỉ quản trị viên ghi và gỡ những ngày hệ thống gián đoạn. Hãy đề nghị quản trị viên.',
    'Only administrators record outages and remove them. Ask an administrator.',
  );
}
