import type { Health } from '../generated/operations';
import './status-shape.css';

/** The shape of a status: it carries the meaning even without its colour. Sized by the font size around it. */
export function StatusShape({ health, label }: { health: Health; label?: string }) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className="status-shape" data-health={health} viewBox="0 0 24 24" {...named}>
      {SHAPES[health]}
    </svg>
  );
}

const SHAPES = {
  OVERDUE: (
    <>
      <path
        className="status-fill"
        d="M12 2.6c.5 0 1 .26 1.24.7l9 16.1c.55 1-.15 2.2-1.27 2.2H3.03c-1.12 0-1.82-1.2-1.27-2.2l9-16.1c.25-.44.74-.7 1.24-.7z"
      />
      <path className="status-mark" d="M12 9v5.4M12 17.6v.6" />
    </>
  ),
  AT_RISK: (
    <path
      className="status-fill"
      d="M11 1.9a1.4 1.4 0 0 1 2 0l9.1 9.1a1.4 1.4 0 0 1 0 2L13 22.1a1.4 1.4 0 0 1-2 0L1.9 13a1.4 1.4 0 0 1 0-2z"
    />
  ),
  ON_TRACK: <circle className="status-fill" cx="12" cy="12" r="9.4" />,
  COMPLETED: (
    <>
      <rect className="status-fill" x="2.2" y="2.2" width="19.6" height="19.6" rx="3.4" />
      <path className="status-mark" d="M6.9 12.6l3.5 3.4 6.8-7.6" />
    </>
  ),
  NOT_DUE: <circle className="status-ring" cx="12" cy="12" r="8.1" />,
} as const satisfies Record<Health, React.ReactNode>;
