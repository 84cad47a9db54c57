import { formatDelta } from '../../common/format';
import { HEALTHS } from '../../common/health';
import type { Language } from '../../common/language';
import type { TextsOf } from '../../common/texts/texts';
import type { Health } from '../../generated/operations';
import type { Item, Target } from '../model/rows';
import type { WorstRow } from './health-bar';

interface Words {
  texts: TextsOf<'programme'>;
  language: Language;
  pick: (vietnamese: string, english: string) => string;
}

const SHOWN = 3;

/** The targets in trouble, overdue ones first, with how far they are from their trajectory. */
export function worstTargets(targets: readonly Target[], { texts, language, pick }: Words): WorstRow[] {
  return inTrouble(targets)
    .slice(0, SHOWN)
    .map((target) => ({
      health: target.health,
      code: texts.targetLabel(target.number),
      name: pick(target.shortName, target.shortNameEn),
      note: target.deviation === null ? '' : formatDelta(target.deviation, language),
      isSample: target.isSample || target.latestMeasurement?.isSample === true,
    }));
}

/** The items in trouble, the latest first. */
export function worstItems(items: readonly Item[], { texts, pick }: Words): WorstRow[] {
  return inTrouble([...items].sort((one, other) => other.daysLate - one.daysLate))
    .slice(0, SHOWN)
    .map(({ health, code, shortName, shortNameEn, daysLate, isSample }) => ({
      health,
      code,
      name: pick(shortName, shortNameEn),
      note: daysLate > 0 ? texts.programme.work.daysLate(daysLate) : '',
      isSample,
    }));
}

function inTrouble<Row extends { health: Health }>(rows: readonly Row[]): Row[] {
  return rows
    .filter(({ health }) => health === 'OVERDUE' || health === 'AT_RISK')
    .sort((one, other) => HEALTHS.indexOf(one.health) - HEALTHS.indexOf(other.health));
}
