// The questions of the forms that a referral is asked, as their JSON Schema says them, and what was answered, as text.
import type { ReferralChoicesQuery } from '../../../generated/official/graphql';
import type { Language } from '../../../words/words';

type Template = NonNullable<ReferralChoicesQuery['formTemplates']>['nodes'][number];
type Titles = Partial<Record<Language, string>>;

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

export interface Form {
  template: Template;
  sections: readonly { name: string; titles: Titles; questions: readonly Question[] }[];
}

/** What was typed, by the id of its input. */
export type Answers = Readonly<Record<string, string>>;

interface Part {
  type?: string;
  format?: string;
  maxLength?: number;
  enum?: readonly unknown[];
  items?: Part;
  'x-titles'?: Titles;
  'x-help'?: Titles;
  'x-options'?: Record<string, Titles>;
}

const LINE = 200; // characters up to which an answer is one line

/** Return the id of the input of a question. */
export function inputId(form: Form | string, key: string): string {
  return `${typeof form === 'string' ? form : form.template.id}-${key}`;
}

/** Return a form with its questions by section, in the order of the section. */
export function formOf(template: Template): Form {
  const schema = template.jsonSchema as { properties?: Record<string, Part>; required?: readonly string[] };
  const sections = (template.sections ?? []).map(({ name, fi, sv, en, keys }) => ({
    name: name ?? '',
    titles: { fi: fi ?? '', sv: sv ?? '', en: en ?? '' },
    questions: (keys ?? []).flatMap((key) => {
      const part = schema.properties?.[key];
      return part ? [questionOf(key, part, schema.required?.includes(key) ?? false)] : [];
    }),
  }));
  return { template, sections };
}

function questionOf(key: string, part: Part, isRequired: boolean): Question {
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

/** Return the forms that are asked of a referral to a unit for a service. */
export function askedForms(forms: readonly Form[], unit: string, service: string): readonly Form[] {
  return forms.filter(({ template: { forUnit, forServiceCode } }) => {
    const isLinked = Boolean(forUnit ?? forServiceCode);
    return isLinked && (!forUnit || forUnit.id === unit) && (!forServiceCode || forServiceCode === service);
  });
}

/** Return the questions of a form, of all its sections. */
export function questionsOf(form: Form): readonly Question[] {
  return form.sections.flatMap(({ questions }) => questions);
}

/** Return the answers as the API takes them, of each form of which something was answered. */
export function givenAnswers(forms: readonly Form[], answers: Answers): { templateId: string; answers: object }[] {
  return forms.flatMap((form) => {
    const given = questionsOf(form).flatMap((question) => {
      const text = answers[inputId(form, question.key)]?.trim();
      return text ? [[question.key, valueOf(question, text)] as const] : [];
    });
    return given.length ? [{ templateId: form.template.id, answers: Object.fromEntries(given) }] : [];
  });
}

function valueOf({ type }: Question, text: string): unknown {
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
