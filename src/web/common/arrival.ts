let isArriving = false;

/** Notes that the reader has gone to another view: its heading takes the focus once it is there. */
export function markArrival(): void {
  isArriving = true;
}

/** Whether the reader has just arrived; asked once for each arrival. */
export function takeArrival(): boolean {
  const arrived = isArriving;
  isArriving = false;
  return arrived;
}
