// A field of a form under the title that the API gives it. Nothing that is typed is completed from elsewhere.
import type { ReactNode } from 'react';
import { usePage } from '../frame/page-context';
import { LongText } from './LongText';

const LONGEST = 10_000;

interface Shown {
  id: string;
  title: string;
  kind?: 'text' | 'long' | 'date' | 'number';
  value: string;
  isRequired?: boolean;
  onChange: (value: string) => void;
}

/** An input with its label. */
export function Field({ id, title, kind = 'text', value, isRequired = false, onChange }: Shown): ReactNode {
  const common = { id, required: isRequired, autoComplete: 'off', value };
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      {kind === 'long' ? (
        <LongText {...common} most={LONGEST} onChange={onChange} />
      ) : (
        <input
          {...common}
          type={kind === 'date' ? 'date' : 'text'}
          inputMode={kind === 'number' ? 'numeric' : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}

interface Listed {
  id: string;
  title: string;
  options: readonly (readonly [value: string, title: string])[];
  value: string;
  isRequired?: boolean;
  onChange: (value: string) => void;
}

/** One of a list that the service answered with. */
export function ListField({ id, title, options, value, isRequired = false, onChange }: Listed): ReactNode {
  const { words } = usePage();
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      <select id={id} required={isRequired} autoComplete="off" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{words.choose}</option>
        {options.map(([token, text]) => (
          <option key={token} value={token}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
