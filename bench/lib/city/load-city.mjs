import { loadClearWork } from './clear-work.mjs';
import { historiesOf } from './histories.mjs';
import { loadMembers } from './members.mjs';
import { loadPapers } from './papers.mjs';
import { ofProgram } from './program.mjs';
import { loadTargets } from './targets.mjs';

const { makeDemoAccounts } = ofProgram('loading/demo-accounts');
const { loadFacts } = ofProgram('loading/load-facts');
const { loadSampleAccounts } = ofProgram('loading/sample/load-sample-accounts');
const { loadSampleCycles } = ofProgram('loading/sample/load-sample-cycles');
const { loadSampleReports } = ofProgram('loading/sample/load-sample-reports');
const { loadSampleWork } = ofProgram('loading/sample/load-sample-work');
const { insertMissing } = ofProgram('loading/rows');
const { Unit } = ofProgram('organisation/public');
const { ReportingCycle } = ofProgram('progress/cycles/reporting-cycle.entity');

const YEARS = ['2021', '2022', '2023', '2024', '2025'];
/** The quarters of the term before the sample's first. */
const FIRST_CYCLES = [
  { period: '2021-Q1', endsOn: '2021-03-31', opensOn: '2021-02-01', dueOn: '2021-03-20', closesOn: '2021-05-31' },
  { period: '2021-Q2', endsOn: '2021-06-30', opensOn: '2021-05-01', dueOn: '2021-06-20', closesOn: '2021-08-31' },
];

/**
 * Loads so many programmes with their items and all that happened in five years, by the functions that load the facts and the sample. A transaction is at most one
 * programme's year, and nothing of one is kept for the next: memory does not grow with what is loaded. `progress` is told after each transaction how many
 * of how many are done.
 */
export async function loadCity(database, programmes, password, progress) {
  await database.transaction(async ({ manager }) => {
    await loadFacts(manager);
    await makeDemoAccounts(manager, password);
  });
  const { place, accounts } = await database.transaction(({ manager }) => findPlace(manager));
  const known = await database.query('select id, number from programme order by number = 7 desc, number limit $1', [
    programmes,
  ]);
  const total = known.length * (1 + YEARS.length);
  let done = 0;
  for (const programme of known) {
    const histories = historiesOf(programme.number, place.shortNames);
    const at = { ...place, programmeId: programme.id };
    await database.transaction(async ({ manager }) => {
      at.appendixId = await loadPapers(manager, programme, {
        unitIds: place.unitIds,
        secretariat: accounts.secretariat,
      });
      await loadTargets(manager, programme);
      await loadCycles(manager, programme.id);
      await loadSampleWork(manager, at, histories);
      await loadClearWork(manager, programme, histories);
      await loadMembers(manager, programme);
    });
    progress((done += 1), total, `${histories[0].code.slice(0, 2)}-CTr`);
    for (const year of YEARS) {
      await database.transaction(({ manager }) =>
        loadSampleReports(manager, at, histories.map(within(year)), accounts),
      );
      progress((done += 1), total, `${histories[0].code.slice(0, 2)}-CTr ${year}`);
    }
  }
  // the program takes it for its demo: nothing is loaded again at a start
  await database.query('update installation set demo_loaded_at = clock_timestamp()');
}

async function findPlace(manager) {
  const units = await manager.find(Unit, { select: { id: true, code: true, shortName: true } });
  const unitIds = new Map(units.map(({ code, id }) => [code, id]));
  const shortNames = new Map(units.map(({ code, shortName }) => [code, shortName]));
  const accounts = await loadSampleAccounts(manager, unitIds, shortNames);
  return { place: { unitIds, shortNames }, accounts };
}

async function loadCycles(manager, programmeId) {
  await insertMissing(
    manager,
    ReportingCycle,
    FIRST_CYCLES.map((cycle) => ({ ...cycle, programmeId, isSample: true })),
  );
  await loadSampleCycles(manager, programmeId);
}

/** A history with the reports of one year alone. */
function within(year) {
  const isOf = ({ period }) => period.startsWith(year);
  return ({ accepted, others, ...history }) => ({
    ...history,
    accepted: accepted.filter(isOf),
    others: others.filter(isOf),
  });
}
