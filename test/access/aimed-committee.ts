import type { DatabaseView } from '../support/database-view';

let counter = 0;

/** Prepares a committee for a mutation to be aimed at and gives the mutation's input. */
export async function aimAtCommittee(view: DatabaseView, mutation: string): Promise<Record<string, unknown>> {
  counter += 1;
  if (mutation === 'foundCommittee') return foundation(view);
  if (mutation === 'reformCommittee') {
    return {
      programmeCode: '07-CTr/TU',
      effectiveOn: '2023-11-14',
      decision: `made ${counter}`,
      members: [{ role: 'HEAD', office: `made ${counter}` }],
    };
  }
  const { id } = await view.row<{ id: string }>(
    `insert into committee_membership (committee_id, role, role_name, office, rank, as_of)
     select c.id, 'MEMBER', 'made', $1, 6, '2023-01-01' from steering_committee c join programme p on p.id = c.programme_id
     where p.number = 7 returning 'cm_' || id as id`,
    [`member ${counter}`],
  );
  const found = await view.row<{ target: string; item: string }>(
    `select 'ta_' || t.id as target, (select 'wi_' || id from work_item where code = '07-01') as item
     from target t join programme p on p.id = t.programme_id where p.number = 7 and t.number = '1'`,
  );
  await begin(view, mutation, id, found);
  return mutation.includes('Member')
    ? { membershipId: id, targetIds: [found.target] }
    : { membershipId: id, workItemIds: [found.item] };
}

/** The foundation of a committee of a programme of its own. */
async function foundation(view: DatabaseView): Promise<Record<string, unknown>> {
  const { id } = await view.row<{ id: string }>(
    `insert into programme (code, number, title_en, short_name, short_name_en, period_from, period_to, term_id)
     select $1, $2, 'made', 'made', 'made', 2021, 2025, term_id from programme where code = '07-CTr/TU' returning 'pr_' || id as id`,
    [`founded-${counter}`, 1_000 + counter],
  );
  return {
    programmeId: id,
    name: `made ${counter}`,
    nameEn: 'made',
    foundedOn: '2023-11-14',
    decision: 'made',
    members: [{ role: 'HEAD', office: `made ${counter}` }],
  };
}

/** What is to end has begun. */
async function begin(
  view: DatabaseView,
  mutation: string,
  member: string,
  { target, item }: { target: string; item: string },
): Promise<void> {
  if (!mutation.startsWith('end')) return;
  const [table, column, subject] =
    mutation === 'endMemberAssignment'
      ? ['target_assignment', 'target_id', target]
      : ['work_item_oversight', 'work_item_id', item];
  await view.rows(
    `insert into ${table} (membership_id, ${column}, starts_on) values (split_part($1, '_', 2)::uuid, split_part($2, '_', 2)::uuid, '2023-01-01')`,
    [member, subject],
  );
}
