import { createHash } from 'node:crypto';

/** Texts of statements whose names are remembered: more than all commands have. */
const MOST = 300;

const names = new Map<string, string>();

/** Name under which a connection prepares a statement: the same for the same text. */
export function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    if (names.size < MOST) names.set(text, name);
  }
  return name;
}
