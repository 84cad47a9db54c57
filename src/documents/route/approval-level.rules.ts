import { refuse } from '../../platform/lib/domain-error';
import { ApprovalLevel } from './approval-level.state';

/** The levels from the lowest to the highest. */
const LEVELS = Object.values(ApprovalLevel);

/** The approval route of a level (rule R5): every level up to it, the lowest first. A proposal to the People's Council passes the Party Committee before. */
export function routeOf(level: ApprovalLevel): readonly ApprovalLevel[] {
  return LEVELS.slice(0, LEVELS.indexOf(level) + 1);
}

/** The level that has to approve next; null when all of the route have. */
export function awaitedLevel(level: ApprovalLevel, approved: readonly (ApprovalLevel | null)[]): ApprovalLevel | null {
  return routeOf(level).find((step) => !approved.includes(step)) ?? null;
}

const NAMES: Readonly<Record<ApprovalLevel, readonly [vi: string, en: string]>> = {
  UNIT: ['đơn vị', 'the unit'],
  PEOPLES_COMMITTEE: ['Ủy ban nhân dân thành phố', 'the city’s People’s Committee'],
  PARTY_STANDING_BOARD: ['Ban Thường vụ Thành ủy', 'the Party Committee’s Standing Board'],
  PARTY_COMMITTEE: ['Thành ủy', 'the city’s Party Committee'],
  PEOPLES_COUNCIL: ['Hội đồng nhân dân thành phố', 'the city’s People’s Council'],
};

/** What a level is called within a sentence. */
export function nameOf(level: ApprovalLevel): { readonly vi: string; readonly en: string } {
  const [vi, en] = NAMES[level];
  return { vi, en };
}

/** Refuses a level that is not the one awaited, and names that: a step that is sent twice never becomes the next level's. */
export function assertAwaited(level: ApprovalLevel, route: ApprovalLevel, awaited: ApprovalLevel | null): void {
  if (level === awaited) return;
  const path = ['input', 'level'];
  const own = nameOf(level);
  if (!routeOf(route).includes(level)) {
    const last = nameOf(route);
    throw refuse(
      'INVALID',
      path,
      `Văn bản này không trình đến cấp ${own.vi}: cấp phê duyệt cuối cùng là ${last.vi}. Hãy chọn cấp trong số các cấp phê duyệt của văn bản.`,
      `The document does not go up to ${own.en}: the last level that approves it is ${last.en}. Choose a level of its route.`,
    );
  }
  if (awaited === null) {
    throw refuse(
      'CONFLICT',
      path,
      'Mọi cấp đã phê duyệt. Bước tiếp theo là ban hành (issueDocument).',
      'All levels have approved. The next step is to issue it (issueDocument).',
    );
  }
  const isDone = LEVELS.indexOf(level) < LEVELS.indexOf(awaited);
  const next = nameOf(awaited);
  throw refuse(
    'CONFLICT',
    path,
    `Cấp ${own.vi} ${isDone ? 'đã phê duyệt rồi' : 'chưa đến lượt'}. Cấp đang chờ phê duyệt là ${next.vi}. Hãy chọn cấp này.`,
    `It ${isDone ? 'was approved already by' : 'is not yet the turn of'} ${own.en}. The level that is awaited is ${next.en}. Choose that one.`,
  );
}
