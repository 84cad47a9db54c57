/**
 * A signal that follows another within this time is the same one. In a terminal Ctrl-C reaches the whole group, and npm
 * passes it on once more, some 100 ms later; a service manager may do the same.
 */
const SAME_MS = 2_000;

/** Who the program listens to; `process`, except in tests. */
interface SignalSource {
  on(signal: NodeJS.Signals, hear: (signal: NodeJS.Signals) => void): unknown;
}

/** How urgently the program was asked to end. */
export interface StopSignals {
  /**
   * Aborted by the first signal: everything is stopped in the order in which nothing is lost. Its reason is the
   * signal's name.
   */
  readonly asked: AbortSignal;
  /** Aborted by one that comes two seconds later or more: nobody is waited for, but the database is told to stop. */
  readonly hurried: AbortSignal;
  /** Takes a signal that was heard elsewhere. */
  hear(signal: NodeJS.Signals): void;
}

/**
 * Listens for signals from now on. One that comes two seconds after the hurried stop began ends the process with code
 * 1, whatever is still going on. `now` counts milliseconds.
 */
export function listenForStop(
  signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'],
  source: SignalSource = process,
  read: () => number = () => performance.now(),
  exit: (code: number) => void = (code) => process.exit(code),
): StopSignals {
  const asked = new AbortController();
  const hurried = new AbortController();
  let heardAt = -Infinity;
  const hear = (signal: NodeJS.Signals): void => {
    if (read() - heardAt < SAME_MS) return;
    heardAt = read();
    if (!asked.signal.aborted) asked.abort(signal);
    else if (!hurried.signal.aborted) hurried.abort(signal);
    else exit(1);
  };
  for (const signal of signals) source.on(signal, hear);
  return { asked: asked.signal, hurried: hurried.signal, hear };
}

/** Resolves when a signal is aborted. */
export function whenAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** Waits for work, but no longer than until a stop is asked for; rejects then, and the work goes on unobserved. */
export function unlessStopped<Result>(work: Promise<Result>, asked: AbortSignal): Promise<Result> {
  const stopped = whenAborted(asked).then(() => {
    throw new Error(`told to end (${String(asked.reason)})`);
  });
  return Promise.race([work, stopped]);
}
