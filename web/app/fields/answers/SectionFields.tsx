// The sections of a form that is filled in: inputs where this person may answer, and what others fill in.
import type { ReactNode } from 'react';
import { usePage } from '../../frame/page-context';
import { Field, ListField } from '../Field';
import { type Question, type Section, useAnswerText } from './questions';
import { useAnswerWords } from './words';

interface Shown {
  sections: readonly Section[];
  /** What stands before the title of each section. */
  heading?: string;
  idOf: (key: string) => string;
  textOf: (key: string) => string;
  onChange: (question: Question, text: string) => void;
}

/** A part of the page for each section. What may be written is what the service says. */
export function SectionFields({ sections, heading, idOf, textOf, onChange }: Shown): ReactNode {
  const { language } = usePage();
  const words = useAnswerWords();
  return sections.map(({ part, questions }) => (
    <fieldset key={part.name} className="card">
      <legend>
        {heading ? `${heading}: ` : ''}
        {part[language]}
      </legend>
      {part.mayWrite ? (
        questions.map((question) => (
          <QuestionField key={question.key} id={idOf(question.key)} question={question} value={textOf(question.key)} onChange={(text) => onChange(question, text)} />
        ))
      ) : (
        <>
          <p className="quiet">{words.byOthers}</p>
          <Answers questions={questions} textOf={part.mayRead ? textOf : () => ''} />
        </>
      )}
    </fieldset>
  ));
}

/** Questions with what was answered, under the titles of the questions. */
export function Answers({ questions, textOf }: { questions: readonly Question[]; textOf: (key: string) => string }): ReactNode {
  const { language } = usePage();
  const shown = useAnswerText();
  return (
    <dl className="facts">
      {questions.map((question) => (
        <div key={question.key} className="fact">
          <dt>{question.titles[language] ?? question.key}</dt>
          <dd className="pre">{shown(question, textOf(question.key)) || '–'}</dd>
        </div>
      ))}
    </dl>
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
