import { Field, InputType } from 'type-graphql';
import type { Command } from '../../platform/commands/command';
import { defineCommand } from '../../platform/commands/declared-command';
import { IdempotencyKeyField, IdsField } from '../../platform/commands/input-fields';
import { IsName, IsText } from '../../platform/commands/input-rules';
import type { CalendarDate } from '../../platform/lib/calendar-date';
import { DomainError, refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { DateScalar } from '../../platform/lib/scalars';
import { isBlank } from '../../platform/lib/text-forms';
import { AdjustmentDecision } from './adjustment-decision.type';
import type { AdjustmentRequest } from './adjustment-request.entity';
import { canDecide } from './adjustment.policy';
import { AdjustmentState } from './adjustment.state';
import { assertDecisionDate, type Decision, decideFor } from './decide-for';
import { refuseFor } from './refuse-for';
import { lockForAction } from './lock-request';

/** Input of `decideAdjustments`. */
@InputType({
  description: says(
    'Nhiều đề xuất được quyết định theo một văn bản.',
    'Which appraised requests one paper decides on, and how.',
  ),
})
class DecideAdjustmentsInput {
  @IdsField(says('Mã định danh (id) của 1 đến 100 đề xuất.', 'Ids of 1 to 100 requests.'), { max: 100, required: true })
  adjustmentRequestIds!: string[];

  @Field(() => Boolean, {
    defaultValue: true,
    description: says(
      'Phê duyệt (mặc định) hay không phê duyệt.',
      'Whether they are approved (the default) or refused.',
    ),
  })
  isApproved!: boolean;

  @IsName({ max: 100, required: true })
  @Field(() => String, { description: says('Số của văn bản quyết định.', 'Number of the deciding paper.') })
  number!: string;

  @Field(() => DateScalar, {
    description: says('Ngày trên văn bản, không sau hôm nay.', 'Date on the deciding paper, not after today.'),
  })
  date!: string;

  @IsText({ max: 2_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Ghi chú; phải có nếu không phê duyệt.', 'A note; needed where they are refused.'),
  })
  note?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Decides on several appraised requests by one paper: each on its own, so that one that cannot be applied holds up no other. */
export const decideAdjustments = defineCommand({
  name: 'decideAdjustments',
  description: says(
    'Ghi nhận quyết định về nhiều đề xuất đã thẩm định theo một văn bản (số, ngày); mỗi đề xuất có kết quả riêng.',
    'Records what one paper decides on several appraised requests; each has a result of its own.',
  ),
  input: DecideAdjustmentsInput,
  returns: {},
  values: {
    results: {
      type: AdjustmentDecision,
      isList: true as const,
      description: says(
        'Kết quả từng đề xuất, theo thứ tự đã gửi; trống khi cả lệnh bị từ chối.',
        'What became of each, in the order of the input; null when all of it was refused.',
      ),
    },
  },
  rights({ actor }) {
    if (canDecide(actor)) return;
    throw refuse(
      'FORBIDDEN',
      ['input', 'adjustmentRequestIds'],
      'Quyết định của các cấp do cơ quan thường trực hoặc Trưởng Ban Chỉ đạo ghi nhận.',
      'What the levels decide is recorded by the secretariat or the committee’s head.',
    );
  },
  async run(command, input) {
    assertPaper(input, command.today);
    const results: AdjustmentDecision[] = [];
    for (const [index, id] of input.adjustmentRequestIds.entries()) {
      results.push(await decideOne(command, input, id, ['input', 'adjustmentRequestIds', String(index)]));
    }
    return { results };
  },
});

function assertPaper({ date, note, isApproved }: DecideAdjustmentsInput, today: CalendarDate): void {
  assertDecisionDate(date, today);
  if (isApproved || !isBlank(note)) return;
  throw refuse(
    'INVALID',
    ['input', 'note'],
    'Không phê duyệt thì phải nêu lý do.',
    'Where requests are refused, say why.',
  );
}

/** One of the requests; what cannot be decided leaves nothing behind, neither rows nor events. */
async function decideOne(
  command: Command,
  { isApproved, number, date, note }: DecideAdjustmentsInput,
  globalId: string,
  path: readonly string[],
): Promise<AdjustmentDecision> {
  const events: Parameters<Command['append']>[0][] = [];
  const inner: Command = { ...command, append: (event) => void events.push(event) };
  await command.tx.query('savepoint decision');
  try {
    const request = await lockForAction(inner, globalId, isApproved ? 'approve' : 'refuse', path);
    if (isApproved) await approveAppraised(inner, request, path, { note, number, date });
    else await refuseFor(inner, request, note!.trim(), { number, date });
    await command.tx.query('release savepoint decision');
    for (const event of events) command.append(event);
    return Object.assign(new AdjustmentDecision(), { adjustmentRequestId: request.id, refusals: [] });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await command.tx.query('rollback to savepoint decision');
    const { adjustmentRequestId } = { adjustmentRequestId: null, ...error.current } as {
      adjustmentRequestId: string | null;
    };
    return Object.assign(new AdjustmentDecision(), { adjustmentRequestId, refusals: error.refusals });
  }
}

/** By a paper only what is appraised is decided; the unit's own step is another one. */
async function approveAppraised(
  command: Command,
  request: AdjustmentRequest,
  path: readonly string[],
  decision: Decision,
): Promise<void> {
  if (request.state === AdjustmentState.APPROVED) return decideFor(command, request, decision);
  throw new DomainError(
    [
      {
        code: 'CONFLICT',
        path,
        message: {
          vi: 'Đề xuất chưa được đơn vị duyệt và thẩm định. Hãy thẩm định trước (appraiseAdjustment).',
          en: 'The request is not approved by its unit and appraised yet. Have it appraised first (appraiseAdjustment).',
        },
      },
    ],
    { adjustmentRequestId: request.id },
  );
}
