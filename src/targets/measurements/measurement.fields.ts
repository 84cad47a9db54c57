import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { says } from '../../platform/lib/says';
import { OperationContext } from '../../platform/schema/operation-context';
import { rightsOnMeasurement } from '../targets.policy';
import { Measurement } from './measurement.entity';
import type { MeasurementAction } from './measurement.rules';

/** What the viewer may do with a measurement. */
@ObjectType({ description: says('Việc người xem được làm với số liệu.', 'What the viewer may do with a measurement.') })
class MeasurementRights implements Readonly<Record<MeasurementAction, boolean>> {
  @Field(() => Boolean, {
    description: says(
      'Người xem có được chấp nhận không; không bao giờ với số liệu của chính mình.',
      'Whether the viewer may accept it; never one of one’s own.',
    ),
  })
  accept!: boolean;

  @Field(() => Boolean, {
    description: says(
      'Người xem có được đính chính không; chỉ với số liệu đã chấp nhận.',
      'Whether the viewer may correct it; accepted ones only.',
    ),
  })
  correct!: boolean;

  @Field(() => Boolean, {
    description: says(
      'Người xem có được trả lại đơn vị không; không bao giờ với số liệu của chính mình.',
      'Whether the viewer may send it back to its unit; never one of one’s own.',
    ),
  })
  return!: boolean;
}

/** Fields of measurements that are computed in code. */
@Resolver(() => Measurement)
export class MeasurementFields {
  @FieldResolver(() => MeasurementRights, {
    description: says(
      'Những thao tác người xem được làm lúc này, theo vai trò và trạng thái; dùng để hiện hoặc ẩn nút.',
      'Which actions are open to who asks, by roles and state, at this moment; for showing or hiding buttons.',
    ),
  })
  viewerCan(@Root() measurement: Measurement, @Ctx() context: OperationContext): MeasurementRights {
    return rightsOnMeasurement(context.actor, measurement);
  }
}
