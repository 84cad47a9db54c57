/** Calls a listener back. What it throws goes to its host, as from any listener of events: it neither breaks the connection nor stops others. */
export function tell<Arguments extends readonly unknown[]>(
  listener: ((...args: Arguments) => void) | undefined,
  ...args: Arguments
): void {
  try {
    listener?.(...args);
  } catch (error) {
    setTimeout(() => {
      throw error instanceof Error ? error : new Error(String(error));
    });
  }
}
