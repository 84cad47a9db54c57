/**
 * One press, one action: a key that is held presses a button once, and the second click of a double click presses nothing, since the button that
 * it meets may belong to what has moved there meanwhile. Gives the way to stop.
 */
export function guardPresses(): () => void {
  const onKey = (event: KeyboardEvent) => {
    const isPress = event.key === 'Enter' || event.key === ' ';
    if (event.repeat && isPress && isButton(event.target)) stop(event);
  };
  const onClick = (event: MouseEvent) => {
    if (event.detail > 1 && isButton(event.target)) stop(event);
  };
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('click', onClick, true);
  return () => {
    document.removeEventListener('keydown', onKey, true);
    document.removeEventListener('click', onClick, true);
  };
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a') !== null;
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
