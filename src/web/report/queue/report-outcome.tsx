import { useEffect, useState } from 'react';
import type { ReportOutcomeQuery } from '../../generated/operations';
import { formatDateTime } from '../../common/format';
import { send } from '../../common/graphql/send';
import { useLanguage } from '../../common/language-context';
import type { PageTexts } from '../../common/texts/texts';
import { reportOutcome } from '../operations';

/** What became of a report that somebody else has answered: who, what, when. */
export function ReportOutcome({ code }: { code: string }) {
  const { texts, language } = useLanguage<'report'>();
  const [answer, setAnswer] = useState<ReportOutcomeQuery | null>(null);
  useEffect(() => {
    let isShown = true;
    send(reportOutcome, { code }, language).then(
      (found) => isShown && setAnswer(found),
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [code, language]);
  return <p>{answer === null ? texts.report.queue.answeredElsewhere : outcomeText(answer, texts.report.queue)}</p>;
}

function outcomeText({ progressReport: report, events }: ReportOutcomeQuery, words: PageTexts['report']['queue']) {
  if (report === null) return words.answeredElsewhere;
  const returnedBy = events.nodes.find(
    ({ data }) => (data as { receiptCode?: string }).receiptCode === report.receiptCode,
  );
  const people = {
    UNIT_APPROVED: report.unitApprovedBy,
    ACCEPTED: report.acceptedBy,
    RETURNED: returnedBy?.actor,
    WITHDRAWN: report.submittedBy,
  };
  if (report.state === 'DRAFT' || report.state === 'SUBMITTED') return words.answeredElsewhere;
  const name = people[report.state]?.displayName ?? words.somebody;
  const time = formatDateTime(report.changedAt);
  if (report.state === 'RETURNED') return words.outcomes.RETURNED(name, time, report.reviewNote ?? '');
  return words.outcomes[report.state](name, time);
}
