/** A place in the log. The epoch rises when a database is restored, so that cursors of a lost future are recognised. */
export interface LogCursor {
  readonly epoch: number;
  readonly position: number;
}

/** The written form of a cursor, `epoch.position`. */
export function writeCursor({ epoch, position }: LogCursor): string {
  return `${epoch}.${position}`;
}

/** Reads a written cursor; null when the text is none. */
export function readCursor(text: string): LogCursor | null {
  const match = /^(\d{1,9})\.(\d{1,15})$/.exec(text);
  return match === null ? null : { epoch: Number(match[1]), position: Number(match[2]) };
}
