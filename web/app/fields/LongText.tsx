// A text of several lines with its bound. Nothing that is typed or pasted is cut: what is too long is said, and not sent.
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { usePage } from '../frame/page-context';

interface Shown extends Omit<ComponentProps<'textarea'>, 'id' | 'value' | 'maxLength' | 'onChange'> {
  id: string;
  /** The bound in characters, where there is one. */
  most: number | null;
  value: string;
  onChange: (value: string) => void;
}

const NEAR = 100; // characters from the bound

/** The text area, and how many characters are left when few are. */
export function LongText({ most, value, onChange, ...given }: Shown): ReactNode {
  const { words } = usePage();
  const area = useRef<HTMLTextAreaElement>(null);
  const left = most === null ? Infinity : most - [...value].length;
  const isTooLong = left < 0;
  const said = isTooLong ? words.tooLong(-left) : left <= NEAR ? words.charactersLeft(left) : '';
  const told = [given['aria-describedby'], said ? `${given.id}-left` : ''].filter(Boolean).join(' ') || undefined;
  useEffect(() => area.current?.setCustomValidity(isTooLong ? said : ''), [isTooLong, said]);
  return (
    <>
      <textarea
        autoComplete="off"
        {...given}
        ref={area}
        aria-invalid={isTooLong || given['aria-invalid']}
        aria-describedby={told}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {said ? (
        <span id={`${given.id}-left`} role="status" className={isTooLong ? 'field-problem' : 'quiet small'}>
          {said}
        </span>
      ) : null}
    </>
  );
}
