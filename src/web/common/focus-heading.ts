/** Gives the focus to the heading of the view: where a button was that is gone, nothing else would have it. The page does not move. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}
