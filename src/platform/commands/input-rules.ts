import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isPeriod } from '../lib/period';
import { isCleanText } from '../lib/text';
import { isBlank } from '../lib/text-forms';

function both(vi: string, en: string): ValidationOptions {
  return { message: JSON.stringify({ vi, en }) };
}

/** A text of at most so many characters, without control characters, lone surrogates or bidi overrides; `required` refuses blank ones. */
export function IsText(options: { readonly max: number; readonly required?: boolean }): PropertyDecorator {
  return (target, property) => {
    const clean = both(
      'Văn bản có ký tự không được phép (ký tự điều khiển hoặc ký tự lỗi). Hãy xóa và nhập lại.',
      'The text holds characters that are not allowed (control characters or broken ones). Remove them.',
    );
    ValidateBy(
      {
        name: 'isCleanText',
        validator: { validate: (value) => value == null || (typeof value === 'string' && isCleanText(value)) },
      },
      clean,
    )(target, property);
    const fits = (value: unknown) => typeof value !== 'string' || value.length <= options.max;
    ValidateBy(
      { name: 'isShortEnough', validator: { validate: fits } },
      both(`Tối đa ${options.max} ký tự. Hãy rút gọn.`, `At most ${options.max} characters. Shorten it.`),
    )(target, property);
    if (options.required !== true) return;
    ValidateBy(
      { name: 'isFilled', validator: { validate: (value) => typeof value === 'string' && !isBlank(value) } },
      both('Hãy nhập nội dung.', 'Enter a text.'),
    )(target, property);
  };
}

/** A name that may be left out and is not blank where it is given, since what is left out stays. */
export function IsFilledName(max: number): PropertyDecorator {
  return (target, property) => {
    IsName({ max })(target, property);
    ValidateBy(
      { name: 'isFilled', validator: { validate: (value) => value == null || !isBlank(String(value)) } },
      both(
        'Hãy nhập nội dung, hoặc bỏ trường này để giữ nguyên.',
        'Enter a text, or leave it out to keep what there is.',
      ),
    )(target, property);
  };
}

const names = new WeakMap<object, Set<string>>();

/**
 * A text of one line that people tell things apart by: a name, a title, a code, a number. As `IsText`; it is kept in the plain form, so that nothing in it
 * is unseen and equal names are equal bytes.
 */
export function IsName(options: { readonly max: number; readonly required?: boolean }): PropertyDecorator {
  return (target, property) => {
    names.set(target, (names.get(target) ?? new Set()).add(String(property)));
    IsText(options)(target, property);
  };
}

/** Whether a property of an input was declared as a name, by its class or one above. */
export function isName(input: object, property: string): boolean {
  for (let at: object | null = Object.getPrototypeOf(input) as object | null; at !== null;) {
    if (names.get(at)?.has(property) === true) return true;
    at = Object.getPrototypeOf(at) as object | null;
  }
  return false;
}

/** A percentage, 0 to 100; where it is not required, also none. */
export function IsPercent({ required = true } = {}): PropertyDecorator {
  const message = both(
    'Tiến độ phải là số từ 0 đến 100, ví dụ 97,5.',
    'The percentage must be a number from 0 to 100, for instance 97.5.',
  );
  return (target, property) =>
    ValidateBy(
      {
        name: 'isPercent',
        validator: {
          validate: (value) =>
            (typeof value === 'number' && value >= 0 && value <= 100) || (value == null && !required),
        },
      },
      message,
    )(target, property);
}

/** A period of the forms 2021, 2021-H1, 2021-Q3, 2021-07. */
export function IsPeriodText(): PropertyDecorator {
  const message = both(
    'Kỳ phải có dạng 2021, 2021-H1, 2021-Q3 hoặc 2021-07.',
    'The period must look like 2021, 2021-H1, 2021-Q3 or 2021-07.',
  );
  return (target, property) =>
    ValidateBy(
      { name: 'isPeriod', validator: { validate: (value) => typeof value === 'string' && isPeriod(value) } },
      message,
    )(target, property);
}

/** A key chosen by the caller under which a success is remembered: 1 to 100 visible ASCII characters. */
export function IsIdempotencyKey(): PropertyDecorator {
  return (target, property) =>
    ValidateBy(
      {
        name: 'isIdempotencyKey',
        validator: {
          validate: (value) => value == null || (typeof value === 'string' && /^[\x21-\x7e]{1,100}$/.test(value)),
        },
      },
      both(
        'Khóa phải gồm 1 đến 100 ký tự ASCII, không có dấu cách.',
        'A key must have 1 to 100 ASCII characters, no spaces.',
      ),
    )(target, property);
}

/** A code that people write and systems keep: small letters, digits and hyphens. */
export function IsCode(max: number): PropertyDecorator {
  const message = both(
    `Mã số (code) phải gồm 1 đến ${max} chữ thường không dấu, chữ số hoặc gạch nối, ví dụ so-khcn.`,
    `A code must have 1 to ${max} small letters, digits or hyphens, for instance so-khcn.`,
  );
  return (target, property) =>
    ValidateBy(
      {
        name: 'isCode',
        validator: {
          validate: (value) =>
            typeof value === 'string' && value.length <= max && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value),
        },
      },
      message,
    )(target, property);
}

/** A list of at most so many values; `required` refuses an empty one. */
export function IsShortList(max: number, { required = false } = {}): PropertyDecorator {
  const least = required ? 1 : 0;
  const fits = (value: unknown) => !Array.isArray(value) || (value.length >= least && value.length <= max);
  const message = required
    ? both(`Phải có từ 1 đến ${max} mục.`, `There must be 1 to ${max} entries.`)
    : both(`Chỉ được có tối đa ${max} mục.`, `There may be at most ${max} entries.`);
  return (target, property) =>
    ValidateBy({ name: 'isShortList', validator: { validate: fits } }, message)(target, property);
}

/** A whole number of at least 1 and at most so many. */
export function IsCount(max: number): PropertyDecorator {
  const fits = (value: unknown) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= max;
  const message = both(`Phải là số từ 1 đến ${max}.`, `It must be a number from 1 to ${max}.`);
  return (target, property) =>
    ValidateBy({ name: 'isCount', validator: { validate: fits } }, message)(target, property);
}
