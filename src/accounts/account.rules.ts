import type { Role } from '../platform/access/actor';
import { refuse } from '../platform/lib/domain-error';
import { sameText } from '../platform/lib/text-forms';

/** Roles that are held for a unit. */
const UNIT_ROLES: readonly Role[] = ['REPORTER', 'APPROVER'];

/** Whether a role is held for a unit. */
export function isUnitRole(role: Role): boolean {
  return UNIT_ROLES.includes(role);
}

/** Refuses what is no e-mail; gives it as it is kept. */
export function toStoredEmail(given: string, path: readonly string[]): string {
  const email = sameText(given);
  if (/^[^\s@]+@[^\s@]+$/.test(email)) return email;
  throw refuse(
    'INVALID',
    path,
    `“${given}” không phải là thư điện tử. Hãy nhập lại.`,
    `This is no e-mail: “${given}”. Enter it again.`,
  );
}

/** Refuses a role that people cannot hold, one of a unit without a unit, and one of the whole programme with a unit. */
export function assertRole(role: Role, hasUnit: boolean): void {
  if (role === 'DISPLAY') {
    throw refuse(
      'INVALID',
      ['input', 'role'],
      'Vai trò màn hình chỉ dành cho màn hình phòng họp. Hãy tạo màn hình.',
      'The role of a screen is for screens alone. Make a screen.',
    );
  }
  if (isUnitRole(role) === hasUnit) return;
  if (hasUnit) {
    throw refuse(
      'INVALID',
      ['input', 'unitId'],
      `Vai trò ${role} là vai trò chung. Hãy bỏ trống đơn vị.`,
      `The role ${role} is held for no unit. Leave the unit empty.`,
    );
  }
  throw refuse(
    'INVALID',
    ['input', 'unitId'],
    `Vai trò ${role} được giao theo đơn vị. Hãy chọn đơn vị.`,
    `The role ${role} is held for a unit. Choose one.`,
  );
}
