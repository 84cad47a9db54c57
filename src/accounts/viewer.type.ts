import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Unit } from '../organisation/public';
import { type Role, ROLES } from '../platform/access/actor';
import { says } from '../platform/lib/says';
import type { Single, SingleMoment } from '../platform/reader/declarations';

/** The roles as an enum of the schema. */
const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as { [role in Role]: role };

registerEnumType(RoleEnum, {
  name: 'Role',
  description: says('Vai trò của tài khoản.', 'What an account may be.'),
  valuesConfig: {
    ADMINISTRATOR: { description: says('Quản trị viên.', 'Administrator.') },
    SECRETARIAT: { description: says('Cơ quan thường trực.', 'Secretariat: the standing agency.') },
    COMMITTEE_HEAD: { description: says('Lãnh đạo ban chỉ đạo.', 'Head of the committee.') },
    COMMITTEE_MEMBER: { description: says('Thành viên ban chỉ đạo.', 'Member of the committee.') },
    REPORTER: { description: says('Cán bộ báo cáo của đơn vị.', 'Reporter of a unit.') },
    APPROVER: { description: says('Lãnh đạo duyệt của đơn vị.', 'Approver of a unit.') },
    ANALYST: { description: says('Chuyên viên phân tích.', 'Analyst: reads.') },
    INSPECTOR: {
      description: says(
        'Ủy ban kiểm tra: đọc tất cả, kể cả nhật ký.',
        'Inspector: reads everything, the log included.',
      ),
    },
    DISPLAY: { description: says('Màn hình phòng họp.', 'A meeting-room screen.') },
  },
});

/** Who is signed in. */
@ObjectType({ description: says('Người đang đăng nhập.', 'Who is signed in.') })
export class Viewer {
  @Field(() => ID, { description: says('Mã tài khoản.', 'Id of the account.') })
  id!: string;

  @Field(() => String, { description: says('Tên hiển thị.', 'Display name.') })
  displayName!: string;

  @Field(() => String, { description: says('Thư điện tử; trống với màn hình.', 'E-mail; empty for screens.') })
  email!: string;

  @Field(() => [RoleEnum], { description: says('Các vai trò.', 'Roles.') })
  roles!: Role[];

  @Field(() => Unit, { nullable: true, description: says('Đơn vị công tác.', 'Unit.') })
  unit?: Unit | null;
}

/** `viewer`: who asks. Strangers get null. */
export const viewer: Single = {
  field: 'viewer',
  type: Viewer,
  description: says('Người đang đăng nhập; trống nếu chưa đăng nhập.', 'Who is signed in; null for strangers.'),
  isPublic: true,
  isPersonal: true,
  tables: ['account', 'account_role'],
  momentary: [],
  properties: {
    id: ({ bindRun }) => `'ac_' || ${bindRun((run) => run.actor.accountId)}::text`,
    displayName: (scope) => ofAccount(scope, 'display_name'),
    email: (scope) => ofAccount(scope, 'email'),
    roles: ({ bindRun }) => `${bindRun((run) => [...new Set(run.actor.roles.map(({ role }) => role))])}::text[]`,
  },
  relations: { unit: { to: Unit, id: (scope) => ofAccount(scope, 'unit_id') } },
};

/** A column of the asker's account as it is now: what rights say may have been read a moment ago. */
function ofAccount({ bindRun }: SingleMoment, column: string): string {
  return `(select a.${column} from account a where a.id = ${bindRun((run) => run.actor.accountId)}::uuid)`;
}
