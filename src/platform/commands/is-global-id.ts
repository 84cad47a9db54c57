import { ValidateBy, type ValidationArguments } from 'class-validator';
import { parseGlobalId } from '../lib/global-id';
import { isCleanText } from '../lib/text';

export interface IsIdOptions {
  /** The field of Query that finds a row of the kind by what people call it: its code unless `by` names another argument. */
  readonly found?: string;
  readonly by?: string;
}

/** A refused text is said again up to this length; more of it would hide what is said about it. */
const MOST_SAID = 40;

/**
 * A text of the form of the ids that clients see. What has another form is most often a code, so the refusal says that it is none and how the id is
 * had. Whether an id of the form is anybody's is the command's to say (NOT_FOUND): the form tells nothing of what there is.
 */
export function IsGlobalId({
  found,
  by = 'code',
  each = false,
}: IsIdOptions & { readonly each?: boolean }): PropertyDecorator {
  const isId = (value: unknown): boolean =>
    value == null || (typeof value === 'string' && parseGlobalId(value) !== null);
  const validate = (value: unknown): boolean => (each && Array.isArray(value) ? value.every(isId) : isId(value));
  const message = ({ value }: ValidationArguments): string => {
    const given: unknown = Array.isArray(value) ? value.find((entry) => !isId(entry)) : value;
    return JSON.stringify(refusalOf(String(given), found === undefined ? null : { field: found, by }));
  };
  return (target, property) =>
    ValidateBy({ name: 'isGlobalId', validator: { validate } }, { message })(target, property);
}

function refusalOf(given: string, found: { field: string; by: string } | null): { vi: string; en: string } {
  const isSaid = given.length <= MOST_SAID && isCleanText(given) && !/["“”\\]/.test(given);
  const vi = `${isSaid ? `“${given}”` : 'Giá trị'} không phải mã định danh (id), có thể là mã số (code).`;
  const en = `${isSaid ? `“${given}”` : 'The value'} is no id; it may be a code.`;
  if (found === null) {
    return {
      vi: `${vi} Hãy dùng giá trị của trường id.`,
      en: `${en} Use what the field id gives.`,
    };
  }
  const query = `“${found.field}(${found.by}: "${isSaid ? given : '…'}") { id }”`;
  return {
    vi: `${vi} Hãy lấy id bằng truy vấn ${query}.`,
    en: `${en} Get the id with the query ${query}.`,
  };
}
