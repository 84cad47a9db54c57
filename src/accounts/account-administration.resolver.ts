import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { noticeOf, type ShownOnce } from '../platform/graphql/shown-once';
import { Payload } from '../platform/graphql/user-error';
import type { Language } from '../platform/lib/localised';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { Account } from './account.entity';
import {
  CreateAccountInput,
  DisableAccountInput,
  EnableAccountInput,
  GrantRoleInput,
  ResetPasswordInput,
  RevokeRoleInput,
} from './account.inputs';
import { authoriseOpening, createAccount } from './create-account';
import { disableAccount } from './disable-account';
import { enableAccount } from './enable-account';
import { grantRole } from './grant-role';
import { resetPassword } from './reset-password';
import { revokeRole } from './revoke-role';

/** Payload of `createAccount`. */
@ObjectType({ description: says('Kết quả mở tài khoản.', 'What opening an account gives.') })
export class CreateAccountPayload extends Payload {
  accountId?: string;

  @DerivedRelation(() => Account, 'accountId')
  @Field(() => Account, { nullable: true, description: says('Tài khoản.', 'The account.') })
  account?: Account | null;

  @Field(() => String, {
    nullable: true,
    description: says('Mật khẩu, chỉ hiện một lần.', 'Password, shown once.'),
  })
  password?: string | null;

  @Field(() => String, {
    nullable: true,
    description: says(
      'Lời nhắc về mật khẩu: vì sao chỉ hiện một lần, làm gì nếu mất; trống khi bị từ chối.',
      'What to know of the password: that it is shown once, and what to do when it is lost; empty when refused.',
    ),
  })
  notice?: string | null;
}

/** Payload of `resetPassword`. */
@ObjectType({ description: says('Kết quả đặt lại mật khẩu.', 'What a new password gives.') })
export class ResetPasswordPayload extends Payload {
  accountId?: string;

  @DerivedRelation(() => Account, 'accountId')
  @Field(() => Account, { nullable: true, description: says('Tài khoản.', 'The account.') })
  account?: Account | null;

  @Field(() => String, {
    nullable: true,
    description: says('Mật khẩu, chỉ hiện một lần.', 'Password, shown once.'),
  })
  password?: string | null;

  @Field(() => String, {
    nullable: true,
    description: says(
      'Lời nhắc về mật khẩu: vì sao chỉ hiện một lần, làm gì nếu mất; trống khi bị từ chối.',
      'What to know of the password: that it is shown once, and what to do when it is lost; empty when refused.',
    ),
  })
  notice?: string | null;
}

/** What is said of a password. */
const PASSWORD: ShownOnce = {
  now: {
    vi: 'Mật khẩu chỉ hiện lần này, không lưu ở đâu. Hãy trao tận tay cho người dùng; nếu mất, hãy đặt lại (resetPassword).',
    en: 'The password is shown this once and kept nowhere. Hand it over in person; if it is lost, make a new one (resetPassword).',
  },
  before: {
    vi: 'Tài khoản đã được mở ở lần gửi trước; mật khẩu chỉ hiện một lần khi đó. Nếu chưa nhận được, hãy đặt lại (resetPassword).',
    en: 'The account was opened by the first request, which showed its password once. If it was lost, make a new one (resetPassword).',
  },
};

function withNotice<Answer extends Pick<CreateAccountPayload, 'password' | 'userErrors'>>(
  payload: Answer,
  language: Language,
): Answer & { notice: string | null } {
  return { ...payload, notice: noticeOf(payload, payload.password, PASSWORD, language) };
}

/** Mutations of accounts and roles. */
@Resolver()
export class AccountAdministrationResolver {
  @Mutation(() => CreateAccountPayload, {
    description: says('Mở tài khoản cho một người, với vai trò đầu tiên.', 'Opens an account with a first role.'),
  })
  async createAccount(
    @Ctx() context: OperationContext,
    @Arg('input', () => CreateAccountInput) input: CreateAccountInput,
  ): Promise<CreateAccountPayload> {
    const payload = await runCommand(context, 'createAccount', input, createAccount, authoriseOpening);
    return withNotice(payload, context.language);
  }

  @Mutation(() => ResetPasswordPayload, {
    description: says(
      'Đặt lại mật khẩu; các phiên của mật khẩu cũ chấm dứt ngay.',
      'Makes a new password; sessions of the old one end at once.',
    ),
  })
  async resetPassword(
    @Ctx() context: OperationContext,
    @Arg('input', () => ResetPasswordInput) input: ResetPasswordInput,
  ): Promise<ResetPasswordPayload> {
    return withNotice(await runCommand(context, 'resetPassword', input, resetPassword), context.language);
  }
}
