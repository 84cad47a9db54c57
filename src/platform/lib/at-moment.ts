// setTimeout takes no more than this; a screen's token lasts longer
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** Calls back at a moment of real time, however far away; gives the function that cancels it. */
export function atMoment(moment: Date, callback: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    const left = moment.getTime() - Date.now();
    timer = left <= LONGEST_WAIT_MS ? setTimeout(callback, Math.max(left, 0)) : setTimeout(wait, LONGEST_WAIT_MS);
  };
  wait();
  return () => clearTimeout(timer);
}
