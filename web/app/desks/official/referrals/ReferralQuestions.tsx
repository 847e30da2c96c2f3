// The questions of the forms that the unit or the service asks of a referral.
import type { ReactNode } from 'react';
import { Field, ListField } from '../../../fields/Field';
import { titleIn } from '../../../frame/governed';
import { usePage } from '../../../frame/page-context';
import { type Answers, type Form, inputId, type Question } from './questions';

interface Shown {
  forms: readonly Form[];
  answers: Answers;
  onChange: (answers: Answers) => void;
}

/** The forms, a part of the page for each section. */
export function ReferralQuestions({ forms, answers, onChange }: Shown): ReactNode {
  const { language } = usePage();
  return forms.flatMap((form) =>
    form.sections
      .filter(({ questions }) => questions.length)
      .map(({ name, titles, questions }) => (
        <fieldset key={`${form.template.id}-${name}`} className="card">
          <legend>
            {titleIn(form.template, language)}: {titles[language]}
          </legend>
          {questions.map((question) => {
            const id = inputId(form, question.key);
            const change = (value: string): void => onChange({ ...answers, [id]: value });
            return <QuestionField key={id} id={id} question={question} value={answers[id] ?? ''} onChange={change} />;
          })}
        </fieldset>
      )),
  );
}

interface Asked {
  id: string;
  question: Question;
  value: string;
  onChange: (value: string) => void;
}

function QuestionField({ id, question, value, onChange }: Asked): ReactNode {
  const { language, words } = usePage();
  const title = question.titles[language] ?? question.key;
  const help = question.help[language];
  const common = { id, title: help ? `${title} (${help})` : title, value, isRequired: question.isRequired, onChange };
  const options = question.options.map(([token, titles]) => [token, titles[language] ?? token] as const);
  if (question.type === 'boolean')
    return (
      <ListField
        {...common}
        options={[
          ['true', words.yes],
          ['false', words.no],
        ]}
      />
    );
  if (options.length) return <ListField {...common} options={options} />;
  const isNumber = question.type === 'integer' || question.type === 'number';
  return <Field {...common} kind={question.isDate ? 'date' : isNumber ? 'number' : question.isLong ? 'long' : 'text'} />;
}
