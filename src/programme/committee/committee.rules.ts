import { DomainError, type Refusal } from '../../platform/lib/domain-error';
import { sameText } from '../../platform/lib/text-forms';
import { CommitteeRole } from './committee-role.state';

/** A place on the committee as it is decided. */
export interface Place {
  readonly role: CommitteeRole;
  readonly office: string;
}

/** Whether two places are the same one. */
export function isSamePlace(left: Place, right: Place): boolean {
  return left.role === right.role && sameText(left.office) === sameText(right.office);
}

/** Refuses a committee without a head, with two of them or two standing deputies, or with a place given twice. */
export function assertPlaces(places: readonly Place[]): void {
  const refusals: Refusal[] = [];
  const heads = places.filter(({ role }) => role === CommitteeRole.HEAD).length;
  if (heads !== 1) {
    const message = {
      vi: `Ban Chỉ đạo phải có đúng một Trưởng ban (đang có ${heads}).`,
      en: `A committee has exactly one head (this one has ${heads}).`,
    };
    refusals.push({ code: 'INVALID', path: ['input', 'members'], message });
  }
  const deputies = places.filter(({ role }) => role === CommitteeRole.STANDING_DEPUTY_HEAD).length;
  if (deputies > 1) {
    const message = {
      vi: `Ban Chỉ đạo có nhiều nhất một Phó Trưởng ban Thường trực (đang có ${deputies}).`,
      en: `A committee has at most one standing deputy head (this one has ${deputies}).`,
    };
    refusals.push({ code: 'INVALID', path: ['input', 'members'], message });
  }
  for (const [index, place] of places.entries()) {
    if (places.findIndex((other) => isSamePlace(other, place)) === index) continue;
    const message = {
      vi: `“${place.office}” được ghi hai lần với cùng một vai trò. Hãy bỏ một dòng.`,
      en: `“${place.office}” is given twice in the same role. Leave one out.`,
    };
    refusals.push({ code: 'INVALID', path: ['input', 'members', String(index), 'office'], message });
  }
  if (refusals.length > 0) throw new DomainError(refusals);
}
