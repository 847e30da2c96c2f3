// How a value is typed in, by its kind: within its bounds, one of its codes, or an object that is looked for.
import type { ReactNode } from 'react';
import type { FieldInfo } from '../content/type-info';
import { useWords } from '../content/words';
import { usePage } from '../frame/page-context';
import { kindOf } from './kinds';
import { LongText, ShortText } from './LongText';
import { instantOf, localText } from './moments';
import { ObjectsEdit } from './ObjectsEdit';
import { ReferenceEdit } from './ReferenceEdit';

export interface Edited {
  field: Pick<FieldInfo, 'name' | 'titles' | 'kind' | 'many' | 'options'> & Partial<FieldInfo>;
  id: string;
  value: unknown;
  isRequired: boolean;
  problem: string | null;
  change: (value: unknown) => void;
}

/** The label, the input and what is wrong with it. */
export function FieldEdit(edited: Edited): ReactNode {
  const { field, id, isRequired, problem } = edited;
  const { language } = usePage();
  const words = useWords();
  const hint = useHint(field);
  const kind = kindOf(field);
  const title = (
    <>
      {field.titles[language]} {isRequired ? <span className="quiet small">({words.required})</span> : null}
    </>
  );
  const told = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ') || undefined;
  const isGroup = kind === 'choices' || kind === 'objects' || kind === 'reference';
  return (
    <div className="field" role={isGroup ? 'group' : undefined} aria-labelledby={isGroup ? `${id}-label` : undefined}>
      {isGroup ? (
        <span className="label" id={`${id}-label`}>
          {title}
        </span>
      ) : (
        <label htmlFor={id}>{title}</label>
      )}
      {hint ? (
        <span id={`${id}-hint`} className="quiet small">
          {hint}
        </span>
      ) : null}
      {problem ? (
        <span id={`${id}-problem`} className="field-problem">
          {problem}
        </span>
      ) : null}
      <Input {...edited} told={told} />
    </div>
  );
}

function useHint(field: Edited['field']): string {
  const words = useWords();
  const kind = kindOf(field);
  const bounds =
    kind === 'number' && field.least != null && field.most != null && field.most < 2_000_000_000
      ? words.between(field.least, field.most)
      : kind === 'long' && field.longest
        ? words.atMost(field.longest)
        : '';
  return [bounds, kind === 'lines' ? words.perLine : '', field.isGivenOnce ? words.once : ''].filter(Boolean).join(' ');
}

function Input({ field, id, value, isRequired, problem, change, told }: Edited & { told: string | undefined }): ReactNode {
  const { words: frame } = usePage();
  const given = { id, 'aria-invalid': problem ? true : undefined, 'aria-describedby': told, autoComplete: 'off' };
  const text = value === null || value === undefined ? '' : String(value);
  const typed = { ...given, required: false, onChange: (event: { target: { value: string } }) => change(event.target.value || null) };
  switch (kindOf(field)) {
    case 'reference':
      return <ReferenceEdit field={field} id={id} value={value} change={change} told={told} />;
    case 'objects':
      return <ObjectsEdit field={field} id={id} value={value} change={change} />;
    case 'choice':
      return <Choice field={field} given={given} text={text} isRequired={isRequired} change={change} />;
    case 'choices':
      return <Choices field={field} id={id} value={value} change={change} />;
    case 'boolean':
      return (
        <select {...given} value={text} onChange={(event) => change({ true: true, false: false }[event.target.value] ?? null)}>
          <option value="">–</option>
          <option value="true">{frame.yes}</option>
          <option value="false">{frame.no}</option>
        </select>
      );
    case 'number':
      return (
        <input {...given} type="number" min={field.least ?? undefined} max={field.most ?? undefined} value={text} onChange={(event) => change(event.target.value === '' ? null : Number(event.target.value))} />
      );
    case 'date':
      return <input {...typed} type="date" value={text} />;
    case 'time':
      return <input {...typed} type="time" value={text.slice(0, 5)} />;
    case 'moment':
      return (
        <input {...given} type="datetime-local" value={text ? localText(text) : ''} onChange={(event) => change(event.target.value ? instantOf(event.target.value) : null)} />
      );
    case 'lines':
      return (
        <textarea {...given} value={((value ?? []) as readonly string[]).join('\n')} onChange={(event) => change(event.target.value ? event.target.value.split('\n') : [])} />
      );
    case 'json':
      return <Json given={given} value={value} change={change} />;
    case 'long':
      return <LongText {...given} most={field.longest ?? null} value={text} onChange={(written) => change(written || null)} />;
    default:
      return <ShortText {...given} most={field.longest ?? null} value={text} onChange={(written) => change(written || null)} />;
  }
}

type Given = { id: string; 'aria-invalid': boolean | undefined; 'aria-describedby': string | undefined; autoComplete: string };

function Choice(one: { field: Edited['field']; given: Given; text: string; isRequired: boolean; change: Edited['change'] }): ReactNode {
  const { language } = usePage();
  const words = useWords();
  const possible = one.field.options.filter(({ mayBeChosen, token }) => mayBeChosen || token === one.text);
  return (
    <select {...one.given} value={one.text} onChange={(event) => one.change(event.target.value || null)}>
      <option value="">{one.isRequired ? words.choose : '–'}</option>
      {possible.map(({ token, titles }) => (
        <option key={token} value={token}>
          {titles[language]}
        </option>
      ))}
    </select>
  );
}

function Choices({ field, id, value, change }: Pick<Edited, 'field' | 'id' | 'value' | 'change'>): ReactNode {
  const { language } = usePage();
  const chosen = (value ?? []) as readonly string[];
  return field.options.map(({ token, titles }) => (
    <label key={token} className="tick" htmlFor={`${id}-${token}`}>
      <input
        id={`${id}-${token}`}
        type="checkbox"
        checked={chosen.includes(token)}
        onChange={(event) => change(event.target.checked ? [...chosen, token] : chosen.filter((one) => one !== token))}
      />
      {titles[language]}
    </label>
  ));
}

function Json({ given, value, change }: { given: Given; value: unknown; change: Edited['change'] }): ReactNode {
  const text = typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value, null, 2);
  const read = (typed: string): void => {
    try {
      change(JSON.parse(typed));
    } catch {
      change(typed || null); // not JSON yet: the service says so if it is saved like this
    }
  };
  return <textarea {...given} className="raw" value={text} spellCheck={false} onChange={(event) => read(event.target.value)} />;
}
