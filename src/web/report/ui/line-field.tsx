import { Field } from '../../common/ui/field';
import type { FieldError } from '../../common/ui/field-error';

interface LineFieldProps {
  id: string;
  label: string;
  hint?: string;
  value: string;
  errors: readonly FieldError[];
  onChange: (text: string) => void;
}

/** One line of text. */
export function LineField({ id, label, hint, value, errors, onChange }: LineFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} errors={errors}>
      {(attributes) => (
        <input {...attributes} className="input" value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}
