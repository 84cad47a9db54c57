import type { QueuedReportFragment } from '../../generated/operations';
import type { ReactNode } from 'react';
import { useLanguage } from '../../common/language-context';
import { HealthLabel } from '../../common/ui/health-label';
import styles from './review-texts.module.css';

/** What the unit wrote: results first, the rest where there is some. */
export function ReviewTexts({ report }: { report: QueuedReportFragment }) {
  const { texts, pick } = useLanguage<'report'>();
  const form = texts.report.form;
  const words = texts.report.queue;
  const milestones = report.milestones.map(({ title, titleEn }) => pick(title, titleEn)).join(' · ');
  return (
    <dl className={styles.texts}>
      <Line name={form.summary}>{report.summary}</Line>
      <Line name={words.milestones}>{milestones}</Line>
      {report.claimedHealth !== null && (
        <Line name={words.claim}>
          <HealthLabel health={report.claimedHealth} /> {report.healthReason}
        </Line>
      )}
      <Line name={form.difficulties}>{report.difficulties}</Line>
      <Line name={form.proposals}>{report.proposals}</Line>
      <Line name={form.decreaseReason}>{report.decreaseReason}</Line>
      <Line name={form.latenessReason}>{report.latenessReason}</Line>
    </dl>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
