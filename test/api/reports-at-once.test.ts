import fc from 'fast-check';
import { toGlobalId } from '../../src/platform/lib/global-id';
import { globalItemId, itemIds, milestonesOf, ReportDesk, type Staff, STAFF } from '../support/report-desk';
import {
  APPROVE,
  DISCARD,
  REPEAT,
  type ReportPayload,
  RETURN,
  SAVE,
  send,
  SUBMIT,
  WITHDRAW,
} from '../support/report-operations';
import { sized } from '../support/size';

const ITEMS = 3;
const PERIODS = ['2023-Q3', '2023-Q4'] as const;

/** What somebody does; on a report: on the newest of an item and a period when the round begins. */
interface Step {
  readonly does: keyof typeof MUTATIONS | 'again';
  readonly who: Staff;
  readonly item: number;
  readonly period: number;
  readonly percent: number;
  readonly reaches: number;
  readonly hasKey: boolean;
}

/** Who usually does it; one time in seven it is whoever comes along. */
const USUALLY: Readonly<Record<Step['does'], readonly Staff[]>> = {
  submit: ['reporter', 'colleague'],
  repeat: ['reporter', 'colleague'],
  save: ['reporter', 'colleague'],
  discard: ['reporter', 'colleague'],
  approve: ['approver', 'secretariat', 'secretariat', 'colleague', 'head'],
  return: ['approver', 'secretariat', 'head'],
  withdraw: ['reporter', 'colleague'],
  again: STAFF,
};

const step: fc.Arbitrary<Step> = fc
  .constantFrom<Step['does']>(
    'submit',
    'submit',
    'submit',
    'approve',
    'approve',
    'approve',
    'return',
    'withdraw',
    'repeat',
    'save',
    'save',
    'discard',
    'again',
  )
  .chain((does) =>
    fc.record({
      does: fc.constant(does),
      who: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...USUALLY[does]) }, fc.constantFrom(...STAFF)),
      item: fc.nat(ITEMS - 1),
      period: fc.nat(PERIODS.length - 1),
      percent: fc.constantFrom(0, 10, 33.33, 50, 99.999, 100),
      reaches: fc.nat(3),
      hasKey: fc.boolean(),
    }),
  );

const MUTATIONS = {
  submit: SUBMIT,
  repeat: REPEAT,
  save: SAVE,
  discard: DISCARD,
  approve: APPROVE,
  return: RETURN,
  withdraw: WITHDRAW,
};

/** A command as it was sent, and what came of it. */
interface Sent {
  readonly does: keyof typeof MUTATIONS;
  readonly who: Staff;
  readonly input: Readonly<Record<string, unknown>>;
  readonly payload: ReportPayload;
}

/** Refusals that these commands may meet. Never that the server is at a loss. */
const REFUSED = new Set(['CONFLICT', 'FORBIDDEN', 'NOT_FOUND', 'LATENESS_REASON_REQUIRED', 'DECREASE_REASON_REQUIRED']);

const EVENTS: Readonly<Record<string, string>> = {
  SUBMITTED: 'PROGRESS_REPORT_SUBMITTED',
  UNIT_APPROVED: 'PROGRESS_REPORT_UNIT_APPROVED',
  ACCEPTED: 'PROGRESS_REPORT_ACCEPTED',
  RETURNED: 'PROGRESS_REPORT_RETURNED',
  WITHDRAWN: 'PROGRESS_REPORT_WITHDRAWN',
};

let together: ReportDesk;
let alone: ReportDesk;

beforeAll(async () => {
  together = await ReportDesk.open();
  alone = await ReportDesk.open();
  for (const desk of [together, alone]) await desk.addThirdLevel('PEOPLES_COMMITTEE');
});

afterAll(async () => {
  await together.close();
  await alone.close();
});

const positionOf = ({ payload }: Sent): number => Number(payload.cursor!.split('.')[1]);
const isDone = ({ payload }: Sent): boolean => payload.userErrors.length === 0;

/** The commands of one case, sent round by round, all of a round at the same moment. */
class Mix {
  readonly sent: Sent[] = [];
  private keys = 0;

  constructor(
    private readonly items: readonly string[],
    private readonly name: string,
  ) {}

  async round(steps: readonly Step[]): Promise<void> {
    const planned = steps.flatMap((one) => this.plan(one) ?? []);
    const sent = await Promise.all(
      planned.map(async ({ does, who, input }) => ({
        does,
        who,
        input,
        payload: await send(together.clients[who], MUTATIONS[does], input),
      })),
    );
    this.sent.push(...sent);
  }

  private plan({ does, who, item, period, percent, reaches, hasKey }: Step): Omit<Sent, 'payload'> | null {
    if (does === 'again') {
      const before = this.sent.filter(({ input }) => 'idempotencyKey' in input);
      const one = before[(item + period) % Math.max(1, before.length)];
      return one === undefined ? null : { does: one.does, who: one.who, input: one.input };
    }
    const key = hasKey ? { idempotencyKey: `${this.name}-${(this.keys += 1)}` } : {};
    const workItemId = globalItemId(this.items[item]!);
    if (does === 'submit') {
      const milestoneIds = milestonesOf(this.items[item]!)
        .filter((_, index) => (reaches >> index) % 2 === 1)
        .map((id) => toGlobalId('ms', id));
      const reasons = percent === 0 ? {} : { decreaseReason: 'Đính chính.', latenessReason: 'Chờ số liệu.' };
      const input = {
        workItemId,
        period: PERIODS[period],
        percentComplete: percent,
        summary: 'Đã làm xong phần việc.',
        milestoneIds,
        ...reasons,
      };
      return { does, who, input: { ...input, ...key } };
    }
    const place = { workItemId, period: PERIODS[period] };
    if (does === 'repeat') {
      // a repetition of what is for an earlier period and late says why
      return { does, who, input: { ...place, ...(reaches > 0 && { latenessReason: 'Chờ số liệu.' }), ...key } };
    }
    if (does === 'save') {
      const seen = reaches === 3 ? {} : { expectedVersion: reaches };
      return { does, who, input: { ...place, percentComplete: percent, summary: `Nháp ${percent}.`, ...seen, ...key } };
    }
    const made = (kinds: readonly Step['does'][]) =>
      this.sent.filter(
        (one) =>
          kinds.includes(one.does) &&
          isDone(one) &&
          one.input.workItemId === workItemId &&
          one.input.period === PERIODS[period],
      );
    if (does === 'discard') {
      const draft = made(['save']).at(-1)?.payload.progressReportDraft;
      return draft == null ? null : { does, who, input: { progressReportDraftId: draft.id } };
    }
    const report = made(['submit', 'repeat']).at(-1)?.payload.progressReport;
    if (report === undefined) return null;
    const reason = does === 'return' ? { reason: 'Thiếu minh chứng.' } : {};
    // mutations of reviews know no key: what they did once, they do not do again
    return { does, who, input: { progressReportId: report!.id, ...reason } };
  }

  /** What was done, once each, in the order of the log. */
  get done(): readonly Sent[] {
    const seen = new Set<string>();
    return this.sent
      .filter(isDone)
      .sort((left, right) => positionOf(left) - positionOf(right))
      .filter(({ payload }) => !seen.has(payload.cursor!) && seen.add(payload.cursor!));
  }
}

/** The report or draft that a command made or changed; none where it discarded one. */
function rowOf({ progressReport, progressReportDraft }: ReportPayload): string | undefined {
  return progressReport?.id ?? progressReportDraft?.id;
}

/** Does the same one by one, on the other desk. */
async function repeat(sent: readonly Sent[]): Promise<void> {
  const known = new Map<unknown, string>();
  for (const { does, who, input, payload } of sent) {
    const translated = Object.fromEntries(
      Object.entries(input).map(([name, value]) => [name, name.endsWith('Id') ? (known.get(value) ?? value) : value]),
    );
    const repeated = await send(alone.clients[who], MUTATIONS[does], translated);
    if (repeated.userErrors.length > 0) throw new Error(JSON.stringify({ does, who, input, repeated }));
    known.set(rowOf(payload), rowOf(repeated)!);
  }
}

test(
  'reports that are submitted, judged and taken back at the same moment leave what they would leave one after the other',
  async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 4, maxLength: 14 }), { minLength: 3, maxLength: 8 }),
        async (rounds) => {
          const items = itemIds(ITEMS);
          await together.addItems(items, 'PARTY_COMMITTEE');
          await alone.addItems(items, 'PARTY_COMMITTEE');
          const mix = new Mix(items, `mix-${(number += 1)}`);
          for (const round of rounds) await mix.round(round);

          for (const { payload } of mix.sent) {
            for (const { code } of payload.userErrors) expect(REFUSED).toContain(code);
          }
          await repeat(mix.done);
          expect(await together.traces(items)).toEqual(await alone.traces(items));
          await expectOwnCursors(mix.sent.filter(isDone));
          expectSameAnswers(mix.sent);
        },
      ),
      // each step shrinks by the second: the case that is found is said as it is
      { numRuns: sized(15, 60), endOnFailure: true },
    );
  },
  sized(120_000, 900_000),
);

/** The cursor of an answer is the place of its own event, whoever was written with it. */
async function expectOwnCursors(sent: readonly Sent[]): Promise<void> {
  const events = await together.view.rows<{ position: number; type: string; subject: string }>(
    'select position, type, subject_id as subject from event_log where position = any($1)',
    [sent.map(positionOf)],
  );
  const byPosition = new Map(events.map((event) => [event.position, event]));
  for (const one of sent) {
    const { type, subject } = byPosition.get(positionOf(one))!;
    if (one.does === 'discard') expect(type).toBe('PROGRESS_REPORT_DRAFT_DISCARDED');
    else if (one.does === 'save') {
      expect(type).toBe('PROGRESS_REPORT_DRAFT_SAVED');
      // it may have been used up before the answer was read
      expect([undefined, toGlobalId('rd', subject)]).toContain(rowOf(one.payload));
    } else expect(toGlobalId('rp', subject)).toBe(rowOf(one.payload));
    if (one.does === 'submit') expect(type).toBe(EVENTS.SUBMITTED);
  }
}

/** Whoever asks again by a key gets the first answer. */
function expectSameAnswers(sent: readonly Sent[]): void {
  const first = new Map<unknown, ReportPayload>();
  for (const { input, payload } of sent.filter(isDone)) {
    if (!('idempotencyKey' in input)) continue;
    const known = first.get(input.idempotencyKey) ?? payload;
    first.set(input.idempotencyKey, known);
    expect([payload.receipt, payload.cursor]).toEqual([known.receipt, known.cursor]);
    expect(payload.progressReport?.id).toBe(known.progressReport?.id);
  }
}
