// The questions of the forms that the unit or the service asks of a referral.
import type { ReactNode } from 'react';
import { SectionFields } from '../../../fields/answers/SectionFields';
import { titleIn } from '../../../frame/governed';
import { usePage } from '../../../frame/page-context';
import { type Answers, type Form, inputId } from './forms';

interface Shown {
  forms: readonly Form[];
  answers: Answers;
  onChange: (answers: Answers) => void;
}

/** The forms, a part of the page for each section; a section that the agency does not answer says so. */
export function ReferralQuestions({ forms, answers, onChange }: Shown): ReactNode {
  const { language } = usePage();
  return forms.map((form) => (
    <SectionFields
      key={form.template.id}
      sections={form.sections}
      heading={titleIn(form.template, language)}
      idOf={(key) => inputId(form, key)}
      textOf={(key) => answers[inputId(form, key)] ?? ''}
      onChange={({ key }, text) => onChange({ ...answers, [inputId(form, key)]: text })}
    />
  ));
}
