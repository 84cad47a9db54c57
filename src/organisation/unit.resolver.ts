import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { authoriseCreation, createUnit } from './create-unit';
import { authoriseEnd, endUnit } from './end-unit';
import { authoriseMerger, mergeUnits } from './merge-units';
import { authoriseMove, moveUnit } from './move-unit';
import { Unit } from './unit.entity';
import { CreateUnitInput, EndUnitInput, MergeUnitsInput, MoveUnitInput } from './unit.inputs';

/** Payload of `createUnit`. */
@ObjectType({ description: says('Kết quả lập đơn vị.', 'What adding a unit gives.') })
export class CreateUnitPayload extends Payload {
  unitId?: string;

  @DerivedRelation(() => Unit, 'unitId')
  @Field(() => Unit, { nullable: true, description: says('Đơn vị.', 'The unit.') })
  unit?: Unit | null;
}

/** Payload of `moveUnit`. */
@ObjectType({ description: says('Kết quả chuyển đơn vị.', 'What moving a unit gives.') })
export class MoveUnitPayload extends Payload {
  unitId?: string;

  @DerivedRelation(() => Unit, 'unitId')
  @Field(() => Unit, { nullable: true, description: says('Đơn vị.', 'The unit.') })
  unit?: Unit | null;
}

/** Payload of `endUnit`. */
@ObjectType({ description: says('Kết quả kết thúc đơn vị.', 'What ending a unit gives.') })
export class EndUnitPayload extends Payload {
  unitId?: string;

  @DerivedRelation(() => Unit, 'unitId')
  @Field(() => Unit, { nullable: true, description: says('Đơn vị đã kết thúc.', 'The unit that ends.') })
  unit?: Unit | null;
}

/** Payload of `mergeUnits`. */
@ObjectType({ description: says('Kết quả sáp nhập.', 'What merging units gives.') })
export class MergeUnitsPayload extends Payload {
  unitId?: string;

  @DerivedRelation(() => Unit, 'unitId')
  @Field(() => Unit, { nullable: true, description: says('Đơn vị kế thừa.', 'The successor.') })
  unit?: Unit | null;
}

/** Mutations of the city’s structure. */
@Resolver()
export class UnitResolver {
  @Mutation(() => CreateUnitPayload, {
    description: says('Lập một đơn vị.', 'Adds a unit.'),
  })
  createUnit(
    @Ctx() context: OperationContext,
    @Arg('input', () => CreateUnitInput) input: CreateUnitInput,
  ): Promise<CreateUnitPayload> {
    return runCommand(context, 'createUnit', input, createUnit, authoriseCreation);
  }

  @Mutation(() => MoveUnitPayload, {
    description: says('Chuyển một đơn vị sang cấp trên khác.', 'Places a unit under another one.'),
  })
  moveUnit(
    @Ctx() context: OperationContext,
    @Arg('input', () => MoveUnitInput) input: MoveUnitInput,
  ): Promise<MoveUnitPayload> {
    return runCommand(context, 'moveUnit', input, moveUnit, authoriseMove);
  }

  @Mutation(() => EndUnitPayload, {
    description: says(
      'Kết thúc một đơn vị; công việc và quyền hạn chuyển cho đơn vị kế thừa theo phần đã nêu.',
      'Ends a unit; its work and the roles for it go over to its successors by their shares.',
    ),
  })
  endUnit(
    @Ctx() context: OperationContext,
    @Arg('input', () => EndUnitInput) input: EndUnitInput,
  ): Promise<EndUnitPayload> {
    return runCommand(context, 'endUnit', input, endUnit, authoriseEnd);
  }

  @Mutation(() => MergeUnitsPayload, {
    description: says(
      'Sáp nhập các đơn vị vào một đơn vị từ ngày hôm sau ngày cuối.',
      'Merges units into one, from the day after their last one.',
    ),
  })
  mergeUnits(
    @Ctx() context: OperationContext,
    @Arg('input', () => MergeUnitsInput) input: MergeUnitsInput,
  ): Promise<MergeUnitsPayload> {
    return runCommand(context, 'mergeUnits', input, mergeUnits, authoriseMerger);
  }
}
