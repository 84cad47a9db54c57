import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { Measurement } from './measurement.entity';
import { recordMeasurement } from './record-measurement';
import { RecordMeasurementInput } from './record-measurement.inputs';

/** Payload of `recordMeasurement`. */
@ObjectType({ description: says('Kết quả ghi số liệu.', 'What recording a measurement gives.') })
export class RecordMeasurementPayload extends Payload {
  measurementId?: string;

  @DerivedRelation(() => Measurement, 'measurementId')
  @Field(() => Measurement, { nullable: true, description: says('Số liệu vừa ghi.', 'The measurement.') })
  measurement?: Measurement | null;
}

/** Mutations of measurements. */
@Resolver()
export class RecordMeasurementResolver {
  @Mutation(() => RecordMeasurementPayload, {
    description: says(
      'Ghi số liệu của một chỉ số; do cơ quan thường trực ghi thì được chấp nhận ngay.',
      'Records a measured value; by the secretariat it is accepted at once.',
    ),
  })
  recordMeasurement(
    @Ctx() context: OperationContext,
    @Arg('input', () => RecordMeasurementInput) input: RecordMeasurementInput,
  ): Promise<RecordMeasurementPayload> {
    return runCommand(context, 'recordMeasurement', input, recordMeasurement);
  }
}
