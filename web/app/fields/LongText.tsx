// A text with its bound, of one line or of several. Nothing that is typed or pasted is cut: what is too long is said, and not sent.
import { type ComponentProps, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { usePage } from '../frame/page-context';

interface Bounded {
  id: string;
  /** The bound in characters, where there is one. */
  most: number | null;
  value: string;
  onChange: (value: string) => void;
}
type Shown<Element extends 'input' | 'textarea'> = Omit<ComponentProps<Element>, keyof Bounded | 'maxLength' | 'ref'> & Bounded;

const NEAR = 100; // characters from the bound

/** The text area, and how many characters are left when few are. */
export function LongText({ most, onChange, ...given }: Shown<'textarea'>): ReactNode {
  const area = useRef<HTMLTextAreaElement>(null);
  const { said, told } = useBound(area, most, given, NEAR);
  return (
    <>
      <textarea autoComplete="off" {...given} {...told} ref={area} onChange={(event) => onChange(event.target.value)} />
      {said}
    </>
  );
}

/** The input of one line, and how many characters are left when few are. */
export function ShortText({ most, onChange, ...given }: Shown<'input'>): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const { said, told } = useBound(input, most, given, Math.min(NEAR, (most ?? 0) / 5));
  return (
    <>
      <input type="text" autoComplete="off" {...given} {...told} ref={input} onChange={(event) => onChange(event.target.value)} />
      {said}
    </>
  );
}

type Given = Pick<Bounded, 'id' | 'value'> & Pick<ComponentProps<'input'>, 'aria-invalid' | 'aria-describedby'>;
type Told = Pick<Given, 'aria-invalid' | 'aria-describedby'>;

/** Return what is said of the bound, and the attributes that tell it to whoever hears the page. */
function useBound(
  element: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  most: number | null,
  given: Given,
  near: number,
): { said: ReactNode; told: Told } {
  const { words } = usePage();
  const left = most === null ? Infinity : most - [...given.value].length;
  const isTooLong = left < 0;
  const sentence = isTooLong ? words.tooLong(-left) : left <= near ? words.charactersLeft(left) : '';
  const id = `${given.id}-left`;
  useEffect(() => element.current?.setCustomValidity(isTooLong ? sentence : ''), [element, isTooLong, sentence]);
  return {
    said: sentence ? (
      <span id={id} role="status" className={isTooLong ? 'field-problem' : 'quiet small'}>
        {sentence}
      </span>
    ) : null,
    told: {
      'aria-invalid': isTooLong || given['aria-invalid'],
      'aria-describedby': [given['aria-describedby'], sentence ? id : ''].filter(Boolean).join(' ') || undefined,
    },
  };
}
