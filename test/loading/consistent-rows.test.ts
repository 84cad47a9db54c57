import type { DataSource } from 'typeorm';
import { loadFacts, loadSample } from '../../src/loading/public';
import { stateAfter } from '../../src/documents/document.rules';
import type { DocumentAction } from '../../src/documents/document.rules';
import type { DocumentState } from '../../src/documents/document.state';
import { openTestDatabase } from '../support/database';
import { makeDemoAccounts } from './demo-accounts';
import { rowsOf } from './snapshot';

let dataSource: DataSource;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ dataSource, close } = await openTestDatabase());
  await dataSource.transaction(async (manager) => {
    await loadFacts(manager);
    await makeDemoAccounts(manager);
    await loadSample(manager);
  });
});

afterAll(() => close());

/** What would contradict itself, each with the rows in which it does, and how many rows it is looked for in. */
const CONTRADICTIONS: readonly (readonly [name: string, of: string, contradicts: string])[] = [
  // documents, their steps, versions and consultations
  [
    'a document whose date of submission is not that of its last step of submission',
    'document x',
    `x.submitted_on is distinct from (select max(s.taken_on) from document_step s where s.document_id = x.id and s.kind = 'SUBMITTED')`,
  ],
  [
    'a document that was submitted another number of times than its steps say',
    'document x',
    `x.submissions <> (select count(*) from document_step s where s.document_id = x.id and s.kind = 'SUBMITTED')`,
  ],
  [
    'a made-up document that does not stand where its last step left it',
    'document x where x.is_sample',
    `x.state is distinct from (select s.state from document_step s where s.document_id = x.id order by s.recorded_at desc limit 1)`,
  ],
  [
    'a document with a date of issue that is not issued',
    'document x',
    `x.issued_on is not null and x.state <> 'ISSUED'`,
  ],
  [
    'a step of a version that is not there, or was written later',
    'document_step x',
    `not exists (select from document_version v where v.document_id = x.document_id and v.number = x.version_number
       and (v.written_at at time zone 'Asia/Ho_Chi_Minh')::date <= x.taken_on)`,
  ],
  [
    'an approval without its level, or a level without an approval',
    'document_step x',
    `(x.level is null) = (x.kind = 'APPROVED')`,
  ],
  [
    'a step that says of another submission than those before it',
    'document_step x',
    `x.submission <> (select count(*) from document_step s where s.document_id = x.document_id and s.kind = 'SUBMITTED' and s.recorded_at <= x.recorded_at)`,
  ],
  [
    'an opinion that nobody was asked for on that day',
    'consultation x',
    `not exists (select from document_step s where s.document_id = x.document_id and s.kind = 'SENT_FOR_OPINIONS' and s.taken_on = x.asked_on)`,
  ],
  [
    'an opinion of which only a part is there, or in another order than time',
    'consultation x',
    `(x.answered_on is null) <> (x.opinion is null) or (x.resolved_on is null) <> (x.verdict is null)
       or x.due_on < x.asked_on or x.answered_on < x.asked_on or x.resolved_on < x.answered_on or (x.verdict is not null and x.opinion is null)`,
  ],
  // reports
  [
    'a report whose state and steps differ',
    'progress_report x',
    `(x.state in ('UNIT_APPROVED', 'ACCEPTED')) <> (x.unit_approved_at is not null) and x.state <> 'RETURNED'
       or (x.state = 'ACCEPTED') <> (x.accepted_at is not null) or (x.superseded_at is not null and x.state <> 'ACCEPTED')
       or (x.unit_approved_at is null) <> (x.unit_approved_by_id is null) or (x.accepted_at is null) <> (x.accepted_by_id is null)
       or (x.state = 'RETURNED' and x.review_note is null)`,
  ],
  [
    'a report whose steps are in another order than time',
    'progress_report x',
    `x.unit_approved_at < x.submitted_at or x.accepted_at < x.unit_approved_at or x.superseded_at < x.accepted_at or x.changed_at < x.submitted_at`,
  ],
  [
    'a report that its own date makes late or on time against what it says, or late without a reason',
    'progress_report x join reporting_cycle c on c.id = x.cycle_id',
    `x.is_late <> ((x.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date > c.due_on) or (x.is_late and x.lateness_reason is null)`,
  ],
  [
    'a report outside the days on which its cycle takes them, or for a cycle that was due before the item began',
    'progress_report x join reporting_cycle c on c.id = x.cycle_id join work_item w on w.id = x.work_item_id',
    `(x.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date not between c.opens_on and c.closes_on or c.due_on < w.starts_on
       or c.programme_id <> w.programme_id or c.period <> x.period`,
  ],
  [
    'a report of another unit than the one that holds the item on that day',
    'progress_report x join work_item w on w.id = x.work_item_id',
    `not exists (select from unit_heir h where h.unit_id = w.lead_unit_id and h.heir_id = x.unit_id
       and coalesce(h.held_from <= (x.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date, true)
       and coalesce(h.held_to >= (x.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date, true))`,
  ],
  // items and what hangs on them
  [
    'an item with another percentage than its last accepted report',
    'work_item x',
    `x.percent_complete <> coalesce((select r.percent_complete from progress_report r join reporting_cycle c on c.id = r.cycle_id
       where r.work_item_id = x.id and r.state = 'ACCEPTED' and r.superseded_at is null order by c.ends_on desc limit 1), 0)`,
  ],
  [
    'an item that is complete below 100 %, or not complete at 100 %',
    'work_item x',
    `(x.completed_on is not null) <> (x.percent_complete = 100)`,
  ],
  [
    'an item that was last reported on at another time than its reports say',
    'work_item x',
    `x.last_reported_at is distinct from (select max(r.submitted_at) from progress_report r where r.work_item_id = x.id)`,
  ],
  [
    'an item that stands in force against the state of its plan',
    'work_item x join appendix a on a.id = x.appendix_id join document d on d.id = a.document_id',
    `x.is_in_force <> (d.state = 'ISSUED')`,
  ],
  [
    'an item without exactly one lead unit, or with another one than its role says',
    'work_item x',
    `(select array_agg(u.unit_id) from unit_role u where u.work_item_id = x.id and u.role = 'LEAD') is distinct from array[x.lead_unit_id]`,
  ],
  [
    'a milestone outside the time of its item',
    'milestone x join work_item w on w.id = x.work_item_id',
    `x.due_on not between w.starts_on and w.due_on or x.reached_on < w.starts_on`,
  ],
  [
    'a resource whose decision and state differ',
    'resource x',
    `(x.state = 'PROPOSED') <> (x.decided_on is null) or x.decided_on < x.stated_on`,
  ],
  [
    'a deliverable outside the time of its item',
    'deliverable x join work_item w on w.id = x.work_item_id',
    `x.due_on not between w.starts_on and w.due_on or x.accepted_on < w.starts_on`,
  ],
  // targets
  [
    'a measurement that was corrected without being accepted, or corrects without a reason',
    'measurement x',
    `(x.superseded_at is not null and x.state <> 'ACCEPTED') or (x.corrects_id is null) <> (x.correction_reason is null)`,
  ],
  [
    'a number that is measured where no number decides',
    'measurement x',
    `exists (select from target t where t.indicator_id = x.indicator_id)
       and not exists (select from target t where t.indicator_id = x.indicator_id and t.comparator <> 'QUALITATIVE')`,
  ],
  [
    'a member in charge before the membership, or after it',
    'target_assignment x join committee_membership m on m.id = x.membership_id',
    `x.starts_on < coalesce(m.starts_on, m.as_of) or x.starts_on > m.ends_on or x.ends_on < x.starts_on`,
  ],
  [
    'a member who directs before the membership, or after it',
    'work_item_oversight x join committee_membership m on m.id = x.membership_id',
    `x.starts_on < coalesce(m.starts_on, m.as_of) or x.starts_on > m.ends_on or x.ends_on < x.starts_on`,
  ],
  // structure
  [
    'a succession on another day than the one after the end',
    'unit_succession x join unit u on u.id = x.predecessor_id join unit s on s.id = x.successor_id',
    `x.effective_on - 1 <> u.valid_to or s.valid_from > x.effective_on`,
  ],
  [
    'a report cycle whose days are out of order',
    'reporting_cycle x',
    `not (x.opens_on <= x.due_on and x.due_on <= x.closes_on)`,
  ],
];

describe('nothing that ships contradicts itself', () => {
  test.each(CONTRADICTIONS)('there is not %s', async (_name, of, contradicts) => {
    const [looked] = await rowsOf<{ n: number }>(dataSource, `select count(*)::integer as n from ${of}`);
    expect(looked!.n).toBeGreaterThan(0);
    const joint = of.includes(' where ') ? 'and' : 'where';
    expect(await rowsOf(dataSource, `select to_jsonb(x) as row from ${of} ${joint} (${contradicts})`)).toEqual([]);
  });
});

const ACTIONS: Readonly<Record<string, DocumentAction>> = {
  REVISED: 'revise',
  SENT_FOR_OPINIONS: 'sendForOpinions',
  FINALISED: 'finalise',
  SUBMITTED: 'submit',
  APPROVED: 'approve',
  RETURNED: 'return',
  ISSUED: 'issue',
  ISSUE_CORRECTED: 'correctIssue',
  WITHDRAWN: 'withdraw',
};

test('every step of a document leads to the state that the rules say, from the state before it', async () => {
  const steps = await rowsOf<{ document: string; kind: string; state: DocumentState }>(
    dataSource,
    `select d.code as document, s.kind, s.state from document_step s join document d on d.id = s.document_id order by d.code, s.recorded_at, s.id`,
  );
  const states = new Map<string, DocumentState>();
  for (const { document, kind, state } of steps) {
    const before = states.get(document);
    const after = before === undefined ? 'DRAFTING' : stateAfter(ACTIONS[kind]!, { id: document, state: before });
    expect([document, kind, after]).toEqual([document, kind, state]);
    states.set(document, state);
  }
  expect(states.size).toBeGreaterThan(3);
});
