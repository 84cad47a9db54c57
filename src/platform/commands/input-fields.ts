import { Field, ID } from 'type-graphql';
import { says } from '../lib/says';
import { IsGlobalId, type IsIdOptions } from './is-global-id';
import { IsIdempotencyKey, IsShortList, IsText } from './input-rules';

interface IdOptions extends IsIdOptions {
  readonly nullable?: boolean;
}

interface IdsOptions extends IsIdOptions {
  readonly max: number;
  readonly required?: boolean;
  readonly nullable?: boolean;
}

/**
 * An input's field that names a row by the id that clients see; required unless it is nullable. Each says that a
 * code is none.
 */
export function IdField(description: string, { nullable = false, ...options }: IdOptions = {}): PropertyDecorator {
  return (target, property) => {
    IsText({ max: 100, required: !nullable })(target, property);
    IsGlobalId(options)(target, property);
    Field(() => ID, { nullable, description: ofId(description) })(target, property);
  };
}

/** An input's field that names rows by the ids that clients see: at most so many, and at least one where it is required. */
export function IdsField(description: string, { max, required = false, nullable = false, ...options }: IdsOptions) {
  return (target: object, property: string | symbol): void => {
    IsShortList(max, { required })(target, property);
    IsGlobalId({ ...options, each: true })(target, property);
    Field(() => [ID], { nullable, description: ofId(description) })(target, property);
  };
}

/** The input's field with the key under which a success is remembered; optional. */
export function IdempotencyKeyField(): PropertyDecorator {
  return (target, property) => {
    IsIdempotencyKey()(target, property);
    Field(() => String, {
      nullable: true,
      description: says('Khóa chống gửi trùng, giữ 30 ngày.', 'Key under which a success is remembered for 30 days.'),
    })(target, property);
  };
}

function ofId(description: string): string {
  const [vi = '', en = ''] = description.split('\n');
  return says(
    `${vi} Lấy từ trường \`id\`, không dùng mã số (code).`,
    `${en} As the field \`id\` gives it; a code is not taken.`,
  );
}
