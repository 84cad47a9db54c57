import type { Item, Member, Oversight, Target } from './rows';

/** A member, with what this member answers for. */
export interface MemberGroup {
  member: Member;
  targets: Target[];
  items: Item[];
}

/** Who directs what: members in the committee's order, items in the programme's; and the items that nobody directs. */
export function memberGroups(
  members: readonly Member[],
  oversights: readonly Oversight[],
  items: readonly Item[],
  targets: readonly Target[],
): { groups: MemberGroup[]; undirected: Item[] } {
  const groups = members.map((member) => {
    const directed = new Set(
      oversights.filter(({ membership }) => membership?.id === member.id).map(({ workItem }) => workItem?.code),
    );
    return {
      member,
      items: items.filter(({ code }) => directed.has(code)),
      targets: targets.filter(({ assignments }) =>
        assignments.some(({ isCurrent, membership }) => isCurrent && membership?.id === member.id),
      ),
    };
  });
  return { groups, undirected: undirectedOf(items, oversights) };
}

/** The items that no member directs today. */
export function undirectedOf(items: readonly Item[], oversights: readonly Oversight[]): Item[] {
  const directed = new Set(oversights.map(({ workItem }) => workItem?.code));
  return items.filter(({ code }) => !directed.has(code));
}
