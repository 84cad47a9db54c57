import { ofProgram } from './program.mjs';

const { boundsOfPeriod } = ofProgram('platform/lib/period');
const { addDays } = ofProgram('platform/lib/clock');
const { insertMissing, idsBy } = ofProgram('loading/rows');
const { SAMPLE_SOURCE } = ofProgram('loading/source-of');
const { stableId, stableNumber } = ofProgram('platform/lib/stable-id');
const { Indicator } = ofProgram('targets/public');
const { Measurement } = ofProgram('targets/measurements/measurement.entity');
const { Target } = ofProgram('targets/target.entity');
const { TrajectoryPoint } = ofProgram('targets/trajectory-point.entity');

/** Targets of a programme, beside those that are known of it. */
const TARGETS = 15;
const BASELINE = 20;
const RISE = 2;
const YEARS = [2021, 2022, 2023, 2024, 2025];
const PERIODS = YEARS.flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`));

/** Targets of a programme on indicators of their own, each with its trajectory and a value for every quarter of the term. */
export async function loadTargets(manager, { id: programmeId, number: programme }) {
  const codes = Array.from({ length: TARGETS }, (_, index) => `city-${programme}-${index + 1}`);
  await insertMissing(manager, Indicator, codes.map(indicator));
  const indicatorIds = await idsBy(manager, Indicator, 'code');
  const rows = codes.map((code) => target(code, indicatorIds.get(code), programmeId));
  await insertMissing(manager, Target, rows);
  const points = rows.flatMap(({ id: targetId }) =>
    PERIODS.map((period, index) => ({
      targetId,
      period,
      endsOn: boundsOfPeriod(period).to,
      expected: BASELINE + RISE * (index + 1),
      isSample: true,
    })),
  );
  await insertMissing(manager, TrajectoryPoint, points);
  const values = codes.flatMap((code) =>
    PERIODS.map((period, index) => value(code, indicatorIds.get(code), period, index)),
  );
  await insertMissing(manager, Measurement, values);
}

function indicator(code) {
  const name = code.slice('city-'.length).replace('-', '.');
  return {
    code,
    name: `Chỉ số ${name}`,
    nameEn: `Indicator ${name}`,
    unitOfMeasure: '%',
    unitOfMeasureEn: '%',
    source: SAMPLE_SOURCE,
    isSample: true,
  };
}

function target(code, indicatorId, programmeId) {
  const number = code.split('-').at(-1);
  return {
    id: stableId('city target', code),
    programmeId,
    number: `C${number}`,
    name: `Tỷ lệ hoàn thành theo chỉ số ${number}`,
    nameEn: `Share by indicator ${number}`,
    shortName: `Chỉ số ${number}`,
    shortNameEn: `Indicator ${number}`,
    comparator: 'GTE',
    value: BASELINE + RISE * PERIODS.length,
    wording: 'Đạt tối thiểu 60 % vào cuối nhiệm kỳ.',
    dueOn: '2025-12-31',
    baseline: BASELINE,
    baselineOn: '2020-12-31',
    indicatorId,
    source: SAMPLE_SOURCE,
    isSample: true,
  };
}

function value(code, indicatorId, period, index) {
  const endsOn = boundsOfPeriod(period).to;
  return {
    id: stableId('city value', code, period),
    indicatorId,
    period,
    endsOn,
    value: BASELINE + RISE * (index + 1) + stableNumber(6, code, period) - 3,
    state: 'ACCEPTED',
    recordedAt: new Date(`${addDays(endsOn, 25)}T09:00:00+07:00`),
    source: SAMPLE_SOURCE,
    isSample: true,
  };
}
