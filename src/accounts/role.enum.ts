import { registerEnumType } from 'type-graphql';
import { type Role, ROLES } from '../platform/access/actor';
import { says } from '../platform/lib/says';

/** The roles as an enum of the schema. */
export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as { [role in Role]: role };

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
