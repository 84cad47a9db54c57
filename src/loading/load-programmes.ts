import type { EntityManager } from 'typeorm';
import { Unit } from '../organisation/public';
import names from '../programme/data/programme-names.json';
import { Objective } from '../programme/objective.entity';
import { Programme } from '../programme/public';
import { Term } from '../programme/term.entity';
import { programme07 } from './programme07';
import { idsBy, pick, type Rows, upsertFacts } from './rows';
import { sourceOf, splitRemark } from './source-of';

const TERM = '2020-2025';

/** Programme 07's standing agency, by the code of the unit. */
const STANDING_AGENCY = 'so-khcn';

/** Loads the term, its ten programmes and the objectives of Programme 07. */
export async function loadProgrammes(manager: EntityManager): Promise<void> {
  await upsertFacts(
    manager,
    Term,
    ['code'],
    [
      {
        code: TERM,
        name: 'Nhiệm kỳ 2020-2025 (khóa XVII)',
        nameEn: 'Term 2020-2025 (17th Party Committee)',
        yearFrom: 2020,
        source: sourceOf(programme07.programme),
      },
    ],
  );
  const termId = pick(await idsBy(manager, Term, 'code'), TERM);
  const standingAgencyId = pick(await idsBy(manager, Unit, 'code'), STANDING_AGENCY);
  await upsertFacts(manager, Programme, ['code'], programmes(termId, standingAgencyId));
  await loadObjectives(manager);
}

function programmes(termId: string, standingAgencyId: string): Rows<Programme> {
  const { programme } = programme07;
  const namesByNumber = new Map(names.map((entry) => [String(entry.number), entry]));
  return programme07.programmes.map((row) => {
    const { shortName, shortNameEn, note } = { note: null, ...pick(namesByNumber, String(row.number)) };
    const title = row.title_vi === null ? null : splitRemark(row.title_vi);
    const own = row.code === programme.code;
    return {
      code: row.code,
      number: row.number,
      title: title?.text ?? null,
      titleEn: own ? programme.title_en : row.title_en,
      shortName,
      shortNameEn,
      // every title names this span
      periodFrom: 2021,
      periodTo: 2025,
      issuedOn: row.issued ?? null,
      issuer: own ? programme.issuer : null,
      generalGoal: own ? programme.general_goal_vi : null,
      termId,
      standingAgencyId: own ? standingAgencyId : null,
      source: sourceOf(row, title?.remark, note),
    };
  });
}

async function loadObjectives(manager: EntityManager): Promise<void> {
  const programmeId = pick(await idsBy(manager, Programme, 'code'), programme07.programme.code);
  const rows = programme07.objectives.map((row) => {
    const { text, remark } = splitRemark(row.text_vi);
    return { programmeId, number: row.id.replace(/^O/, ''), text, source: sourceOf(row, remark) };
  });
  await upsertFacts(manager, Objective, ['programmeId', 'number'], rows);
}
