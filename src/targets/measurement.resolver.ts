import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { acceptMeasurement } from './accept-measurement';
import { correctMeasurement } from './correct-measurement';
import { Measurement } from './measurement.entity';
import { AcceptMeasurementInput, CorrectMeasurementInput, RecordMeasurementInput } from './measurement.inputs';
import { authoriseRecording, recordMeasurement } from './record-measurement';
import { authoriseJudging } from './lock-measurement';

/** Payload of `recordMeasurement`. */
@ObjectType({ description: says('Kết quả ghi số liệu.', 'What recording a measurement gives.') })
export class RecordMeasurementPayload extends Payload {
  measurementId?: string;

  @DerivedRelation(() => Measurement, 'measurementId')
  @Field(() => Measurement, { nullable: true, description: says('Số liệu vừa ghi.', 'The measurement.') })
  measurement?: Measurement | null;
}

/** Payload of `acceptMeasurement`. */
@ObjectType({ description: says('Kết quả chấp nhận số liệu.', 'What accepting a measurement gives.') })
export class AcceptMeasurementPayload extends Payload {
  measurementId?: string;

  @DerivedRelation(() => Measurement, 'measurementId')
  @Field(() => Measurement, { nullable: true, description: says('Số liệu.', 'The measurement.') })
  measurement?: Measurement | null;
}

/** Payload of `correctMeasurement`. */
@ObjectType({ description: says('Kết quả đính chính số liệu.', 'What correcting a measurement gives.') })
export class CorrectMeasurementPayload extends Payload {
  measurementId?: string;

  @DerivedRelation(() => Measurement, 'measurementId')
  @Field(() => Measurement, { nullable: true, description: says('Số liệu đính chính.', 'The correction.') })
  measurement?: Measurement | null;
}

/** Mutations of measurements. */
@Resolver()
export class MeasurementResolver {
  @Mutation(() => RecordMeasurementPayload, {
    description: says(
      'Ghi số liệu của một chỉ số; do cơ quan thường trực ghi thì được chấp nhận ngay, do đơn vị ghi thì chờ chấp nhận.',
      'Records a measured value; by the secretariat it is accepted at once, by a unit it waits to be.',
    ),
  })
  recordMeasurement(
    @Ctx() context: OperationContext,
    @Arg('input', () => RecordMeasurementInput) input: RecordMeasurementInput,
  ): Promise<RecordMeasurementPayload> {
    return runCommand(context, 'recordMeasurement', input, recordMeasurement, authoriseRecording);
  }

  @Mutation(() => AcceptMeasurementPayload, {
    description: says('Chấp nhận số liệu do đơn vị cung cấp.', 'Accepts a measurement that a unit gave.'),
  })
  acceptMeasurement(
    @Ctx() context: OperationContext,
    @Arg('input', () => AcceptMeasurementInput) input: AcceptMeasurementInput,
  ): Promise<AcceptMeasurementPayload> {
    return runCommand(context, 'acceptMeasurement', input, acceptMeasurement);
  }

  @Mutation(() => CorrectMeasurementPayload, {
    description: says(
      'Đính chính số liệu đã chấp nhận; số cũ được giữ cùng ngày và lý do.',
      'Corrects an accepted measurement; the old value is kept, with date and reason.',
    ),
  })
  correctMeasurement(
    @Ctx() context: OperationContext,
    @Arg('input', () => CorrectMeasurementInput) input: CorrectMeasurementInput,
  ): Promise<CorrectMeasurementPayload> {
    return runCommand(context, 'correctMeasurement', input, correctMeasurement, authoriseJudging);
  }
}
