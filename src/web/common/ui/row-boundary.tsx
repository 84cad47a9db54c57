import type { ReactNode } from 'react';
import { useLanguage } from '../language-context';
import { ErrorBoundary } from './error-boundary';

interface RowBoundaryProps {
  /** The row that is shown: when it changes, it is tried again. */
  of: unknown;
  /** What people call the row. */
  name: string;
  as?: 'li' | 'div' | 'section';
  children: ReactNode;
}

/** A row that cannot be shown costs its own place only, where it says so. */
export function RowBoundary({ of, name, as: Element = 'div', children }: RowBoundaryProps) {
  const { broken } = useLanguage().texts.common;
  const fallback = (
    <Element className="muted" role="alert" data-broken={name}>
      {broken.row(name)}
    </Element>
  );
  return (
    <ErrorBoundary of={of} fallback={fallback}>
      {children}
    </ErrorBoundary>
  );
}
