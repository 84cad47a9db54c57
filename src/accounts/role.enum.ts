import { type Role, ROLES } from '../platform/access/actor';
import { says } from '../platform/lib/says';
import { declareEnum } from '../platform/reader/model/declare-enum';

/** The roles as an enum of the schema. */
export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as { [role in Role]: role };

declareEnum(RoleEnum, {
  name: 'Role',
  description: says('Vai trò của tài khoản.', 'What an account may be.'),
  values: {
    ADMINISTRATOR: { word: { vi: 'Quản trị viên', en: 'Administrator' } },
    SECRETARIAT: { word: { vi: 'Cơ quan thường trực', en: 'Secretariat' }, explained: { en: 'the standing agency.' } },
    COMMITTEE_HEAD: { word: { vi: 'Lãnh đạo ban chỉ đạo', en: 'Head of the committee' } },
    COMMITTEE_MEMBER: { word: { vi: 'Thành viên ban chỉ đạo', en: 'Member of the committee' } },
    REPORTER: { word: { vi: 'Cán bộ báo cáo của đơn vị', en: 'Reporter of a unit' } },
    APPROVER: { word: { vi: 'Lãnh đạo duyệt của đơn vị', en: 'Approver of a unit' } },
    ANALYST: { word: { vi: 'Chuyên viên phân tích', en: 'Analyst' }, explained: { en: 'reads.' } },
    INSPECTOR: {
      word: { vi: 'Ủy ban kiểm tra', en: 'Inspector' },
      explained: { vi: 'đọc tất cả, kể cả nhật ký.', en: 'reads everything, the log included.' },
    },
    DISPLAY: { word: { vi: 'Màn hình phòng họp', en: 'A meeting-room screen' } },
  },
});
