import { compareCodes } from '../../common/compare-codes';
import { useId } from 'react';
import { formatDate } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import { goalText } from '../../common/target-text';
import { SampleMark } from '../../common/ui/sample-mark';
import { hasRoleConflict } from '../model/count-alarms';
import type { Clause, Indicator } from '../model/rows';
import { Citations } from './citations';
import styles from './indicator-card.module.css';

/** One indicator with every programme's clause on it, side by side. */
export function IndicatorCard({ indicator }: { indicator: Indicator }) {
  const { texts, pick } = useLanguage<'programme'>();
  const id = useId();
  return (
    <section
      className={`card ${styles.card}`}
      aria-labelledby={id}
      data-indicator={indicator.code}
      data-agreement={indicator.agreement}
      data-conflict={indicator.agreement === 'CONTRADICTORY' || hasRoleConflict(indicator)}
    >
      <h3 id={id} className={styles.heading}>
        {pick(indicator.name, indicator.nameEn)} {indicator.isSample && <SampleMark />}
        <span className={styles.badge} data-tone={indicator.agreement}>
          {texts.programme.agreement.words[indicator.agreement]}
        </span>
        {indicator.roleAgreement !== 'SINGLE' && (
          <span className={styles.badge} data-tone={hasRoleConflict(indicator) ? 'CONTRADICTORY' : 'SAME'}>
            {texts.programme.agreement.roles[indicator.roleAgreement]}
          </span>
        )}
      </h3>
      <div className={styles.clauses}>
        {byProgramme(indicator.targets).map((clause) => (
          <ClauseColumn key={`${clause.programme?.code} ${clause.number}`} clause={clause} indicator={indicator} />
        ))}
      </div>
    </section>
  );
}

function ClauseColumn({ clause, indicator }: { clause: Clause; indicator: Indicator }) {
  const words = useLanguage<'programme'>();
  const { texts, pick } = words;
  const { agreement } = texts.programme;
  const { programme } = clause;
  return (
    <div className={styles.clause} data-clause={programme?.code}>
      <h4>
        {agreement.clause(programme?.code ?? '', clause.number)} {clause.isSample && <SampleMark />}
        {programme !== null && <small>{pick(programme.shortName, programme.shortNameEn)}</small>}
      </h4>
      <blockquote className={styles.wording} lang="vi">
        “{clause.wording}”
      </blockquote>
      <dl className={styles.facts}>
        <dt>{agreement.value}</dt>
        <dd>{goalText({ ...clause, indicator }, words)}</dd>
        <dt>{agreement.dueOn}</dt>
        <dd>{formatDate(clause.dueOn)}</dd>
        <dt>{agreement.leads}</dt>
        <dd>{leadsOf(clause, words) || agreement.noItems}</dd>
        <dt>{agreement.source}</dt>
        <dd>
          <Citations source={clause.source} />
        </dd>
      </dl>
    </div>
  );
}

/** The units that lead the items for a clause, each with its items: `Sở TT&TT (07-12)`. */
function leadsOf({ traces }: Clause, { pick }: Pick<ReturnType<typeof useLanguage<'programme'>>, 'pick'>): string {
  const codes = new Map<string, string[]>();
  for (const { workItem } of traces.nodes) {
    if (workItem?.leadUnit == null) continue;
    const unit = pick(workItem.leadUnit.shortName, workItem.leadUnit.shortNameEn);
    codes.set(unit, [...(codes.get(unit) ?? []), workItem.code]);
  }
  const units = [...codes].map(([unit, items]) => `${unit} (${items.join(', ')})`);
  const left = traces.totalCount - traces.nodes.length;
  // a code is one word, wherever the line ends
  return [...units, ...(left > 0 ? [`+${left}`] : [])].join('; ').replaceAll('-', '\u2011');
}

function byProgramme(clauses: readonly Clause[]): Clause[] {
  return [...clauses].sort((one, other) => compareCodes(one.programme?.code ?? '', other.programme?.code ?? ''));
}
