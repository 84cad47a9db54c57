import { Field } from '../../common/ui/field';
import type { FieldError } from '../../common/ui/field-error';

interface TextFieldProps {
  id: string;
  label: string;
  hint?: string;
  value: string;
  errors: readonly FieldError[];
  onChange: (text: string) => void;
}

/** A few lines of text. */
export function TextField({ id, label, hint, value, errors, onChange }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} errors={errors}>
      {(attributes) => (
        <textarea
          {...attributes}
          className="input"
          rows={2}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
