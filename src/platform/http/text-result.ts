import type { FormattedExecutionResult } from 'graphql';
import type { MaskedAnswer } from '../graphql/answer-operation';

/** Data that is JSON text already: handed on as it is, neither parsed nor built again. */
class TextData {
  constructor(readonly text: string) {}
}

/** An answer as Apollo passes it on. */
export function textResult({ data, errors }: MaskedAnswer): FormattedExecutionResult {
  return { data: new TextData(data) as unknown as Record<string, unknown>, ...(errors && { errors }) };
}

/** Writes a result; data that is text stands in it unchanged. */
export function stringifyResult({ data, ...rest }: FormattedExecutionResult): string {
  if (!((data as unknown) instanceof TextData)) return JSON.stringify({ ...(data !== undefined && { data }), ...rest });
  const others = JSON.stringify(rest).slice(1, -1);
  return `{"data":${(data as unknown as TextData).text}${others === '' ? '' : `,${others}`}}`;
}
