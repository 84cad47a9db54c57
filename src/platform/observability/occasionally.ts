const QUIET_MS = 10_000;

/**
 * Reports an error at once, and the same message again only after ten seconds: a database that is away fails every poll, five times a second, and one
 * line of it says enough.
 */
export function occasionally(report: (error: unknown) => void): (error: unknown) => void {
  const lastReports = new Map<string, number>();
  return (error) => {
    const message = error instanceof Error ? error.message : String(error);
    const last = lastReports.get(message) ?? -Infinity;
    if (performance.now() - last < QUIET_MS) return;
    lastReports.set(message, performance.now());
    if (lastReports.size > 100) lastReports.delete(lastReports.keys().next().value!);
    report(error);
  };
}
