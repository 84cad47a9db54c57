import type { FormattedExecutionResult } from 'graphql';
import { beginObject, member } from '../../lib/json-text';
import type { MaskedAnswer } from '../../operations/answer-operation';

/** Data that is JSON text already: handed on as it is, neither parsed nor built again. */
class TextData {
  constructor(readonly bytes: Buffer) {}
}

/** An answer as Apollo passes it on. */
export function textResult({ data, errors, extensions }: MaskedAnswer): FormattedExecutionResult {
  const text = new TextData(data) as unknown as Record<string, unknown>;
  return { data: text, ...(errors && { errors }), extensions: { ...extensions } };
}

/** Writes a result; data that is text stands in it unchanged. */
export function stringifyResult({ data, errors, extensions }: FormattedExecutionResult): string {
  if (!((data as unknown) instanceof TextData)) return JSON.stringify({ data, errors, extensions });
  return `${beginObject('data')}${textOf({ data })}${member('errors', errors)}${member('extensions', extensions)}}`;
}

/** The data of a result as JSON text; `null` where there is none. */
export function textOf({ data }: FormattedExecutionResult): string {
  const text: unknown = data;
  return text instanceof TextData ? text.bytes.toString() : JSON.stringify(data ?? null);
}

/** What follows the data in an answer to a query. */
export function tailBytes({ errors, extensions }: MaskedAnswer): Buffer {
  return Buffer.from(`${member('errors', errors)}${member('extensions', extensions)}}`);
}
