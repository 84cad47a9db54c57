import type { ReactNode } from 'react';
import { Field } from '../../common/ui/field';
import type { FieldError } from '../../common/ui/field-error';

interface SelectFieldProps {
  id: string;
  label: string;
  value: string;
  options: readonly { value: string; text: string }[];
  errors: readonly FieldError[];
  onChange: (value: string) => void;
  note?: ReactNode;
}

/** A choice from a list. */
export function SelectField({ id, label, value, options, errors, onChange, note }: SelectFieldProps) {
  return (
    <Field id={id} label={label} errors={errors} note={note}>
      {(attributes) => (
        <select {...attributes} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
