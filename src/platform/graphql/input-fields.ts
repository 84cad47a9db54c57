import { Field, ID } from 'type-graphql';
import { says } from '../lib/says';
import { IsIdempotencyKey, IsText } from './input-rules';

// one word for one thing: an id is no code
const AN_ID = 'Mã định danh (id) của ';

/** An input's field that names a row by the id that clients see; required. A description that begins with “Mã …” is told to be of an id, not of a code. */
export function IdField(description: string): PropertyDecorator {
  return (target, property) => {
    IsText({ max: 100, required: true })(target, property);
    const ofId = description.replace(/^Mã (?!định danh|số)/, AN_ID);
    Field(() => ID, { description: ofId })(target, property);
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
