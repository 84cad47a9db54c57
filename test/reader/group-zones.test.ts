import type { ApiClient } from '../support/api-client';
import { startTestProgram, type TestProgram } from '../support/program';

const MONTHS = `query ($zone: String) { progressReports(first: 0) {
  groupedAggregates(by: [{ field: SUBMITTED_AT, bucket: MONTH, timeZone: $zone }]) { keys { value } count percentComplete { min } } } }`;

/** The same without what only the rows can say, so that kept sums may answer. */
const KEPT_MONTHS = MONTHS.replace('percentComplete { min }', '');

interface Months {
  readonly progressReports: {
    readonly groupedAggregates: readonly { readonly keys: object; readonly count: number }[];
  };
}

let program: TestProgram;
let secretariat: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  secretariat = await program.as('secretariat');
});

afterAll(() => program.close());

async function monthsIn(query: string, zone: string | null): Promise<[keys: object, count: number][]> {
  const { data, errors } = await secretariat.ask<Months>(query, { zone });
  expect(errors).toBeUndefined();
  return data.progressReports.groupedAggregates.map(({ keys, count }) => [keys, count]);
}

test('months kept for the city are not given for the months of another zone, in whichever order one asks', async () => {
  for (const zone of ['Asia/Ho_Chi_Minh', 'Pacific/Kiritimati', null, 'America/Los_Angeles', 'Asia/Kolkata']) {
    expect([zone, await monthsIn(KEPT_MONTHS, zone)]).toEqual([zone, await monthsIn(MONTHS, zone)]);
  }
});

test('a zone that is none is refused, also after one that is', async () => {
  await monthsIn(KEPT_MONTHS, 'Asia/Ho_Chi_Minh');
  for (const zone of ['Nowhere/Bad', '+07:00', '']) {
    const { errors } = await secretariat.ask(KEPT_MONTHS, { zone });
    expect([zone, errors?.map(({ extensions }) => extensions.code)]).toEqual([zone, ['BAD_USER_INPUT']]);
  }
});

test.each([
  ['a date', 'workItems', '{ field: DUE_ON, bucket: MONTH, timeZone: $zone }', 'DUE_ON'],
  ['moments that are not put together', 'progressReports', '{ field: SUBMITTED_AT, timeZone: $zone }', 'SUBMITTED_AT'],
  ['a relation', 'workItems', '{ field: LEAD_UNIT, timeZone: $zone }', 'LEAD_UNIT'],
])('a zone for %s is refused and not passed over', async (_, list, key, field) => {
  const query = `query ($zone: String) { ${list}(first: 0) { groupedAggregates(by: [${key}]) { count } } }`;
  const { errors } = await secretariat.ask(query, { zone: 'Asia/Tokyo' }, 'en');
  expect(errors?.map(({ message }) => message)).toEqual([
    `\`timeZone\` is for moments that are grouped by \`bucket\`, not for ${field}.`,
  ]);
  expect((await secretariat.ask(query, { zone: null })).errors).toBeUndefined();
});
