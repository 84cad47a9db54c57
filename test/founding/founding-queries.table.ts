import { ADJUSTING_CHECKS } from './adjusting-queries.table';
import { DUE_CHECKS } from './due-queries.table';
import type { Check, Disputed, Money, Named, Page, Served, Taken } from './founding-answer';

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

/** Where the plan of an item (`w`) stands today: on the line between the points on both sides of the day. */
const POINTS = `(select w.starts_on as x, 0 as y union all select m.due_on, m.planned_percent from milestone m where m.work_item_id = w.id
  union all select w.due_on, 100) p`;
const PLANNED = `(select past.y + (next.y - past.y) * (${TODAY} - past.x) / (next.x - past.x)::numeric
  from (select * from ${POINTS} where x <= ${TODAY} order by x desc, y desc limit 1) past,
    (select * from ${POINTS} where x > ${TODAY} order by x, y limit 1) next)`;
const MISSED = `m.due_on < ${TODAY} and m.reached_on is null`;

/** The aims of one kind, each with the items that serve it. */
const aimsOf = (table: string): string =>
  rows(`select number, (select coalesce(json_agg(w.code order by w.code), '[]') from trace t join work_item w on w.id = t.work_item_id
    where t.${table}_id = x.id) as items from ${table} x where programme_id = ${OWN} order by number`);

/** What is owed on items (`w`) for cycles (`c`), with the report that counts (`r`), told without the program. */
const OWED = `work_item w join reporting_cycle c on c.programme_id = w.programme_id and w.is_in_force and c.due_on >= w.starts_on
    and coalesce(w.completed_on >= c.opens_on, true) and (not c.is_extraordinary or w.kind = any(c.applies_to_kinds))
  join unit u on u.id = w.lead_unit_id
  left join report_waiver x on x.work_item_id = w.id and x.cycle_id = c.id
  left join lateral (select p.state from progress_report p where p.work_item_id = w.id and p.cycle_id = c.id and p.superseded_at is null
    and p.state in ('ACCEPTED', 'SUBMITTED', 'UNIT_APPROVED', 'RETURNED')
    order by array_position('{ACCEPTED,SUBMITTED,UNIT_APPROVED,RETURNED}'::text[], p.state) limit 1) r on true`;
const OPEN_AGAIN = `exists (select from cycle_reopening o where o.cycle_id = c.id and o.work_item_id = w.id and o.until >= ${TODAY})`;
const STATE = `case when r.state = 'ACCEPTED' then 'ACCEPTED' when r.state in ('SUBMITTED', 'UNIT_APPROVED') then 'RECEIVED'
  when x.id is not null then 'WAIVED' when greatest(c.opens_on, w.starts_on) > ${TODAY} then 'NOT_YET_OPEN'
  when c.closes_on < ${TODAY} and not ${OPEN_AGAIN} then 'CLOSED_WITHOUT'
  when r.state = 'RETURNED' then 'RETURNED' when c.due_on < ${TODAY} then 'OVERDUE' else 'OPEN' end`;

/** What each file must answer: one statement that gives the whole answer (or that part of it which `of` takes), without the program. */
export const CHECKS: Readonly<Record<string, Check>> = {
  ...ADJUSTING_CHECKS,
  ...DUE_CHECKS,
  'who-owes-reports.graphql': {
    sql: `with owed as (select w.code, u.code as unit, c.period, c.due_on, ${STATE} as state from ${OWED}
        where ${STATE} in ('OVERDUE', 'RETURNED') and c.due_on < ${TODAY})
      select json_build_object('totalCount', (select count(*) from owed), 'nodes', ${rows(`select json_build_object('code', code) as "workItem", json_build_object('code', unit) as unit,
        json_build_object('period', period) as cycle, due_on as "dueOn", state, ${TODAY} - due_on as "daysLate" from owed order by due_on, code`)}) as "expectedReports"`,
  },
  'reports-by-unit.graphql': {
    sql: `select ${rows(`select u.code as unit, ${STATE} as state, count(*) from ${OWED} group by 1, 2 order by 1, 2`)} as groups`,
    of: ({ expectedReports }) => {
      const { groupedAggregates } = expectedReports as unknown as { groupedAggregates: Money[] };
      const groups = groupedAggregates.map(({ keys, count }) => ({
        unit: keys[0]!.value,
        state: keys[1]!.value,
        count,
      }));
      return {
        groups: groups.sort((one, other) => (`${one.unit} ${one.state}` < `${other.unit} ${other.state}` ? -1 : 1)),
      };
    },
  },
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
  'committee-on-a-date.graphql': {
    sql: `select
      ${rows(`select office, role from committee_membership m where ${onCommittee(`date '2021-07-23'`)} order by rank, office collate "vi-x-icu"`)} as members,
      ${rows(`select office, role from committee_membership m where coalesce(starts_on, as_of) > date '2021-07-23'
        order by coalesce(starts_on, as_of), rank, office collate "vi-x-icu"`)} as later`,
    of: ({ members, later }) => ({
      members: members!.nodes.map(({ office, role }) => ({ office, role })),
      later: later!.nodes.map(({ office, role }) => ({ office, role })),
    }),
  },
  'several-sources-side-by-side.graphql': {
    sql: `select ${rows(`select i.code, m.period, count(*)::integer as count, min(m.value) as least, max(m.value) as greatest
        from measurement m join indicator i on i.id = m.indicator_id where m.state = 'ACCEPTED' and m.superseded_at is null
        group by i.code, m.period having count(*) > 1 order by i.code collate natural_order, m.period collate "C"`)} as disputed,
      ${rows(`select i.code, (select json_agg(m.value order by m.ends_on desc, m.recorded_at, m.value) from measurement m
          where m.indicator_id = i.id and m.state = 'ACCEPTED' and m.superseded_at is null) as values
        from indicator i where exists (select from measurement m where m.indicator_id = i.id and m.state = 'ACCEPTED')
        order by i.code collate natural_order`)} as values`,
    of: ({ disputed, values }) => ({
      disputed: (disputed as unknown as { groups: Disputed[] }).groups
        .map(({ keys, count, value }) => ({
          code: keys[0]!.value,
          period: keys[1]!.value,
          count,
          least: value.min,
          greatest: value.max,
        }))
        .sort((one, other) => (`${one.code} ${one.period}` < `${other.code} ${other.period}` ? -1 : 1)),
      values: values!.nodes.map(({ code, measurements }) => ({
        code,
        values: (measurements as Page).nodes.map(({ value }) => value),
      })),
    }),
  },
  'what-units-register-again.graphql': {
    sql: `select ${one(
      'nodes',
      rows(`select r.state, json_build_object('code', u.code) as unit, r.product, json_build_object('number', t.number) as target, r.objective,
          r.resources, r.reason, (select json_agg(json_build_object('kind', c->>'kind', 'subject', c->>'subject', 'field', c->>'field',
            'before', c->>'before', 'after', c->>'after')) from jsonb_array_elements(r.change_lines) c) as changes
        from adjustment_request r join unit u on u.id = r.unit_id join target t on t.id = r.target_id
        where r.programme_id = ${OWN} order by r.registered_at`),
    )} as "adjustmentRequests"`,
  },
  'who-has-gone-through-the-list.graphql': {
    sql: `select ${one(
      'nodes',
      rows(`select json_build_object('code', u.code) as unit, l.due_on as "dueOn", case
            when exists (select from adjustment_request r, work_item w where r.unit_id = l.unit_id and r.registered_at >= l.opened_on
              and r.state in ('REGISTERED', 'UNIT_APPROVED', 'APPRAISED', 'APPROVED', 'REFUSED')
              and w.appendix_id = l.appendix_id and r.requested @> jsonb_build_array(jsonb_build_object('workItemId', w.id))) then 'ADJUSTING'
            when l.confirmed_at is not null then 'CONFIRMED' when l.due_on < ${TODAY} then 'OVERDUE' else 'OPEN' end as state
        from list_review l join unit u on u.id = l.unit_id join appendix a on a.id = l.appendix_id
        where a.code = '07-PL32' order by u.code collate natural_order`),
    )} as "listReviews",
      ${one(
        'nodes',
        rows(`select w.code, w.due_on as "dueOn", w.due_on - b.due_on as "slippageDays", json_build_object('dueOn', b.due_on) as baseline
        from work_item w join work_item_baseline b on b.work_item_id = w.id join appendix a on a.id = w.appendix_id
        where a.code = '07-PL32' and w.due_on <> b.due_on order by w.code`),
      )} as moved`,
  },
  'adjustments-by-level.graphql': {
    sql: `select (select count(*)::integer from adjustment_request where programme_id = ${OWN}) as count,
      ${rows(`select approval_level as level, state, count(*)::integer as count from adjustment_request where programme_id = ${OWN}
        group by 1, 2 order by 1, 2`)} as levels`,
    of: ({ adjustmentRequests }) => {
      const { totalCount, byLevel } = adjustmentRequests as unknown as {
        totalCount: number;
        byLevel: { keys: { value: string }[]; count: number }[];
      };
      const levels = byLevel.map(({ keys, count }) => ({ level: keys[0]!.value, state: keys[1]!.value, count }));
      const key = ({ level, state }: { level: string; state: string }) => `${level} ${state}`;
      return { count: totalCount, levels: levels.sort((one, other) => (key(one) < key(other) ? -1 : 1)) };
    },
  },
  'committee-papers.graphql': {
    sql: `select ${rows(`select code, state, (select count(*) from document_version v where v.document_id = d.id) as versions,
        (select coalesce(json_agg(s.kind order by v.number, s.ordinal), '[]') from document_section s
          join document_version v on v.id = s.version_id where v.document_id = d.id) as sections,
        (select coalesce(json_agg(s.taken_on || ' ' || s.kind || ' ' || a.display_name order by s.recorded_at), '[]') from document_step s
          join account a on a.id = s.actor_id where s.document_id = d.id) as steps
      from document d where programme_id = ${OWN} and kind in ('REGULATION', 'ASSIGNMENT', 'PLAN') and not is_sample
      order by code collate natural_order`)} as papers`,
    of: ({ documents }) => ({
      papers: documents!.nodes.map(({ code, state, versions, steps }) => ({
        code,
        state,
        versions: (versions as Named[]).length,
        sections: (versions as { sections: { kind: string }[] }[]).flatMap(({ sections }) =>
          sections.map(({ kind }) => kind),
        ),
        steps: (steps as Taken[]).map(({ takenOn, kind, actor }) => `${takenOn} ${kind} ${actor.displayName}`),
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
        from appendix a join document d on d.id = a.document_id where d.programme_id = ${OWN} order by a.code collate natural_order`),
    )} as appendices`,
  },
  'opinions-and-verdicts.graphql': {
    sql: `select ${rows(`select d.code as document, u.code as unit, opinion, verdict, verdict_reason as reason,
          greatest(0, coalesce(answered_on, case when d.state = 'CONSULTING' then ${TODAY} end, (select min(taken_on)
            from document_step s where s.document_id = d.id and s.kind = 'FINALISED'), due_on) - due_on) as "daysLate"
        from consultation c join document d on d.id = c.document_id join unit u on u.id = c.unit_id
        order by asked_on, u.code collate natural_order`)} as opinions,
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
    sql: `select ${rows(`select code, case approval_level
            when 'UNIT' then '["UNIT"]'
            when 'PEOPLES_COMMITTEE' then '["UNIT", "PEOPLES_COMMITTEE"]'
            when 'PEOPLES_COUNCIL' then '["UNIT", "PEOPLES_COMMITTEE", "PARTY_STANDING_BOARD", "PARTY_COMMITTEE", "PEOPLES_COUNCIL"]'
          end::json as levels,
          case code when '07-M-KT' then 'PEOPLES_COMMITTEE' end as awaited
        from document where programme_id = ${OWN} and approval_level is not null order by code collate natural_order`)} as documents`,
    of: ({ documents }) => ({
      documents: documents!.nodes.map(({ code, route, awaitedLevel }) => ({
        code,
        levels: route,
        awaited: awaitedLevel,
      })),
    }),
  },
  'what-carries-out-what.graphql': {
    sql: `select ${rows(`select code, (select coalesce(json_agg(x.code order by x.code collate natural_order), '[]') from document x where x.implements_id = d.id) as below
        from document d where programme_id = ${OWN} and implements_id is null order by code collate natural_order`)} as documents`,
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
    sql: `select ${rows(`select number, code, (select u.code from unit u where u.id = p.standing_agency_id) as agency, (select count(*) from target t where t.programme_id = p.id) as targets,
        (select count(*) from work_item w where w.programme_id = p.id) as items,
        (select count(*) from committee_membership m join steering_committee c on c.id = m.committee_id where c.programme_id = p.id) as members
      from programme p order by number`)} as programmes`,
    of: ({ programmes }) => ({
      programmes: programmes!.nodes.map(({ number, code, standingAgency, targets, workItems, committee }) => ({
        number,
        code,
        agency: (standingAgency as Named | null)?.code ?? null,
        targets: (targets as Page).totalCount,
        items: (workItems as Page).totalCount,
        members: (committee as { members: object[] } | null)?.members.length ?? 0,
      })),
    }),
  },
  'who-does-what.graphql': {
    sql: `select ${rows(`select code, approval_level as "approvalLevel", (select coalesce(json_agg(r.role || ' ' || u.code order by r.role, u.code collate natural_order), '[]')
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
    sql: `select ${rows(`select code, claimed_health as "claimedHealth", verified_health as "verifiedHealth", percent_complete as "percentComplete",
          case when completed_on is not null then 'COMPLETED' when due_on < ${TODAY} then 'OVERDUE' when starts_on > ${TODAY} then 'NOT_DUE'
            when ${PLANNED} - percent_complete >= 10 or exists (select from milestone m where m.work_item_id = w.id and ${MISSED}) then 'AT_RISK'
            else 'ON_TRACK' end as health
        from work_item w where programme_id = ${OWN} order by code`)} as items,
      (select count(*)::integer from work_item where programme_id = ${OWN}) as counted`,
    of: ({ workItems }) => ({
      items: workItems!.nodes.map(({ code, claimedHealth, verifiedHealth, percentComplete, health }) => ({
        code,
        claimedHealth,
        verifiedHealth,
        percentComplete,
        health,
      })),
      counted: (workItems as unknown as { claimedToo: { count: number }[] }).claimedToo.reduce(
        (total, { count }) => total + count,
        0,
      ),
    }),
  },
  'concrete-steps.graphql': {
    sql: `select ${rows(`select code, (select json_agg(m.due_on || ' ' || m.title || ' ' || coalesce(m.reached_on::text, 'open') order by m.number)
          from milestone m where m.work_item_id = w.id) as steps
        from work_item w where programme_id = ${OWN} and exists (select from milestone m where m.work_item_id = w.id) order by code`)} as items,
      ${rows(`select code from work_item w where programme_id = ${OWN}
        and exists (select from milestone m where m.work_item_id = w.id and ${MISSED}) order by code`)} as missed,
      (select count(*)::integer from work_item w where programme_id = ${OWN}
        and exists (select from milestone m where m.work_item_id = w.id and m.due_on < ${TODAY})
        and not exists (select from milestone m where m.work_item_id = w.id and ${MISSED})) as reached`,
    of: ({ workItems, missed, reachedAll }) => ({
      items: workItems!.nodes.map(({ code, milestones }) => ({
        code,
        steps: (milestones as { dueOn: string; title: string; reachedOn: string | null }[]).map(
          ({ dueOn, title, reachedOn }) => `${dueOn} ${title} ${reachedOn ?? 'open'}`,
        ),
      })),
      missed: missed!.nodes.map(({ code }) => ({ code })),
      reached: reachedAll!.totalCount,
    }),
  },
  'five-year-plan-and-aims.graphql': {
    sql: `select (select state from document where code = 'D-5y') as plan,
      ${aimsOf('objective')} as objectives, ${aimsOf('target')} as targets, ${aimsOf('viewpoint')} as viewpoints,
      ${rows(`select code, (select coalesce(json_agg(aim order by aim collate "C"), '[]') from (
            select 'O' || o.number as aim from trace t join objective o on o.id = t.objective_id where t.work_item_id = w.id
            union all select 'T' || o.number from trace t join target o on o.id = t.target_id where t.work_item_id = w.id
            union all select 'V' || o.number from trace t join viewpoint o on o.id = t.viewpoint_id where t.work_item_id = w.id) a) as serves
        from work_item w where programme_id = ${OWN} order by code`)} as items`,
    of: ({ plan, programme, workItems }) => {
      const aims = programme as unknown as { objectives: Served[]; targets: { nodes: Served[] }; viewpoints: Served[] };
      const served = (list: readonly Served[]) =>
        list.map(({ number, traces }) => ({
          number,
          items: traces.nodes.map(({ workItem }) => (workItem as Named).code),
        }));
      return {
        plan: (plan as unknown as { state: string }).state,
        objectives: served(aims.objectives),
        targets: served(aims.targets.nodes),
        viewpoints: served(aims.viewpoints),
        items: workItems!.nodes.map(({ code, traces }) => ({
          code,
          serves: (traces as Readonly<Record<string, Named | null>>[])
            .flatMap((trace) =>
              ['objective', 'target', 'viewpoint'].map(
                (kind) => trace[kind] && `${kind[0]!.toUpperCase()}${trace[kind].number!}`,
              ),
            )
            .filter(Boolean)
            .sort(),
        })),
      };
    },
  },
};
