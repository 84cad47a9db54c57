import { useLanguage } from '../../common/language-context';
import { SampleMark } from '../../common/ui/sample-mark';
import type { Document } from '../model/rows';
import { withoutMark } from '../model/without-mark';
import { useJustChanged } from '../ui/use-just-changed';
import styles from './document-card.module.css';
import { DocumentDetails } from './document-details';
import { documentFacts } from './document-facts';

interface Props {
  document: Document;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
}

/** One document: what it is, when it is due, what it waits for; opened, its way and its wording. */
export function DocumentCard({ document, isOpen, onToggle }: Props) {
  const { texts, pick } = useLanguage<'programme'>();
  const words = texts.programme.documents;
  const isChanged = useJustChanged(
    `${document.state} ${document.awaitedLevel} ${document.openOpinions} ${document.isOverdue}`,
  );
  const unit = document.draftingUnit;
  return (
    <li
      className={`card ${styles.card}`}
      data-document={document.code}
      data-overdue={document.isOverdue}
      data-changed={isChanged}
    >
      <p className={styles.kind}>
        {words.kinds[document.kind]}
        {document.number !== null && ` ${document.number}`} {document.isSample && <SampleMark />}
      </p>
      <h4>{withoutMark(pick(document.title, document.titleEn))}</h4>
      {unit !== null && <p className={styles.fact}>{pick(unit.shortName, unit.shortNameEn)}</p>}
      <ul>
        {documentFacts(document, words).map(({ text, tone }) => (
          <li key={text} className={styles.fact} data-tone={tone}>
            {text}
          </li>
        ))}
      </ul>
      <details className={styles.details} open={isOpen} onToggle={({ currentTarget }) => onToggle(currentTarget.open)}>
        <summary>{words.open}</summary>
        {isOpen && <DocumentDetails code={document.code} />}
      </details>
    </li>
  );
}
