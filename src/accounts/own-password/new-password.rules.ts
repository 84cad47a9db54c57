import type { Refusal } from '../../platform/lib/domain-error';
import { sameText } from '../../platform/lib/text-forms';

/** As many signs as the passwords that the server makes up are safe by, as people count them. */
const LEAST_LENGTH = 12;

/** What a password must not be: the one that it takes the place of, and the e-mail with which one signs in. */
export interface KnownOfAccount {
  readonly currentPassword: string;
  readonly email: string | null;
}

/** What speaks against a password that somebody chose, all of it. The password itself is in no message. */
export function refusalsOfNewPassword(
  newPassword: string,
  { currentPassword, email }: KnownOfAccount,
  path: readonly string[],
): readonly Refusal[] {
  const said = (vi: string, en: string): Refusal => ({ code: 'INVALID', path, message: { vi, en } });
  const refusals: Refusal[] = [];
  if ([...newPassword.normalize('NFC')].length < LEAST_LENGTH) {
    refusals.push(
      said(
        `Mật khẩu mới phải có ít nhất ${LEAST_LENGTH} ký tự. Hãy chọn mật khẩu dài hơn, ví dụ một câu dễ nhớ.`,
        `The new password must have at least ${LEAST_LENGTH} characters. Choose a longer one, for instance a sentence.`,
      ),
    );
  }
  if (newPassword.normalize('NFC') === currentPassword.normalize('NFC')) {
    refusals.push(
      said(
        'Mật khẩu mới phải khác mật khẩu đang dùng. Hãy chọn mật khẩu khác.',
        'The new password must differ from the one in use. Choose another one.',
      ),
    );
  }
  if (email !== null && sameText(newPassword) === sameText(email)) {
    refusals.push(
      said(
        'Mật khẩu mới không được là thư điện tử của tài khoản. Hãy chọn mật khẩu khác.',
        'The new password must not be the account’s e-mail. Choose another one.',
      ),
    );
  }
  return refusals;
}
