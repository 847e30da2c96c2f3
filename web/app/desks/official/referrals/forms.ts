// The forms that a referral is asked, and what was answered to each.
import type { ReferralChoicesQuery } from '../../../generated/official/graphql';
import { type Question, type Section, sectionsOf, valueOf } from '../../../fields/answers/questions';

type Template = NonNullable<ReferralChoicesQuery['formTemplates']>['nodes'][number];

export interface Form {
  template: Template;
  sections: readonly Section[];
}

/** What was typed, by the id of its input. */
export type Answers = Readonly<Record<string, string>>;

/** Return the id of the input of a question. */
export function inputId(form: Form | string, key: string): string {
  return `${typeof form === 'string' ? form : form.template.id}-${key}`;
}

/** Return a form with its questions by section. */
export function formOf(template: Template): Form {
  return { template, sections: sectionsOf(template.jsonSchema, template.sections) };
}

/** Return the forms that are asked of a referral to a unit for a service. */
export function askedForms(forms: readonly Form[], unit: string, service: string): readonly Form[] {
  return forms.filter(({ template: { forUnit, forServiceCode } }) => {
    const isLinked = Boolean(forUnit ?? forServiceCode);
    return isLinked && (!forUnit || forUnit.id === unit) && (!forServiceCode || forServiceCode === service);
  });
}

/** Return the questions of a form that this person may answer. */
export function questionsOf(form: Form): readonly Question[] {
  return form.sections.flatMap(({ part, questions }) => (part.mayWrite ? questions : []));
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
