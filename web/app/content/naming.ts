// What an object is called, from the fields by which people know it.
import { usePage } from '../frame/page-context';
import { isEmpty, kindOf } from '../fields/kinds';
import { dayText, momentText } from '../fields/moments';
import type { Language } from '../words/words';
import { type FieldInfo, type Referred, type TypeInfo, useTypeInfo } from './type-info';
import { useWords } from './words';

/** Return a function from an object of a type to what it is called; never empty. */
export function useNameOf(type: string): (object: Referred) => string {
  const info = useTypeInfo(type);
  const { language } = usePage();
  const { untitled } = useWords();
  return (object) => (info ? nameOf(info, object, language) || `${info.titles[language]}, ${untitled}` : '…');
}

/** Return what an object is called; empty when it has no name, or none that this person may read. */
export function nameOf(info: TypeInfo, object: Referred, language: Language): string {
  const fields = info.fields.filter((field) => field.isName && isSpoken(field, language));
  return fields.map((field) => textOf(field, object[field.name], language)).filter(Boolean).join(' ');
}

function isSpoken(field: FieldInfo, language: Language): boolean {
  const ending = /(Fi|Sv|En)$/.exec(field.name)?.[1];
  return ending === undefined || ending.toLowerCase() === language;
}

/** Return a value as a text of one line. */
export function textOf(field: FieldInfo, value: unknown, language: Language): string {
  if (isEmpty(value)) return '';
  switch (kindOf(field)) {
    case 'date':
      return dayText(String(value), language);
    case 'moment':
      return momentText(String(value), language);
    case 'choice':
      return field.options.find((one) => one.token === value)?.titles[language] ?? String(value);
    default:
      return String(value);
  }
}

/** Return an object with its fields under their own names: some come under that of the type before them. */
export function unprefixed(type: string, object: Referred): Referred {
  const named = Object.entries(object).map(([name, value]) => [name.startsWith(`${type}_`) ? name.slice(type.length + 1) : name, value]);
  return Object.fromEntries(named) as Referred;
}
