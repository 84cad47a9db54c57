import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { mutate, mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectRefused } from '../support/refused';
import { Subscriber } from '../support/sockets/subscriber';

interface Kind {
  readonly begin: string;
  readonly end: string;
  readonly list: string;
  readonly table: string;
  readonly column: string;
  readonly event: string;
}

const TARGETS: Kind = {
  begin: 'assignMember',
  end: 'endMemberAssignment',
  list: 'targetIds',
  table: 'target_assignment',
  column: 'target_id',
  event: 'MEMBER_ASSIGNMENT_ENDED',
};
const ITEMS: Kind = {
  begin: 'assignOversight',
  end: 'endOversight',
  list: 'workItemIds',
  table: 'work_item_oversight',
  column: 'work_item_id',
  event: 'OVERSIGHT_ENDED',
};

let program: TestProgram;
let view: DatabaseView;
let secretariat: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  secretariat = await program.as('secretariat');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

interface Standing {
  readonly member: string;
  readonly subject: string;
  readonly office: string;
  readonly name: string;
}

/** Something that a member of the sample is charged with, and nobody else. */
function standing({ table, column }: Kind): Promise<Standing> {
  const [prefix, of] = column === 'target_id' ? ['ta', 'target'] : ['wi', 'work_item'];
  return view.row<Standing>(
    `select 'cm_' || c.membership_id as member, '${prefix}_' || c.${column} as subject, m.office, s.short_name as name
     from ${table} c join committee_membership m on m.id = c.membership_id join ${of} s on s.id = c.${column}
     where c.ends_on is null and not exists (select from ${table} o where o.${column} = c.${column} and o.id <> c.id) order by c.id limit 1`,
  );
}

describe.each([
  ['a member in charge of a target', TARGETS],
  ['a member who directs a work item', ITEMS],
])('%s', (_name, kind) => {
  const input = (found: Standing, more: object = {}) => ({
    membershipId: found.member,
    [kind.list]: [found.subject],
    ...more,
  });

  test('is so until the day before, and may be so again from that day on', async () => {
    const found = await standing(kind);
    const { membership } = await mutated<{ membership: { id: string } }>(
      secretariat,
      kind.end,
      input(found),
      'membership { id }',
    );
    expect(membership).toEqual({ id: found.member });
    const days = () =>
      view.rows(
        `select starts_on::text, ends_on::text from ${kind.table} where 'cm_' || membership_id = $1 and split_part($2, '_', 2)::uuid = ${kind.column} order by starts_on`,
        [found.member, found.subject],
      );
    expect(await days()).toEqual([{ starts_on: '2021-07-23', ends_on: '2023-11-13' }]);
    await mutated(secretariat, kind.begin, input(found));
    expect(await days()).toEqual([
      { starts_on: '2021-07-23', ends_on: '2023-11-13' },
      { starts_on: '2023-11-14', ends_on: null },
    ]);
  });

  test('the end is an event for everybody that names member, matter and day', async () => {
    const found = await standing(kind);
    await mutated(secretariat, kind.end, input(found));
    const analyst = await program.as('analyst');
    const { data } = await analyst.ask<{
      events: { nodes: { subject: { __typename: string; id: string }; data: object }[] };
    }>(
      `query ($type: String!) { events(last: 1, where: { type: { eq: $type } }) { nodes { subject { __typename id } data } } }`,
      { type: kind.event },
    );
    const named = kind === TARGETS ? 'targets' : 'workItems';
    expect(data.events.nodes).toEqual([
      {
        subject: { __typename: 'CommitteeMembership', id: found.member },
        data: { office: found.office, [named]: [expect.any(String)], effectiveOn: '2023-11-14' },
      },
    ]);
  });

  test('who was charged for a day to come by mistake is charged for another one', async () => {
    const found = await standing(kind);
    await mutated(secretariat, kind.end, input(found, { effectiveOn: '2023-11-20' }));
    await mutated(secretariat, kind.begin, input(found, { startsOn: '2023-12-21' }));
    await mutated(secretariat, kind.end, input(found));
    await mutated(secretariat, kind.begin, input(found, { startsOn: '2023-11-20' }));
    const days = await view.rows(
      `select starts_on::text, ends_on::text from ${kind.table} where 'cm_' || membership_id = $1 and split_part($2, '_', 2)::uuid = ${kind.column} order by starts_on`,
      [found.member, found.subject],
    );
    expect(days.slice(-2)).toEqual([
      { starts_on: expect.any(String) as string, ends_on: '2023-11-19' },
      { starts_on: '2023-11-20', ends_on: null },
    ]);
  });

  test('an end that was decided for a day to come may be brought forward; until then the member is not charged again', async () => {
    const found = await standing(kind);
    await mutated(secretariat, kind.end, input(found, { effectiveOn: '2024-01-01' }));
    const { userErrors } = await mutate(secretariat, kind.begin, input(found, { startsOn: '2023-12-31' }));
    expect(userErrors.map(({ code }) => code)).toEqual(['CONFLICT']);
    await mutated(secretariat, kind.end, input(found, { effectiveOn: '2023-12-01' }));
    await mutated(secretariat, kind.begin, input(found, { startsOn: '2023-12-01' }));
  });

  describe('cannot be taken off', () => {
    const refused = async (found: Standing, more: object, point: readonly [string, string], names: [RegExp, RegExp]) =>
      expectRefused(view, secretariat, {
        name: '',
        mutation: kind.end,
        input: input(found, more),
        refused: [point],
        names,
        quoted: [found.office, found.name],
      });

    test('what the member never had', async () => {
      const { member, office } = await standing(kind);
      const of = kind === TARGETS ? 'target' : 'work_item';
      const other = await view.row<{ subject: string; name: string }>(
        `select '${kind === TARGETS ? 'ta' : 'wi'}_' || s.id as subject, s.short_name as name from ${of} s join programme p on p.id = s.programme_id
         where p.number = 7 and not exists (select from ${kind.table} c where c.${kind.column} = s.id and 'cm_' || c.membership_id = $1) limit 1`,
        [member],
      );
      const found = { member, office, ...other };
      await refused(found, {}, ['CONFLICT', `input.${kind.list}`], [/ không (phụ trách|trực tiếp)/, / is not /]);
    });

    test('from a day before it began', async () => {
      const found = await standing(kind);
      const point = ['INVALID', 'input.effectiveOn'] as const;
      await refused(found, { effectiveOn: '2021-07-23' }, point, [/từ 23\/07\/2021/, /from 2021-07-23 on/]);
    });

    test('once it has ended', async () => {
      const found = await standing(kind);
      await mutated(secretariat, kind.end, input(found, { effectiveOn: '2023-10-01' }));
      const point = ['CLOSED', `input.${kind.list}`] as const;
      await refused(found, {}, point, [/đến hết 30\/09\/2023/, /until 2023-09-30/]);
      await refused(found, { effectiveOn: '2022-01-01' }, point, [/đến hết/, /until/]);
    });

    test('where nothing is named', async () => {
      const found = { ...(await standing(kind)), office: '1', name: '200' };
      const point = ['INVALID', `input.${kind.list}`] as const;
      await refused(found, { [kind.list]: [] }, point, [/Phải có từ/, /must be/]);
    });

    test('from a day further ahead than anybody decides today', async () => {
      const found = { ...(await standing(kind)), office: '2024', name: '11' };
      const point = ['INVALID', 'input.effectiveOn'] as const;
      await refused(found, { effectiveOn: '2025-01-01' }, point, [/quá xa/, /too far ahead/]);
    });
  });
});

test('a target left without anybody is an alarm at once, on every screen that watches (R2)', async () => {
  const GAPS = 'targets(where: { isUnattended: { eq: true } }) { nodes { id unattendedSince } }';
  interface Gaps {
    readonly targets: { readonly nodes: readonly { id: string; unattendedSince: string | null }[] };
  }
  const found = await standing(TARGETS);
  const input = { membershipId: found.member, targetIds: [found.subject] };
  const screen = new Subscriber(program.url, (await program.as('analyst')).token);
  const { messages } = screen.subscribe<{ live: Gaps }>(`subscription { live { ${GAPS} } }`);
  const gapOf = (gaps: Gaps) => gaps.targets.nodes.find(({ id }) => id === found.subject);
  expect(gapOf((await messages.next()).data.live)).toBeUndefined();
  await mutated(secretariat, 'endMemberAssignment', input);
  const [alarm] = (await messages.nextUntil(({ data }) => gapOf(data.live) !== undefined)).slice(-1);
  expect(gapOf(alarm!.data.live)).toEqual({ id: found.subject, unattendedSince: '2023-11-14' });
  await mutated(secretariat, 'assignMember', input);
  await messages.nextUntil(({ data }) => gapOf(data.live) === undefined);
  await screen.close();
});
