const FORM =
  /^([a-z]{1,8})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:@(\d{1,9}\.\d{1,15})|~([0-9a-f]{16}))?$/;

/** The id that clients see: a type's prefix and the row's uuid. Opaque to clients, unique over all types. */
export function toGlobalId(prefix: string, uuid: string): string {
  return `${prefix}_${uuid}`;
}

/** Prefix and uuid of a client's id, or null when the text is no such id. An id of the past, or of what is supposed, names the same row. */
export function parseGlobalId(id: string): { prefix: string; uuid: string } | null {
  const match = FORM.exec(id);
  return match === null ? null : { prefix: match[1]!, uuid: match[2]! };
}

/** The log position that an id of the past carries, as `epoch.position`; null for other ids. */
export function momentOfId(id: string): string | null {
  return FORM.exec(id)?.[3] ?? null;
}

/** Whether an id was read of what was only supposed. */
export function isSupposedId(id: string): boolean {
  return FORM.exec(id)?.[4] !== undefined;
}

/** The uuids of those of clients' ids that have the prefix, each once; what is no such id is left out. */
export function idsOf(prefix: string, globalIds: readonly string[]): string[] {
  const parsed = globalIds.map(parseGlobalId).filter((id) => id?.prefix === prefix);
  return [...new Set(parsed.map((id) => id!.uuid))];
}

/** The first few of some ids as they are shown to who gave them. */
export function quotedIds(ids: readonly string[]): string {
  const shown = ids.slice(0, 3).map((id) => `"${id.slice(0, 80)}"`);
  return shown.join(', ') + (ids.length > shown.length ? ', …' : '');
}
