import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { addViewpoint, authoriseViewpoint } from './add-viewpoint';
import { Viewpoint } from './viewpoint.entity';
import { AddViewpointInput } from './viewpoint.inputs';

/** Payload of `addViewpoint`. */
@ObjectType({ description: says('Kết quả thêm quan điểm.', 'What adding a viewpoint gives.') })
export class AddViewpointPayload extends Payload {
  viewpointId?: string;

  @DerivedRelation(() => Viewpoint, 'viewpointId')
  @Field(() => Viewpoint, { nullable: true, description: says('Quan điểm.', 'The viewpoint.') })
  viewpoint?: Viewpoint | null;
}

/** Mutations on viewpoints. */
@Resolver()
export class ViewpointResolver {
  @Mutation(() => AddViewpointPayload, {
    description: says(
      'Thêm một quan điểm của chương trình, kèm nguồn.',
      'Adds a viewpoint of a programme, with its source.',
    ),
  })
  addViewpoint(
    @Ctx() context: OperationContext,
    @Arg('input', () => AddViewpointInput) input: AddViewpointInput,
  ): Promise<AddViewpointPayload> {
    return runCommand(context, 'addViewpoint', input, addViewpoint, authoriseViewpoint);
  }
}
