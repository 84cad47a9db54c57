import { escapeLiteral } from 'pg';

/** A text as a literal, whatever stands in it: for statements that are sent together, which take no parameters. */
export const textLiteral: (text: string) => string = escapeLiteral;

/** A value as a literal of jsonb. */
export function jsonLiteral(value: unknown): string {
  return `${escapeLiteral(JSON.stringify(value))}::jsonb`;
}
