import { Field, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import type { DomainError, RefusalCode } from '../lib/domain-error';
import type { Language } from '../lib/localised';
import { CursorScalar } from '../lib/scalars';
import { says } from '../lib/says';

/** Codes of refusals, as the schema shows them. */
const UserErrorCode = {
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  INVALID: 'INVALID',
  CONFLICT: 'CONFLICT',
  CLOSED: 'CLOSED',
  LATENESS_REASON_REQUIRED: 'LATENESS_REASON_REQUIRED',
  DECREASE_REASON_REQUIRED: 'DECREASE_REASON_REQUIRED',
  IDEMPOTENCY_KEY_REUSED: 'IDEMPOTENCY_KEY_REUSED',
  RATE_LIMITED: 'RATE_LIMITED',
} as const satisfies { [code in RefusalCode]: code };

registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: says('Lý do một lệnh bị từ chối.', 'Why a mutation was refused.'),
  valuesConfig: {
    FORBIDDEN: { description: says('Không có quyền.', 'Not allowed for this account.') },
    NOT_FOUND: { description: says('Không tìm thấy.', 'Not there, or not visible to this account.') },
    INVALID: { description: says('Giá trị không hợp lệ.', 'A value is not valid.') },
    CONFLICT: {
      description: says('Đối tượng đã thay đổi.', 'The object has changed, or its state does not allow this.'),
    },
    CLOSED: { description: says('Kỳ báo cáo không mở.', 'The reporting cycle takes no reports.') },
    LATENESS_REASON_REQUIRED: { description: says('Nộp chậm phải nêu lý do.', 'A late report needs a reason.') },
    DECREASE_REASON_REQUIRED: {
      description: says('Tiến độ giảm phải nêu lý do.', 'A falling percentage needs a reason.'),
    },
    IDEMPOTENCY_KEY_REUSED: {
      description: says('Khóa đã dùng cho nội dung khác.', 'The key was used for other content.'),
    },
    RATE_LIMITED: { description: says('Quá nhiều lần trong thời gian ngắn.', 'Too often in a short time.') },
  },
});

/** One refused point of a mutation. An interface, so that a refusal may one day say more than others. */
@InterfaceType({
  description: says(
    'Một điểm bị từ chối: điều gì, ở đâu, cách khắc phục.',
    'One refused point: what, where, and the way out.',
  ),
  resolveType: () => 'InputError',
})
export abstract class UserError {
  @Field(() => String, {
    description: says('Thông báo theo ngôn ngữ của người gọi.', 'Message in the caller’s language.'),
  })
  message!: string;

  @Field(() => UserErrorCode, { description: says('Mã lý do.', 'Code.') })
  code!: RefusalCode;

  @Field(() => [String], {
    description: says(
      'Đường dẫn đến trường, ví dụ `["input","percentComplete"]`.',
      'Path of the field, for instance `["input","percentComplete"]`.',
    ),
  })
  path!: string[];
}

/** A refusal that concerns the input. */
@ObjectType({
  implements: UserError,
  description: says('Một điểm của dữ liệu vào bị từ chối.', 'A refused point of the input.'),
})
export class InputError extends UserError {}

/** What every payload has. */
@ObjectType()
export abstract class Payload {
  @Field(() => CursorScalar, {
    nullable: true,
    description: says(
      'Vị trí trong nhật ký của việc vừa ghi; trống khi bị từ chối.',
      'Log position of what was written; empty when refused.',
    ),
  })
  cursor!: string | null;

  @Field(() => [UserError], {
    description: says('Các điểm bị từ chối; rỗng là thành công.', 'Refused points; empty means done.'),
  })
  userErrors!: UserError[];
}

/** The refusals of an error in one language. */
export function toUserErrors(error: DomainError, language: Language): UserError[] {
  return error.refusals.map(({ code, path, message }) => ({ code, path: [...path], message: message[language] }));
}
