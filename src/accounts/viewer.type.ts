import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Unit } from '../organisation/public';
import type { Role } from '../platform/access/actor';
import { budgetOf } from '../platform/operations/cost/budgets';
import { says } from '../platform/lib/says';
import type { SingletonField, SingletonMoment } from '../platform/reader/model/declarations';
import { RoleEnum } from './role.enum';

/** Who is signed in. */
@ObjectType({ description: says('Người đang đăng nhập.', 'Who is signed in.') })
export class Viewer {
  @Field(() => ID, { description: says('Mã định danh (id) của tài khoản.', 'Id of the account.') })
  id!: string;

  @Field(() => String, { description: says('Tên hiển thị.', 'Display name.') })
  displayName!: string;

  @Field(() => String, { description: says('Thư điện tử; trống với màn hình.', 'E-mail; empty for screens.') })
  email!: string;

  @Field(() => [RoleEnum], { description: says('Các vai trò.', 'Roles.') })
  roles!: Role[];

  @Field(() => Int, {
    description: says(
      'Chi phí tối đa của một truy vấn theo vai trò (xem `@cost`; mỗi câu trả lời ghi chi phí của nó ở `extensions.cost`).',
      'What one operation may cost by the roles held (see `@cost`; every answer tells its own cost in `extensions.cost`).',
    ),
  })
  costLimit!: number;

  @Field(() => Unit, { nullable: true, description: says('Đơn vị công tác.', 'Unit.') })
  unit?: Unit | null;
}

/** `viewer`: who asks. Strangers get null. */
export const viewer: SingletonField = {
  field: 'viewer',
  type: Viewer,
  description: says('Người đang đăng nhập; trống nếu chưa đăng nhập.', 'Who is signed in; null for strangers.'),
  isPublic: true,
  isPersonal: true,
  tables: ['account', 'account_role'],
  momentary: [],
  properties: {
    costLimit: ({ bindRun }) => `${bindRun((run) => budgetOf(run.actor))}::integer`,
    id: ({ bindRun }) => `'ac_' || ${bindRun((run) => run.actor.accountId)}::text`,
    displayName: (scope) => ofAccount(scope, 'display_name'),
    email: (scope) => ofAccount(scope, 'email'),
    roles: ({ bindRun }) => `${bindRun((run) => [...new Set(run.actor.roles.map(({ role }) => role))])}::text[]`,
  },
  relations: { unit: { to: Unit, id: (scope) => ofAccount(scope, 'unit_id') } },
};

/** A column of the account that asks, as it is now: what rights say may have been read a moment ago. */
function ofAccount({ bindRun }: SingletonMoment, column: string): string {
  return `(select a.${column} from account a where a.id = ${bindRun((run) => run.actor.accountId)}::uuid)`;
}
