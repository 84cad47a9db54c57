import { useEffect, useState } from 'react';
import { formatDateTime, formatNumber } from '../../../common/format';
import { useLanguage } from '../../../common/language-context';
import type { SignedIn } from '../../../common/session/use-session';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { compareValues, type Difference } from '../compare-values';
import { type DraftPlace, forgetDraft } from './draft-store';
import { type FormItem, type FormReport, valuesOf } from '../report-values';
import styles from './unsent-drafts.module.css';
import { useDrafts } from './use-drafts';

interface UnsentDraftsProps {
  item: FormItem;
  /** The report that was received for the period. */
  report: FormReport;
  viewer: SignedIn;
}

/**
 * What was typed here and is not in the report that was received, beside what is: “của bạn / hiện tại”. It stays on this device until it is sent or
 * thrown away by hand. What the report says word by word has been received, and leaves.
 */
export function UnsentDrafts({ item, report, viewer }: UnsentDraftsProps) {
  const words = useLanguage<'report'>();
  const place: DraftPlace = { viewerId: viewer.id, code: item.code, period: report.period };
  const drafts = useDrafts(place);
  const current = valuesOf(report, (value) => formatNumber(value, words.language));
  const compared = drafts.map((draft) => ({
    draft,
    differences: compareValues(draft.values, current, item.milestones, words),
  }));
  const received = compared.filter(({ differences }) => differences.length === 0).map(({ draft }) => draft.slot);
  const receivedSlots = received.join(' ');
  useEffect(() => {
    const slots = receivedSlots.split(' ').filter((slot) => slot !== '');
    slots.forEach((slot) => forgetDraft({ viewerId: viewer.id, code: item.code, period: report.period }, slot));
  }, [receivedSlots, viewer.id, item.code, report.period]);
  return compared
    .filter(({ differences }) => differences.length > 0)
    .map(({ draft, differences }) => (
      <UnsentDraft
        key={draft.slot}
        differences={differences}
        report={report}
        isOwn={report.submittedBy?.id === viewer.id}
        onForget={() => forgetDraft(place, draft.slot)}
      />
    ));
}

interface UnsentDraftProps {
  differences: readonly Difference[];
  report: FormReport;
  isOwn: boolean;
  onForget: () => void;
}

function UnsentDraft({ differences, report, isOwn, onForget }: UnsentDraftProps) {
  const { texts } = useLanguage<'report'>();
  const words = texts.report.unsent;
  const [isAsking, setAsking] = useState(false);
  const name = report.submittedBy?.displayName ?? texts.report.queue.somebody;
  const time = formatDateTime(report.submittedAt);
  return (
    <section className={`card ${styles.card}`} aria-label={words.heading} data-testid="unsent">
      <h2>{words.heading}</h2>
      <p role="status">{isOwn ? words.own(time) : words.others(name, time, report.receiptCode)}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.mine}</th>
            <th scope="col">{isOwn ? words.currentOwn : words.current(name)}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((each) => (
            <tr key={each.field}>
              <th scope="row">{each.name}</th>
              <td data-label={words.mine}>{each.mine || words.nothing}</td>
              <td data-label={words.currentShort}>{each.current || words.nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">{report.viewerCan.withdraw ? words.wayOwn : words.wayOthers(name)}</p>
      <div className="actions">
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {words.forget}
        </button>
      </div>
      {isAsking && (
        <ConfirmDialog
          question={words.forgetConfirm}
          action={words.forget}
          onConfirm={onForget}
          onCancel={() => setAsking(false)}
        />
      )}
    </section>
  );
}
