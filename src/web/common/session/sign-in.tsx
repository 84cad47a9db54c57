import { type FormEvent, useState } from 'react';
import { send } from '../graphql/send';
import { useLanguage } from '../language-context';
import { signIn } from '../operations';
import { ErrorSummary } from '../ui/error-summary';
import { Field } from '../ui/field';
import { type FieldError, fromUserErrors, messageOf } from '../ui/field-error';
import { ViewHeading } from '../ui/view-heading';
import styles from './sign-in.module.css';

/** E-mail and password. What was typed stays when it is refused; whose session has ended is told so, and what became of the work. */
export function SignIn({ hasEnded, onSignedIn }: { hasEnded: boolean; onSignedIn: () => void }) {
  const { texts, language } = useLanguage();
  const words = texts.common.signIn;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);

  const submit = async () => {
    const missing: FieldError[] = [];
    if (email.trim() === '') missing.push({ field: 'email', message: words.emailMissing });
    if (password === '') missing.push({ field: 'password', message: words.passwordMissing });
    if (missing.length > 0) return setErrors(missing);
    try {
      const answer = await send(signIn, { input: { email: email.trim(), password } }, language);
      if (answer.signIn.userErrors.length > 0) return setErrors(fromUserErrors(answer.signIn.userErrors));
      onSignedIn();
    } catch (error) {
      setErrors([{ field: null, message: messageOf(error, texts.common.networkFailed) }]);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };

  return (
    <form className={`card ${styles.card}`} onSubmit={onSubmit} noValidate>
      <ViewHeading title={words.heading} />
      <p className="muted">{words.lead}</p>
      {hasEnded && <SessionEnded />}
      <ErrorSummary errors={errors} heading={words.failed} />
      <Field id="email" label={words.email} errors={errors}>
        {(attributes) => (
          <input
            {...attributes}
            className="input"
            type="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field id="password" label={words.password} errors={errors}>
        {(attributes) => (
          <input
            {...attributes}
            className="input"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <button className="button" data-kind="primary" type="submit">
        {words.send}
      </button>
    </form>
  );
}

/** Why somebody who was at work is asked to sign in again. */
function SessionEnded() {
  const { texts } = useLanguage();
  return (
    <p className={styles.ended} role="status" data-testid="session-ended">
      {texts.common.signIn.ended}
    </p>
  );
}
