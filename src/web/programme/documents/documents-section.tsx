import { useState } from 'react';
import { useLanguage } from '../../common/language-context';
import { RowBoundary } from '../../common/ui/row-boundary';
import { documentColumns } from '../model/document-columns';
import type { Document } from '../model/rows';
import { Section } from '../ui/section';
import { DocumentCard } from './document-card';
import styles from './documents-section.module.css';

/** The programme's papers on their way from draft to issue. */
export function DocumentsSection({ documents }: { documents: readonly Document[] | null }) {
  const words = useLanguage<'programme'>().texts.programme.documents;
  // kept here: a document that goes on to the next column stays open before its reader's eyes
  const [open, setOpen] = useState<readonly string[]>([]);
  const toggle = (code: string, isOpen: boolean) =>
    setOpen((codes) => [...codes.filter((other) => other !== code), ...(isOpen ? [code] : [])]);
  return (
    <Section id="documents" heading={words.heading} lead={words.lead} isLoading={documents === null}>
      <ol className={styles.columns}>
        {documentColumns(documents ?? []).map(({ state, documents: held }) => (
          <li key={state} className={styles.column} data-state={state}>
            <h3 className={styles.state}>
              {words.states[state]} <span>{held.length}</span>
            </h3>
            {held.length === 0 && <p className={styles.none}>{words.none}</p>}
            <ul className={styles.documents}>
              {held.map((document) => (
                <RowBoundary key={document.code} of={document} name={document.code} as="li">
                  <DocumentCard
                    document={document}
                    isOpen={open.includes(document.code)}
                    onToggle={(isOpen) => toggle(document.code, isOpen)}
                  />
                </RowBoundary>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}
