import { Field, InputType } from 'type-graphql';
import type { Role } from '../platform/access/actor';
import { IdempotencyKeyField, IdField } from '../platform/commands/input-fields';
import { IsName, IsText } from '../platform/commands/input-rules';
import { says } from '../platform/lib/says';
import { DateScalar } from '../platform/lib/scalars';
import { RoleEnum } from './role.enum';

const ACCOUNT = says('Mã định danh (id) của tài khoản.', 'Id of the account.');
const ROLE = says('Vai trò.', 'The role.');
const UNIT_OF_ROLE = says(
  'Mã định danh (id) của đơn vị, chỉ với vai trò báo cáo và duyệt.',
  'Id of the unit, for reporters and approvers alone.',
);

/** Input of `createAccount`. */
@InputType({ description: says('Tài khoản mới với vai trò đầu tiên.', 'A new account with its first role.') })
export class CreateAccountInput {
  @IsName({ max: 254, required: true })
  @Field(() => String, {
    description: says('Thư điện tử dùng để đăng nhập.', 'E-mail with which the person signs in.'),
  })
  email!: string;

  @IsName({ max: 200, required: true })
  @Field(() => String, { description: says('Tên hiển thị.', 'Name shown beside what the account did.') })
  displayName!: string;

  @Field(() => RoleEnum, { description: ROLE })
  role!: Role;

  @IdField(
    says(
      'Mã định danh (id) của đơn vị công tác; bắt buộc với vai trò báo cáo và duyệt.',
      'Id of the unit in which the person works; needed for reporters and approvers.',
    ),
    { nullable: true, found: 'unit' },
  )
  unitId?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `grantRole`. */
@InputType({ description: says('Vai trò giao cho một tài khoản.', 'A role to give.') })
export class GrantRoleInput {
  @IdField(ACCOUNT)
  accountId!: string;

  @Field(() => RoleEnum, { description: ROLE })
  role!: Role;

  @IdField(UNIT_OF_ROLE, { nullable: true, found: 'unit' })
  unitId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày đầu tiên có hiệu lực khi ủy quyền; trống là ngay bây giờ. Vai trò tự có hiệu lực vào ngày đó.',
      'First day of a delegation, on which the role begins by itself; left out, it begins now.',
    ),
  })
  validFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày cuối cùng còn hiệu lực khi ủy quyền; trống là đến khi thu hồi. Vai trò tự hết hiệu lực sau ngày đó.',
      'Last day of a delegation, after which the role ends by itself; left out, it lasts until it is taken away.',
    ),
  })
  validTo?: string | null;
}

/** Input of `revokeRole`. */
@InputType({ description: says('Vai trò thu hồi của một tài khoản.', 'A role to take away.') })
export class RevokeRoleInput {
  @IdField(ACCOUNT)
  accountId!: string;

  @Field(() => RoleEnum, { description: ROLE })
  role!: Role;

  @IdField(UNIT_OF_ROLE, { nullable: true, found: 'unit' })
  unitId?: string | null;
}

/** Input of `disableAccount`. */
@InputType({ description: says('Khóa một tài khoản.', 'An account to disable.') })
export class DisableAccountInput {
  @IdField(ACCOUNT)
  accountId!: string;

  @IsText({ max: 1_000, required: true })
  @Field(() => String, { description: says('Lý do, ghi vào nhật ký.', 'Why; it goes into the log.') })
  reason!: string;
}

/** Input of `enableAccount`. */
@InputType({ description: says('Mở lại một tài khoản.', 'An account to enable again.') })
export class EnableAccountInput {
  @IdField(ACCOUNT)
  accountId!: string;
}

/** Input of `resetPassword`. */
@InputType({ description: says('Đặt lại mật khẩu của một tài khoản.', 'An account that gets a new password.') })
export class ResetPasswordInput {
  @IdField(ACCOUNT)
  accountId!: string;
}

/** Input of `changePassword`. There is no key for a retry: nothing of a password is remembered, not even by a hash. */
@InputType({
  description: says(
    'Đổi mật khẩu của chính mình: mật khẩu đang dùng và mật khẩu mới.',
    'The own password, as it is and as it is to be.',
  ),
})
export class ChangePasswordInput {
  @IsText({ max: 1_000, required: true })
  @Field(() => String, {
    description: says(
      'Mật khẩu đang dùng; nhập sai được tính như đăng nhập sai.',
      'The password in use; a wrong one counts as a failed sign-in.',
    ),
  })
  currentPassword!: string;

  @IsText({ max: 1_000, required: true })
  @Field(() => String, {
    description: says(
      'Mật khẩu mới: ít nhất 12 ký tự, khác mật khẩu đang dùng và không phải thư điện tử của tài khoản.',
      'The new one: at least 12 characters, neither the one in use nor the account’s e-mail.',
    ),
  })
  newPassword!: string;
}
