import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { addTarget } from './add-target';
import { assessTarget } from './assess-target';
import { correctTarget } from './correct-target';
import { setTrajectory } from './set-trajectory';
import { Target } from './target.entity';
import { AddTargetInput, AssessTargetInput, CorrectTargetInput, SetTrajectoryInput } from './target.inputs';
import { authoriseKeeping } from './lock-target';

/** Payload of `addTarget`. */
@ObjectType({ description: says('Kết quả ghi chỉ tiêu.', 'What entering a target gives.') })
export class AddTargetPayload extends Payload {
  targetId?: string;

  @DerivedRelation(() => Target, 'targetId')
  @Field(() => Target, { nullable: true, description: says('Chỉ tiêu.', 'The target.') })
  target?: Target | null;
}

/** Payload of `correctTarget`. */
@ObjectType({ description: says('Kết quả đính chính chỉ tiêu.', 'What correcting a target gives.') })
export class CorrectTargetPayload extends Payload {
  targetId?: string;

  @DerivedRelation(() => Target, 'targetId')
  @Field(() => Target, { nullable: true, description: says('Chỉ tiêu.', 'The target.') })
  target?: Target | null;
}

/** Payload of `setTrajectory`. */
@ObjectType({ description: says('Kết quả đặt lộ trình.', 'What setting a trajectory gives.') })
export class SetTrajectoryPayload extends Payload {
  targetId?: string;

  @DerivedRelation(() => Target, 'targetId')
  @Field(() => Target, { nullable: true, description: says('Chỉ tiêu.', 'The target.') })
  target?: Target | null;
}

/** Payload of `assessTarget`. */
@ObjectType({ description: says('Kết quả đánh giá chỉ tiêu.', 'What assessing a target gives.') })
export class AssessTargetPayload extends Payload {
  targetId?: string;

  @DerivedRelation(() => Target, 'targetId')
  @Field(() => Target, { nullable: true, description: says('Chỉ tiêu.', 'The target.') })
  target?: Target | null;
}

/** Mutations of targets. */
@Resolver()
export class TargetResolver {
  @Mutation(() => AddTargetPayload, {
    description: says(
      'Ghi một chỉ tiêu của một chương trình, kèm nguồn.',
      'Enters a target of a programme, with its source.',
    ),
  })
  addTarget(
    @Ctx() context: OperationContext,
    @Arg('input', () => AddTargetInput) input: AddTargetInput,
  ): Promise<AddTargetPayload> {
    return runCommand(context, 'addTarget', input, addTarget, authoriseKeeping('programmeCode'));
  }

  @Mutation(() => CorrectTargetPayload, {
    description: says(
      'Đính chính một chỉ tiêu đã ghi sai; nội dung cũ được giữ cùng lý do.',
      'Corrects a target that was entered wrongly; what stood before is kept, with the reason.',
    ),
  })
  correctTarget(
    @Ctx() context: OperationContext,
    @Arg('input', () => CorrectTargetInput) input: CorrectTargetInput,
  ): Promise<CorrectTargetPayload> {
    return runCommand(context, 'correctTarget', input, correctTarget, authoriseKeeping('targetId'));
  }

  @Mutation(() => SetTrajectoryPayload, {
    description: says('Đặt lộ trình của một chỉ tiêu theo kỳ.', 'Sets a target’s trajectory, period by period.'),
  })
  setTrajectory(
    @Ctx() context: OperationContext,
    @Arg('input', () => SetTrajectoryInput) input: SetTrajectoryInput,
  ): Promise<SetTrajectoryPayload> {
    return runCommand(context, 'setTrajectory', input, setTrajectory, authoriseKeeping('targetId'));
  }

  @Mutation(() => AssessTargetPayload, {
    description: says(
      'Cơ quan thường trực đánh giá một thứ hạng hoặc chỉ tiêu định tính.',
      'The secretariat assesses a rank or a qualitative target.',
    ),
  })
  assessTarget(
    @Ctx() context: OperationContext,
    @Arg('input', () => AssessTargetInput) input: AssessTargetInput,
  ): Promise<AssessTargetPayload> {
    return runCommand(context, 'assessTarget', input, assessTarget, authoriseKeeping('targetId'));
  }
}
