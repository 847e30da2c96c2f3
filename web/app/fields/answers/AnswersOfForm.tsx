// The answers to a form as a field of an object of any type: filled in, or read, by the sections of the form.
import { type ReactNode, useState } from 'react';
import type { Asked } from '../../ask';
import { type Content, documentOf, type FieldInfo, type Referred, useTypeInfo, type Variables } from '../../content/type-info';
import { Answered } from '../../frame/Answered';
import { useLook, usePage } from '../../frame/page-context';
import { FieldEdit, type Edited } from '../FieldEdit';
import { FieldView } from '../FieldView';
import { Withheld } from '../Withheld';
import { type Part, type Question, type Section, sectionsOf, textOf, valueOf } from './questions';
import { Answers, SectionFields } from './SectionFields';
import { useAnswerWords } from './words';

type Given = { [key: string]: unknown };
type Found = { node: Content | null };

interface Filled extends Edited {
  field: FieldInfo;
  /** The object as it is stored; null for a new one. */
  seen: Content | null;
  /** The form that is chosen now. */
  chosen: Referred | null;
}

/** The questions of the chosen form to be answered; what is given on is what was changed alone. */
export function AnswersEdit({ field, seen, chosen, ...edited }: Filled): ReactNode {
  const { chooseForm } = useAnswerWords();
  const stored = (seen?.[field.name] ?? {}) as Given;
  const [typed, setTyped] = useState<{ [key: string]: string }>({});
  if (!field.form) return <FieldEdit field={field} {...edited} />;
  if (!chosen) return <p className="quiet">{chooseForm}</p>;
  const change = (question: Question, text: string): void => {
    setTyped({ ...typed, [question.key]: text });
    edited.change({ ...((edited.value ?? {}) as Given), [question.key]: text.trim() ? valueOf(question, text.trim()) : null });
  };
  return (
    <OfForm key={chosen.id} field={field} form={chosen} parts={(seen?.[field.form.sections] ?? null) as readonly Part[] | null}>
      {(sections) => (
        <SectionFields sections={sections} idOf={(key) => `${edited.id}-${key}`} textOf={(key) => typed[key] ?? textOf(stored[key])} onChange={change} />
      )}
    </OfForm>
  );
}

/** The answers that this person may read, under their questions; a section that is hidden says so. */
export function AnswersView({ field, node }: { field: FieldInfo; node: Content }): ReactNode {
  const { language } = usePage();
  const form = field.form ? (node[field.form.relation] as Referred | null) : null;
  const given = (node[field.name] ?? {}) as Given;
  if (!field.form || !form) return <FieldView field={field} value={node[field.name]} />;
  return (
    <OfForm field={field} form={form} parts={node[field.form.sections] as readonly Part[]}>
      {(sections) =>
        sections.map(({ part, questions }) => (
          <section key={part.name}>
            <h3>{part[language]}</h3>
            {part.mayRead ? (
              <Answers questions={questions} textOf={(key) => textOf(given[key])} />
            ) : (
              <Withheld id={node.id} permission={part.read} title={part[language]} />
            )}
          </section>
        ))
      }
    </OfForm>
  );
}

interface Formed {
  field: FieldInfo;
  form: Referred;
  /** The sections of answers that there are; without them those of answers to come. */
  parts: readonly Part[] | null;
  children: (sections: readonly Section[]) => ReactNode;
}

/** Asks for the form, once its type is known. */
function OfForm({ field, form, parts, children }: Formed): ReactNode {
  const info = useTypeInfo(field.form?.type ?? '');
  const document = info ? documentOf<Found>(info, 'VIEW') : null;
  return document && field.form ? (
    <Questions document={document} names={field.form} id={form.id} parts={parts}>
      {children}
    </Questions>
  ) : null;
}

interface Questioned extends Pick<Formed, 'parts' | 'children'> {
  document: Asked<Found, Variables>;
  names: NonNullable<FieldInfo['form']>;
  id: string;
}

function Questions({ document, names, id, parts, children }: Questioned): ReactNode {
  const look = useLook(document, { id });
  return (
    <Answered look={look}>
      {({ node }) => {
        const sections = sectionsOf(node?.[names.questions], parts ?? (node?.[names.formSections] as readonly Part[] | undefined));
        return children(sections);
      }}
    </Answered>
  );
}
