import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, Info, InputType, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { DomainError } from '../platform/lib/domain-error';
import { IsName, IsText } from '../platform/commands/input-rules';
import { OperationContext } from '../platform/schema/operation-context';
import { runCommand } from '../platform/commands/run-command';
import { sessionCookie, endedSessionCookie } from '../platform/access/session-cookie';
import { Payload, toUserErrors, UserError } from '../platform/commands/user-error';
import { validateInput } from '../platform/commands/validate-input';
import { todayOf } from '../platform/lib/clock';
import { DateTimeScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { authenticate } from './authenticate';
import { signIn } from './sign-in';
import { signOut } from './sign-out';
import { Viewer } from './viewer.type';

/** Input of `signIn`. */
@InputType({ description: says('Thông tin đăng nhập.', 'What one signs in with.') })
export class SignInInput {
  @IsName({ max: 254, required: true })
  @Field(() => String, { description: says('Thư điện tử.', 'E-mail.') })
  email!: string;

  @IsText({ max: 1_000, required: true })
  @Field(() => String, { description: says('Mật khẩu.', 'Password.') })
  password!: string;
}

/** Payload of `signIn`. */
@ObjectType({ description: says('Kết quả đăng nhập.', 'What signing in gives.') })
export class SignInPayload {
  @Field(() => String, {
    nullable: true,
    description: says('Mã truy cập, chỉ hiện một lần.', 'Access token, shown once.'),
  })
  token!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: says('Thời điểm hết hạn (giờ thật).', 'When it expires (real time).'),
  })
  expiresAt!: Date | null;

  @Field(() => [UserError], {
    description: says('Các điểm bị từ chối; rỗng là thành công.', 'Refused points; empty means done.'),
  })
  userErrors!: UserError[];
}

/** Payload of `signOut`. */
@ObjectType({ description: says('Kết quả đăng xuất.', 'What signing out gives.') })
export class SignOutPayload extends Payload {}

/** Who has just signed in. */
@Resolver(() => SignInPayload)
export class SignInPayloadFields {
  @FieldResolver(() => Viewer, {
    nullable: true,
    description: says('Người vừa đăng nhập.', 'Who is signed in now.'),
  })
  viewer(
    @Root() payload: SignInPayload,
    @Ctx() context: OperationContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> | null {
    return payload.token === null ? null : context.readSingle('viewer', info);
  }
}

/** Signing in and out. */
@Resolver()
export class AccountsResolver {
  @Mutation(() => SignInPayload, {
    description: says(
      'Đăng nhập. Trên trang web, phiên còn được giữ bằng cookie.',
      'Signs in. For pages, the session is kept in a cookie too.',
    ),
  })
  async signIn(
    @Ctx() context: OperationContext,
    @Arg('input', () => SignInInput) input: SignInInput,
  ): Promise<SignInPayload> {
    try {
      await validateInput(input);
      const { database, clock, config } = context.services;
      const { token, expiresAt } = await signIn(database, context.origin.address, input);
      const who = await authenticate(database, token, todayOf(clock));
      context.cookies.push(sessionCookie(token, expiresAt, config));
      if (who.is === 'valid') context.become(who.actor);
      return { token, expiresAt, userErrors: [] };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.retryAfter !== undefined) context.retryAfter = error.retryAfter;
      return { token: null, expiresAt: null, userErrors: toUserErrors(error, context.language) };
    }
  }

  @Mutation(() => SignOutPayload, {
    description: says('Đăng xuất: kết thúc mã truy cập đang dùng.', 'Signs out: ends the token that was used.'),
  })
  async signOut(@Ctx() context: OperationContext): Promise<SignOutPayload> {
    const payload = await runCommand(context, 'signOut', {}, signOut);
    context.cookies.push(endedSessionCookie(context.services.config));
    return payload;
  }
}
