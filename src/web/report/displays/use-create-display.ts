import { useState } from 'react';
import { send } from '../../common/graphql/send';
import { useLanguage } from '../../common/language-context';
import { newKey } from '../../common/new-key';
import { createDisplay } from '../operations';
import { type FieldError, fromUserErrors, messageOf } from '../../common/ui/field-error';

interface CreateDisplayState {
  errors: readonly FieldError[];
  /** The whole address that opens the newest screen; shown once, never asked for again. */
  link: string | null;
  /** True when the screen was made. */
  create: (name: string, programmeCode: string) => Promise<boolean>;
}

/** Makes screens; a try without an answer is repeated under the same key. */
export function useCreateDisplay(): CreateDisplayState {
  const { texts, language } = useLanguage<'report'>();
  const [idempotencyKey, setKey] = useState(newKey);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [link, setLink] = useState<string | null>(null);

  const create = async (name: string, programmeCode: string) => {
    if (name.trim() === '') {
      setErrors([{ field: 'name', message: texts.report.displays.nameMissing }]);
      return false;
    }
    try {
      const input = { name: name.trim(), programmeCode, idempotencyKey };
      const { link: path, notice, userErrors } = (await send(createDisplay, { input }, language)).createDisplay;
      // made by a try whose answer was lost: what it showed once is not shown again
      const lost: FieldError[] = path === null && notice !== null ? [{ field: null, message: notice }] : [];
      setErrors([...fromUserErrors(userErrors), ...lost]);
      setKey(newKey());
      if (path === null) return false;
      setLink(new URL(path, window.location.origin).href);
      return true;
    } catch (error) {
      setErrors([{ field: null, message: messageOf(error, texts.common.networkFailed) }]);
      return false;
    }
  };
  return { errors, link, create };
}
