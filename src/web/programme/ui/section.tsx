import type { ReactNode } from 'react';
import { useLanguage } from '../../common/language-context';
import styles from './section.module.css';

interface SectionProps {
  id: string;
  heading: string;
  lead: string;
  isLoading: boolean;
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of the page, with its heading as a landmark's name. */
export function Section({ id, heading, lead, isLoading, aside, children }: SectionProps) {
  const { texts } = useLanguage();
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-heading`} data-section={id}>
      <div className={styles.top}>
        <div>
          <h2 id={`${id}-heading`}>{heading}</h2>
          <p className="muted">{lead}</p>
        </div>
        {aside}
      </div>
      {isLoading ? <p className="muted">{texts.loading}</p> : children}
    </section>
  );
}
