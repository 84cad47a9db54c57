import { Field, ID } from 'type-graphql';
import { says } from '../lib/says';
import { IsIdempotencyKey, IsText } from './input-rules';

/** An input's field that names a row by the id that clients see; required. */
export function IdField(description: string): PropertyDecorator {
  return (target, property) => {
    IsText({ max: 100, required: true })(target, property);
    Field(() => ID, { description })(target, property);
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
