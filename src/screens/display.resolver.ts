import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { noticeOf, type ShownOnce } from '../platform/graphql/shown-once';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { authoriseDisplay, createDisplay } from './create-display';
import { Display } from './display.entity';
import { CreateDisplayInput, RevokeDisplayInput } from './display.inputs';
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

  @Field(() => String, {
    nullable: true,
    description: says(
      'Lời nhắc về đường dẫn: vì sao chỉ hiện một lần, làm gì nếu mất; trống khi bị từ chối.',
      'What to know of the link: that it is shown once, and what to do when it is lost; empty when refused.',
    ),
  })
  notice?: string | null;
}

/** What is said of a link. */
const LINK: ShownOnce = {
  now: {
    vi: 'Đường dẫn chỉ hiện lần này, không lưu ở đâu. Hãy mở trên màn hình của phòng; nếu mất, hãy thu hồi màn hình (revokeDisplay) rồi tạo lại.',
    en: 'The link is shown this once and kept nowhere. Open it on the room’s screen; if it is lost, revoke the screen (revokeDisplay) and make it again.',
  },
  before: {
    vi: 'Màn hình đã được tạo ở lần gửi trước; đường dẫn chỉ hiện một lần khi đó. Nếu chưa mở được, hãy thu hồi màn hình này (revokeDisplay) rồi tạo lại.',
    en: 'The screen was made by the first request, which showed its link once. If it was lost, revoke this screen (revokeDisplay) and make it again.',
  },
};

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
    const payload: CreateDisplayPayload = await runCommand(
      context,
      'createDisplay',
      input,
      createDisplay,
      authoriseDisplay,
    );
    return { ...payload, notice: noticeOf(payload, payload.link, LINK, context.language) };
  }
}
