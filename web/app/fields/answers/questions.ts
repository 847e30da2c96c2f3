// The questions of a form, as its JSON Schema says them, section by section with what this person may there, and answers as text.
import { useDays } from '../../frame/days';
import { usePage } from '../../frame/page-context';
import type { Language } from '../../words/words';

export type Titles = Partial<Record<Language, string>>;

/** A section as the API shows it; `mayRead` and `mayWrite` are what the service itself decides by. */
export interface Part {
  name: string;
  fi: string;
  sv: string;
  en: string;
  keys: readonly string[];
  read: string;
  mayRead: boolean;
  mayWrite: boolean;
}

export interface Question {
  key: string;
  type: string;
  isRequired: boolean;
  isDate: boolean;
  isLong: boolean;
  titles: Titles;
  help: Titles;
  /** The values of a closed question, each with its titles. */
  options: readonly (readonly [string, Titles])[];
}

export interface Section {
  part: Part;
  questions: readonly Question[];
}

interface Schema {
  type?: string;
  format?: string;
  maxLength?: number;
  enum?: readonly unknown[];
  items?: Schema;
  'x-titles'?: Titles;
  'x-help'?: Titles;
  'x-options'?: Record<string, Titles>;
}

const LINE = 200; // characters up to which an answer is one line

/** Return the sections of a form that have questions, each with its own in the order of the section. */
export function sectionsOf(schema: unknown, parts: readonly Part[] | null | undefined): readonly Section[] {
  const { properties = {}, required = [] } = (schema ?? {}) as { properties?: Record<string, Schema>; required?: readonly string[] };
  const sections = (parts ?? []).map((part) => ({
    part,
    questions: part.keys.flatMap((key) => {
      const asked = properties[key];
      return asked ? [questionOf(key, asked, required.includes(key))] : [];
    }),
  }));
  return sections.filter(({ questions }) => questions.length);
}

function questionOf(key: string, part: Schema, isRequired: boolean): Question {
  return {
    key,
    isRequired,
    type: part.type ?? 'string',
    isDate: part.format === 'date',
    isLong: part.type === 'array' || (part.type === 'string' && !part.format && (part.maxLength ?? Infinity) > LINE),
    titles: part['x-titles'] ?? {},
    help: part['x-help'] ?? {},
    options: (part.enum ?? []).map((value) => [String(value), part['x-options']?.[String(value)] ?? {}] as const),
  };
}

/** Return a stored answer as it is typed. */
export function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : Array.isArray(value) ? value.join('\n') : String(value);
}

/** Return what was typed as the API takes it. */
export function valueOf({ type }: Question, text: string): unknown {
  switch (type) {
    case 'integer':
    case 'number':
      return Number.isFinite(Number(text.replace(',', '.'))) ? Number(text.replace(',', '.')) : text;
    case 'boolean':
      return text === 'true';
    case 'array': // of texts, one a line
      return text.split('\n').flatMap((line) => (line.trim() ? [line.trim()] : []));
  }
  return text;
}

/** Return a function that says an answer as people read it: a choice by its title, yes or no, a day. */
export function useAnswerText(): (question: Question, text: string) => string {
  const { language, words } = usePage();
  const { whole } = useDays();
  return ({ type, isDate, options }, text) => {
    if (!text) return '';
    if (type === 'boolean') return text === 'true' ? words.yes : words.no;
    if (isDate) return whole(text);
    return options.find(([value]) => value === text)?.[1][language] ?? text;
  };
}
