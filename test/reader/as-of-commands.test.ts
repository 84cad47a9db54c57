import { type Chance, chanceOf } from '../migrations/chance';
import type { ApiClient } from '../support/api-client';
import { makeAccount } from '../support/made/made-account';
import { mutate } from '../support/payload';
import { APPROVE, RETURN, send, SUBMIT, WITHDRAW } from '../support/report-operations';
import { bytes, Past, THEN, WHOLE } from './past';
import { SecretariatCommands } from './secretariat-commands';
import { sized } from '../support/size';

let past: Past;

beforeAll(async () => {
  past = await Past.open();
});

afterAll(() => past.close());

describe('after many commands of many people', () => {
  const UNITS = ['so-tttt', 'so-xd', 'so-gtvt', 'so-vhtt'];
  const ROUNDS = sized(10, 30);
  const AT_ONCE = 4;

  interface Office {
    readonly reporter: ApiClient;
    readonly approver: ApiClient;
    readonly items: readonly string[];
  }

  async function offices(): Promise<Office[]> {
    const made: Office[] = [];
    for (const unit of UNITS) {
      const { client: reporter } = await makeAccount(past.program, past.view, { roles: [{ role: 'REPORTER', unit }] });
      const { client: approver } = await makeAccount(past.program, past.view, { roles: [{ role: 'APPROVER', unit }] });
      const items = await past.view.rows<{ id: string }>(
        `select 'wi_' || w.id as id from work_item w join unit u on u.id = w.lead_unit_id
         where u.code = $1 and w.code !~ 'A' and w.completed_on is null order by w.code`,
        [unit],
      );
      made.push({ reporter, approver, items: items.map(({ id }) => id) });
    }
    return made;
  }

  /** One command by whoever may, as chance has it: some are refused, as in life. */
  async function command(made: readonly Office[], indicators: readonly string[], chance: Chance): Promise<boolean> {
    const office = chance.pick(made);
    const kind = chance.below(6);
    if (kind === 0) {
      const input = {
        indicatorId: chance.pick(indicators),
        period: chance.pick(['2023-Q1', '2023-Q2', '2023-Q3']),
        value: 1 + chance.below(39),
        source: 'x',
      };
      return (await mutate(past.secretariat, 'recordMeasurement', input)).userErrors.length === 0;
    }
    const reports = await past.writer.database.query<{ id: string; state: string; item: string }>(
      `select 'rp_' || id as id, state, 'wi_' || work_item_id as item from progress_report where state in ('SUBMITTED', 'UNIT_APPROVED') order by submitted_at, id`,
    );
    const report = reports.length === 0 ? null : chance.pick(reports);
    if (report === null || kind < 3) {
      const input = {
        workItemId: chance.pick(office.items),
        period: '2023-Q4',
        percentComplete: 1 + chance.below(100),
        summary: 'Ngẫu nhiên.',
        decreaseReason: 'Đính chính.',
        latenessReason: 'Chậm.',
      };
      return (await send(office.reporter, SUBMIT, input)).userErrors.length === 0;
    }
    const owner = made.find(({ items }) => items.includes(report.item));
    const progressReportId = report.id;
    if (report.state === 'UNIT_APPROVED' || owner === undefined) {
      const [statement, input] =
        kind === 5 ? [RETURN, { progressReportId, reason: 'Bổ sung.' }] : [APPROVE, { progressReportId }];
      return (await send(past.secretariat, statement, input)).userErrors.length === 0;
    }
    if (kind === 5) return (await send(owner.reporter, WITHDRAW, { progressReportId })).userErrors.length === 0;
    return (await send(owner.approver, APPROVE, { progressReportId })).userErrors.length === 0;
  }

  // one series that is always the same, one that never was
  test.each(sized([2021], [2021, Date.now()]))(
    'every moment that was seen then is seen again (series %i)',
    async (series) => {
      const ofAll = chanceOf(series);
      const made = await offices();
      const secretariat = new SecretariatCommands(past.secretariat, past.view, series);
      const indicators = (
        await past.view.rows<{ id: string }>(`select 'in_' || id as id from indicator order by code`)
      ).map(({ id }) => id);
      const analyst = await past.program.as('analyst');
      const seen: { cursor: string; client: ApiClient; data: string }[] = [];
      let count = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const results = await Promise.all(
          Array.from({ length: AT_ONCE }, (_, number) => {
            const chance = chanceOf(ofAll.below(2 ** 31));
            return number % 2 === 0 ? secretariat.one(chance) : command(made, indicators, chance);
          }),
        );
        count += results.filter(Boolean).length;
        const client = round % 5 === 0 ? analyst : past.secretariat;
        const data = await bytes(client, `{ ${WHOLE} }`);
        seen.push({ cursor: await past.cursorNow(), client, data });
      }
      expect(count).toBeGreaterThan(ROUNDS);
      expect(secretariat.done.size).toBeGreaterThan(sized(1, 5));
      expect(new Set(seen.map(({ cursor }) => cursor)).size).toBeGreaterThan(ROUNDS * 0.8);
      for (const { cursor, client, data } of seen) {
        const then = await bytes(client, THEN, { cursor });
        expect(then.replaceAll(`@${cursor}"`, '"')).toBe(`{"asOf":${data}}`);
      }
    },
    180_000,
  );
});
