import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';

const FOLDER = join(__dirname, '../../schema/operations/founding');
const files = readdirSync(FOLDER).sort();

/** All rows of a statement as a JSON list; columns are named like fields. */
const rows = (statement: string): string => `(select coalesce(json_agg(r), '[]') from (${statement}) r)`;
const one = (field: string, value: string): string => `json_build_object('${field}', ${value})`;
const TODAY = `date '2023-11-14'`;
const OWN = `(select id from programme where code = '07-CTr/TU')`;

const onCommittee = (
  date: string,
) => `(coalesce(m.starts_on, m.as_of) <= ${date} and (m.ends_on is null or m.ends_on >= ${date})
  and not (m.starts_on is null and m.role in ('HEAD', 'STANDING_DEPUTY_HEAD') and exists (select from committee_membership o
    where o.committee_id = m.committee_id and o.role = m.role and o.as_of > m.as_of and o.as_of <= ${date})))`;
const IN_OFFICE = onCommittee(TODAY);
const IN_CHARGE = `a.starts_on <= ${TODAY} and coalesce(a.ends_on >= ${TODAY}, true)`;

/** What each file must answer: one statement that gives the whole answer (or that part of it which `of` takes), without the program. */
const CHECKS: Readonly<Record<string, { readonly sql: string; readonly of?: (data: Answer) => unknown }>> = {
  'members-in-charge.graphql': {
    sql: `select
      ${rows(`select office,
          (select coalesce(json_agg(t.number order by t.number), '[]') from target_assignment a join target t on t.id = a.target_id
            where a.membership_id = m.id and ${IN_CHARGE}) as targets,
          (select count(*) from work_item_oversight a where a.membership_id = m.id and ${IN_CHARGE}) as items
        from committee_membership m where ${IN_OFFICE} order by rank, office collate "vi-x-icu"`)} as members,
      ${rows(`select number from target t where programme_id = ${OWN} and not exists (select from target_assignment a
        join committee_membership m on m.id = a.membership_id where a.target_id = t.id and ${IN_CHARGE} and ${IN_OFFICE}) order by number`)} as gaps,
      ${rows(`select code from work_item w where not exists (select from work_item_oversight a
        join committee_membership m on m.id = a.membership_id where a.work_item_id = w.id and ${IN_CHARGE} and ${IN_OFFICE}) order by code`)} as undirected`,
    of: ({ members, gaps, undirected }) => ({
      members: members!.nodes.map((member) => ({
        office: member.office,
        targets: (member.targetAssignments as Page).nodes.map(({ target }) => (target as Named).number).sort(),
        items: (member.oversights as Page).totalCount,
      })),
      gaps: gaps!.nodes.map(({ number }) => ({ number })),
      undirected: undirected!.nodes.map(({ code }) => ({ code })),
    }),
  },
  'committee-papers.graphql': {
    sql: `select ${rows(`select code, state, (select count(*) from document_version v where v.document_id = d.id) as versions,
        (select coalesce(json_agg(s.kind order by v.number, s.ordinal), '[]') from document_section s
          join document_version v on v.id = s.version_id where v.document_id = d.id) as sections
      from document d where programme_id = ${OWN} and kind in ('REGULATION', 'ASSIGNMENT', 'PLAN') and not is_sample
      order by code collate "C"`)} as papers`,
    of: ({ documents }) => ({
      papers: documents!.nodes.map(({ code, state, versions }) => ({
        code,
        state,
        versions: (versions as Named[]).length,
        sections: (versions as { sections: { kind: string }[] }[]).flatMap(({ sections }) =>
          sections.map(({ kind }) => kind),
        ),
      })),
    }),
  },
  'lists-that-must-be-filled.graphql': {
    sql: `select ${one(
      'nodes',
      rows(`select a.code, a.title, expected_count as "expectedCount",
          (select count(*) from work_item w where w.appendix_id = a.id) as "actualCount",
          (select count(*) from work_item w where w.appendix_id = a.id and (product is null or approval_level is null or responsible_person_id is null
            or not exists (select from resource r where r.work_item_id = w.id))) as "unclearCount",
          (select coalesce(json_agg(n), '[]') from generate_series(1, expected_count) n
            where n not in (select number from work_item w where w.appendix_id = a.id)) as "missingNumbers",
          json_build_object('code', d.code, 'state', d.state) as document
        from appendix a join document d on d.id = a.document_id where d.programme_id = ${OWN} order by a.code collate "C"`),
    )} as appendices`,
  },
  'opinions-and-verdicts.graphql': {
    sql: `select ${rows(`select d.code as document, u.code as unit, opinion, verdict, verdict_reason as reason,
          greatest(0, coalesce(answered_on, case when d.state = 'CONSULTING' then ${TODAY} end, (select min(taken_on)
            from document_step s where s.document_id = d.id and s.kind = 'FINALISED'), due_on) - due_on) as "daysLate"
        from consultation c join document d on d.id = c.document_id join unit u on u.id = c.unit_id
        order by asked_on, u.code collate "C"`)} as opinions,
      (select count(*)::integer from consultation c join document d on d.id = c.document_id
        where answered_on is null and d.state = 'CONSULTING') as awaited`,
    of: ({ consultations, awaited }) => ({
      opinions: consultations!.nodes.map(({ document, unit, opinion, verdict, verdictReason, daysLate }) => ({
        document: (document as Named).code,
        unit: (unit as Named).code,
        opinion,
        verdict,
        reason: verdictReason,
        daysLate,
      })),
      awaited: awaited!.totalCount,
    }),
  },
  'deadlines-of-documents.graphql': {
    sql: `select ${rows(`select code, submit_by as "submitBy", issue_by as "issueBy",
          case when state <> 'ISSUED' or coalesce(submitted_on, issued_on) is not null then greatest(0, case when state in ('DRAFTING', 'CONSULTING', 'FINALISED') then ${TODAY} else submitted_on end - submit_by,
            case when state = 'ISSUED' then issued_on else ${TODAY} end - issue_by) end as "daysLate"
        from document where programme_id = ${OWN} and (submit_by is not null or issue_by is not null) order by submit_by, id`)} as documents,
      ${one('totalCount', '1')} as overdue`,
    of: ({ documents, overdue }) => ({
      documents: documents!.nodes.map(({ code, submitBy, issueBy, daysLate }) => ({
        code,
        submitBy,
        issueBy,
        daysLate,
      })),
      overdue,
    }),
  },
  'approval-routes.graphql': {
    sql: `select ${rows(`select code, array_length(string_to_array(case approval_level when 'UNIT' then 'U' when 'PEOPLES_COMMITTEE' then 'U P'
          when 'PEOPLES_COUNCIL' then 'U P B C H' end, ' '), 1) as levels,
          case code when '07-M-KT' then 'PEOPLES_COMMITTEE' end as awaited
        from document where programme_id = ${OWN} and approval_level is not null order by code collate "C"`)} as documents`,
    of: ({ documents }) => ({
      documents: documents!.nodes.map(({ code, route, awaitedLevel }) => ({
        code,
        levels: (route as string[]).length,
        awaited: awaitedLevel,
      })),
    }),
  },
  'what-carries-out-what.graphql': {
    sql: `select ${rows(`select code, (select coalesce(json_agg(x.code order by x.code collate "C"), '[]') from document x where x.implements_id = d.id) as below
        from document d where programme_id = ${OWN} and implements_id is null order by code collate "C"`)} as documents`,
    of: ({ programme }) => ({
      documents: (programme as unknown as { documents: Page }).documents.nodes.map(({ code, implementations }) => ({
        code,
        below: (implementations as Page).nodes.map((row) => row.code),
      })),
    }),
  },
  'what-opinions-changed.graphql': {
    sql: `select 2 as versions, 'Các sở, ngành báo cáo 6 tháng một lần.' as before,
      'Các sở, ngành, quận, huyện, thị xã báo cáo 3 tháng một lần.' as after, 7 as "ofFirst", 5 as "ofSecond"`,
    of: ({ document }) => {
      const { versions } = document as unknown as { versions: { difference: { before: string; after: string }[] }[] };
      const [first, second] = versions;
      const { before, after } = second!.difference.at(-1)!;
      return {
        versions: versions.length,
        before,
        after,
        ofFirst: first!.difference.length,
        ofSecond: second!.difference.length,
      };
    },
  },
  'ten-programmes.graphql': {
    sql: `select ${rows(`select number, code, (select count(*) from target t where t.programme_id = p.id) as targets,
        (select count(*) from work_item w where w.programme_id = p.id) as items,
        (select count(*) from committee_membership m join steering_committee c on c.id = m.committee_id where c.programme_id = p.id) as members
      from programme p order by number`)} as programmes`,
    of: ({ programmes }) => ({
      programmes: programmes!.nodes.map(({ number, code, targets, workItems, committee }) => ({
        number,
        code,
        targets: (targets as Page).totalCount,
        items: (workItems as Page).totalCount,
        members: (committee as { members: object[] } | null)?.members.length ?? 0,
      })),
    }),
  },
  'who-does-what.graphql': {
    sql: `select ${rows(`select code, approval_level as "approvalLevel", (select coalesce(json_agg(r.role || ' ' || u.code order by r.role, u.code collate "C"), '[]')
        from unit_role r join unit u on u.id = r.unit_id where r.work_item_id = w.id) as units
      from work_item w where programme_id = ${OWN} order by code`)} as items,
      (select count(distinct (kind, approval_level))::integer from work_item where programme_id = ${OWN}) as kinds`,
    of: ({ workItems }) => ({
      items: workItems!.nodes.map(({ code, approvalLevel, units }) => ({
        code,
        approvalLevel,
        units: (units as { role: string; unit: { code: string } }[])
          .map(({ role, unit }) => `${role} ${unit.code}`)
          .sort(),
      })),
      kinds: (workItems as unknown as { byKind: object[] }).byKind.length,
    }),
  },
  'work-that-is-not-clear.graphql': {
    sql: `select ${rows(`select code, points as "missingClarity" from (
        select code, array_remove(array[
          case when responsible_person_id is null then 'PERSON' end,
          case when concrete_objective is null then 'WORK' end,
          case when extract(year from due_on) > 2025 or extract(year from starts_on) < 2021 then 'TIME' end,
          case when (select valid_to from unit where id = lead_unit_id) < ${TODAY} then 'RESPONSIBILITY' end,
          case when product is null then 'PRODUCT' end,
          case when approval_level is null then 'AUTHORITY' end,
          case when not exists (select from resource r where r.work_item_id = w.id and r.state <> 'REFUSED') then 'RESOURCES' end], null) as points
        from work_item w where programme_id = ${OWN}) c where cardinality(points) > 0 order by code`)} as unclear,
      ${rows(`select code from work_item where programme_id = ${OWN} and responsible_person_id is null order by code`)} as nobody`,
    of: ({ workItems, withoutPerson }) => ({
      unclear: workItems!.nodes.map(({ code, missingClarity }) => ({ code, missingClarity })),
      nobody: withoutPerson!.nodes,
    }),
  },
  'resources-by-currency.graphql': {
    sql: `select ${rows(`select currency, state, count(*)::integer as count, sum(amount)::text as sum from resource r
        join work_item w on w.id = r.work_item_id where r.kind = 'FUNDS' and w.programme_id = ${OWN}
        group by currency, state order by currency collate "C", state collate "C"`)} as states`,
    of: ({ resources }) => ({
      states: (resources as unknown as { byState: Money[] }).byState
        .map(({ keys, count, amount }) => ({ currency: keys[0]!.value, state: keys[1]!.value, count, sum: amount.sum }))
        .sort((one, other) => (`${one.currency} ${one.state}` < `${other.currency} ${other.state}` ? -1 : 1)),
    }),
  },
  'what-traces-to-nothing.graphql': {
    sql: `select ${rows(`select code from work_item w where programme_id = ${OWN}
        and not exists (select from trace t where t.work_item_id = w.id) order by code`)} as items,
      ${rows(`select number from target x where programme_id = ${OWN}
        and not exists (select from trace t where t.target_id = x.id) order by number`)} as targets,
      ${rows(`select number from objective x where programme_id = ${OWN}
        and not exists (select from trace t where t.objective_id = x.id) order by number`)} as objectives,
      ${rows(`select number from viewpoint x where programme_id = ${OWN}
        and not exists (select from trace t where t.viewpoint_id = x.id) order by number`)} as viewpoints`,
    of: ({ items, targets, programme: aims }) => {
      const unserved = (field: string) =>
        (aims as unknown as Record<string, { number: string; isTraced: boolean }[]>)
          [field]!.filter(({ isTraced }) => !isTraced)
          .map(({ number }) => ({ number }));
      return {
        items: items!.nodes.map(({ code }) => ({ code })),
        targets: targets!.nodes.map(({ number }) => ({ number })),
        objectives: unserved('objectives'),
        viewpoints: unserved('viewpoints'),
      };
    },
  },
  'deliverables-and-acceptance.graphql': {
    sql: `select ${rows(`select title, due_on as "dueOn", ${TODAY} - due_on as "daysLate" from deliverable
        where accepted_on is null and due_on < ${TODAY} order by due_on, title collate "C"`)} as late,
      (select count(*)::integer from deliverable where accepted_on is not null) as accepted`,
    of: ({ late, accepted }) => ({
      late: late!.nodes
        .map(({ title, dueOn, daysLate }) => ({ title, dueOn, daysLate }))
        .sort((one, other) =>
          `${String(one.dueOn)}${String(one.title)}` < `${String(other.dueOn)}${String(other.title)}` ? -1 : 1,
        ),
      accepted: accepted!.totalCount,
    }),
  },
  'health-claimed-and-found.graphql': {
    sql: `select ${rows(`select code, claimed_health as "claimedHealth", verified_health as "verifiedHealth", percent_complete as "percentComplete"
        from work_item where programme_id = ${OWN} order by code`)} as items,
      (select count(*)::integer from work_item where programme_id = ${OWN}) as counted`,
    of: ({ workItems }) => ({
      items: workItems!.nodes.map(({ code, claimedHealth, verifiedHealth, percentComplete }) => ({
        code,
        claimedHealth,
        verifiedHealth,
        percentComplete,
      })),
      counted: (workItems as unknown as { claimedToo: { count: number }[] }).claimedToo.reduce(
        (total, { count }) => total + count,
        0,
      ),
    }),
  },
};

interface Named {
  readonly code?: string;
  readonly number?: string;
}
interface Page {
  readonly totalCount?: number;
  readonly nodes: readonly Record<string, unknown>[];
}
interface Money {
  readonly keys: readonly { readonly value: string }[];
  readonly count: number;
  readonly amount: { readonly sum: string };
}
type Answer = Readonly<Record<string, Page | undefined>>;

let program: TestProgram;
let view: DatabaseView;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** Files whose answers have a test of their own. */
const TOLD_ELSEWHERE: Readonly<Record<string, string>> = {
  'roles-across-programmes.graphql': 'founding/roles-across-programmes.test.ts',
  'shared-indicators.graphql': 'api/founding-targets.test.ts',
  'structure-on-a-date.graphql': 'api/founding-units.test.ts',
  'work-under-todays-structure.graphql': 'api/founding-units.test.ts',
};

test('every file of the folder has its check, and every check its file', () => {
  expect(files).toEqual([...Object.keys(CHECKS), ...Object.keys(TOLD_ELSEWHERE)].sort());
});

test.each(Object.entries(TOLD_ELSEWHERE))('%s is asked by %s', (file, test) => {
  const name = file.replace('.graphql', '');
  expect(readFileSync(join(__dirname, '..', test), 'utf8')).toMatch(new RegExp(`\\b${name}\\b`));
});

test.each(Object.entries(CHECKS))('%s answers the secretariat with what the tables hold', async (file, { sql, of }) => {
  const secretariat = await program.as('secretariat');
  const { data, errors } = await secretariat.ask<Answer>(readFileSync(join(FOLDER, file), 'utf8'));
  expect(errors).toBeUndefined();
  expect(of === undefined ? data : of(data)).toEqual(await view.row(sql));
});

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');

  test('begins with its question in Vietnamese and in English, is named like its file and runs without variables', () => {
    const [vietnamese, english] = text.split('\n');
    expect(vietnamese).toMatch(/^# [A-ZĐ].*[ạảấầẩậắằặẹẻẽếềểệịọỏốồổộớờởợụủứừửữựỳỵỷỹ].*\?$/);
    expect(english).toMatch(/^# [A-Z][\u0020-\u007e’]*\?$/);
    const operations = parse(text).definitions.filter(
      (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
    );
    const name = file
      .replace('.graphql', '')
      .replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase());
    expect(operations.map((operation) => [operation.operation, operation.name?.value])).toEqual([['query', name]]);
    const variables = operations[0]!.variableDefinitions ?? [];
    expect(variables.filter(({ defaultValue }) => defaultValue === undefined)).toEqual([]);
  });
});
