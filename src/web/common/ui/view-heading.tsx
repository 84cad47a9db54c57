import { type ReactNode, useEffect, useRef } from 'react';
import { takeArrival } from '../arrival';
import { useViewTitle } from '../place-context';

/** The first heading of a view: names the tab, and takes the focus of whoever has just come here from another view. */
export function ViewHeading({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useViewTitle(title);
  useEffect(() => {
    const isTyping = document.activeElement?.matches('input, textarea, select') === true;
    if (takeArrival() && !isTyping) heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}
