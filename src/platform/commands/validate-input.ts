import { isObject, validate, type ValidationError } from 'class-validator';
import { DomainError, type Refusal } from '../lib/domain-error';
import type { Localised } from '../lib/localised';
import { normaliseTexts } from '../lib/text';
import { isName } from './input-rules';
import { refusalsOfDates } from './refusals-of-dates';

/**
 * Normalises the texts of an input to NFC, its names to the plain form, and checks its class-validator rules and the years of its dates. Messages of the rules are JSON of both languages (see `input-rules.ts`);
 * class-validator's errors echo the whole input, so only path and message go on. Throws DomainError INVALID.
 */
export async function validateInput<Input extends object>(input: Input, root = 'input'): Promise<Input> {
  normaliseTexts(input, isName);
  const errors = await validate(input, { whitelist: false, forbidUnknownValues: false, stopAtFirstError: true });
  const refusals = [...errors.flatMap((error) => toRefusals(error, [root])), ...refusalsOfDates(input, [root])];
  if (refusals.length > 0) throw new DomainError(refusals);
  return input;
}

function toRefusals(error: ValidationError, above: readonly string[]): Refusal[] {
  const path = [...above, error.property];
  const own = Object.values(error.constraints ?? {}).map((text) => ({
    code: 'INVALID' as const,
    path,
    message: readMessage(text),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => toRefusals(child, path))];
}

function readMessage(text: string): Localised {
  const message: unknown = text.startsWith('{') ? JSON.parse(text) : null;
  if (isObject<Localised>(message)) return message;
  return { vi: 'Giá trị không hợp lệ.', en: 'The value is not valid.' };
}
