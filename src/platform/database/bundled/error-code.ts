/** The code of a Node or PostgreSQL error (`ENOENT`, `57P03`), if it carries one. Never throws. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** For `.catch(...)`: turns the listed codes into `undefined` and throws everything else again. */
export function unless(...codes: string[]): (error: unknown) => undefined {
  return (error) => {
    if (codes.includes(errorCode(error) ?? '')) return undefined;
    throw error;
  };
}
