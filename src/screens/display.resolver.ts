import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { createDisplay } from './create-display';
import { Display } from './display.entity';
import { CreateDisplayInput, RevokeDisplayInput } from './display.inputs';
import { makeOpeningLink } from './make-opening-link';
import { revokeDisplay } from './revoke-display';

/** Payload of `createDisplay`. */
@ObjectType({ description: says('Kết quả tạo màn hình.', 'What making a screen gives.') })
export class CreateDisplayPayload extends Payload {
  displayId?: string;

  @DerivedRelation(() => Display, 'displayId')
  @Field(() => Display, { nullable: true, description: says('Màn hình.', 'The screen.') })
  display?: Display | null;

  @Field(() => String, {
    nullable: true,
    description: says('Đường dẫn mở màn hình, chỉ hiện một lần.', 'Path that opens the screen, shown once.'),
  })
  link?: string | null;
}

/** Payload of `revokeDisplay`. */
@ObjectType({ description: says('Kết quả thu hồi màn hình.', 'What revoking a screen gives.') })
export class RevokeDisplayPayload extends Payload {
  displayId?: string;

  @DerivedRelation(() => Display, 'displayId')
  @Field(() => Display, { nullable: true, description: says('Màn hình.', 'The screen.') })
  display?: Display | null;
}

/** Mutations of screens. */
@Resolver()
export class DisplayResolver {
  @Mutation(() => CreateDisplayPayload, {
    description: says('Tạo màn hình cho một phòng họp.', 'Makes a screen for a meeting room.'),
  })
  async createDisplay(
    @Ctx() context: OperationContext,
    @Arg('input', () => CreateDisplayInput) input: CreateDisplayInput,
  ): Promise<CreateDisplayPayload> {
    const payload = await runCommand(context, 'createDisplay', input, createDisplay);
    if (payload.userErrors.length > 0 || payload.displayId === undefined) return payload;
    return { ...payload, link: await makeOpeningLink(context.services.database, payload.displayId) };
  }

  @Mutation(() => RevokeDisplayPayload, { description: says('Thu hồi một màn hình.', 'Revokes a screen.') })
  revokeDisplay(
    @Ctx() context: OperationContext,
    @Arg('input', () => RevokeDisplayInput) input: RevokeDisplayInput,
  ): Promise<RevokeDisplayPayload> {
    return runCommand(context, 'revokeDisplay', input, revokeDisplay);
  }
}
