// A new object, or the change of one: the fields that this person may write, with their bounds and codes.
import { type FormEvent, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { Problem } from '../ask';
import { AnswersEdit } from '../fields/answers/AnswersOfForm';
import { FieldEdit } from '../fields/FieldEdit';
import { isEmpty, kindOf } from '../fields/kinds';
import { Answered } from '../frame/Answered';
import { useHold } from '../frame/hold';
import { Page } from '../frame/Page';
import { Problems, sentence } from '../frame/Problems';
import { useLook, usePage } from '../frame/page-context';
import { ContentTypeDocument } from '../generated/content/graphql';
import { valueOf } from './ListPage';
import { Sections } from './Sections';
import { Stale } from './Stale';
import { ShownOnce } from '../records/Secret';
import { type Content, documentOf, type FieldInfo, type Referred, type TypeInfo, useDone, type Variables } from './type-info';
import { WaysOfObject } from './ViewPage';
import { useWords } from './words';

export type Values = { [field: string]: unknown };
type Node = { node: Content | null };

/** The form of a new object. */
export function CreatePage({ info }: { info: TypeInfo }): ReactNode {
  const { language } = usePage();
  const words = useWords();
  const fields = info.fields.filter(({ mayWrite }) => mayWrite);
  return (
    <Page title={`${info.titles[language]}: ${words.add.toLowerCase()}`}>
      <Form info={info} fields={fields} before={null} />
    </Page>
  );
}

/** The form of an object that there is: what may be written of it in its state, asked of the service first. */
export function EditPage({ info, id }: { info: TypeInfo; id: string }): ReactNode {
  const { language, words: frame } = usePage();
  const words = useWords();
  const document = documentOf<Node>(info, 'VIEW');
  if (document === null) throw new Error('A type has a view.');
  const rights = useLook(ContentTypeDocument, { name: info.name, id });
  const look = useLook(document, { id });
  return (
    <Page title={`${info.titles[language]}: ${words.edit.toLowerCase()}`} actions={<WaysOfObject info={info} id={id} here="edit" />}>
      <Answered look={rights}>
        {({ contentType }) => (
          <Answered look={look}>
            {({ node }) => {
              if (!node || !contentType) return <p className="notice">{frame.notFoundLead}</p>;
              const fields = contentType.fields.filter((field) => field.mayWrite && !field.isGivenOnce && (!field.isSealed || field.mayRead));
              return fields.length ? <Form info={info} fields={fields} before={node} /> : <p className="notice">{words.noRight}</p>;
            }}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

interface Shown {
  info: TypeInfo;
  fields: readonly FieldInfo[];
  before: Content | null;
}

function Form({ info, fields, before }: Shown): ReactNode {
  const { language, words: frame, service, announce, hold } = usePage();
  const words = useWords();
  const [, go] = useLocation();
  const [seen, setSeen] = useState(before);
  const [values, setValues] = useState<Values>({});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [theirs, setTheirs] = useState<{ node: Content; fields: readonly string[] } | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const [shown, setShown] = useState<{ secret: string; way: string } | null>(null);
  useHold(Object.keys(values).length > 0 && !shown);
  const save = useDone(info, seen ? 'UPDATE' : 'CREATE');
  const inputs = Object.fromEntries(fields.map(({ name }) => [name, `field-${name}`]));
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const missing = fields.filter((field) => !seen && field.required && isEmpty(values[field.name]));
    if (missing.length) {
      setProblems(missing.map((field) => ({ code: 'MISSING', message: `${field.titles[language]}: ${words.required}`, path: [field.name] })));
      return;
    }
    setWaiting(true);
    const outcome = await save({ ...(seen ? { id: seen.id, revision: seen.revision } : {}), ...sent(fields, values) });
    setWaiting(false);
    if (seen && outcome.problems.some(({ code }) => code === 'STALE_REVISION')) {
      await meet(seen.id, outcome.payload?.changedMeanwhile ?? []);
      return;
    }
    setProblems(outcome.problems);
    if (outcome.problems.length) return;
    announce(words.saved);
    const made = Object.values(outcome.payload ?? {}).find((one): one is Content => typeof (one as Content | null)?.id === 'string');
    const way = made || seen ? `/${info.name}/${(made ?? seen)?.id}` : `/${info.name}`;
    if (outcome.payload?.secret) setShown({ secret: outcome.payload.secret, way });
    else (hold(false), go(way)); // nothing is lost any more
  };
  const meet = async (id: string, changed: readonly string[]): Promise<void> => {
    const document = documentOf<Node>(info, 'VIEW');
    const node = document ? (await service.ask(document, { id })).data?.node : null;
    if (node) setTheirs({ node, fields: changed });
  };
  if (theirs && seen) {
    return (
      <Stale
        fields={fields}
        theirs={theirs.node}
        changed={theirs.fields}
        mine={values}
        decide={(kept) => {
          setSeen(theirs.node);
          setValues(kept);
          setTheirs(null);
          setProblems([]);
        }}
      />
    );
  }
  if (shown) return <ShownOnce secret={shown.secret} close={() => go(shown.way)} />;
  const problemOf = (field: FieldInfo): string | null => {
    const own = problems.find(({ path }) => String(path?.[0] ?? '') === field.name || String(path?.at(-1) ?? '') === field.name);
    return own ? sentence(own, frame.failures) : null;
  };
  return (
    <form className="stack-large" noValidate onSubmit={(event) => void send(event)} key={seen?.revision ?? 0}>
      <Problems problems={problems} inputs={inputs} />
      <Sections fields={fields}>
        {(field) => {
          const edited = {
            field,
            id: `field-${field.name}`,
            value: field.name in values ? values[field.name] : seen ? valueOf(field, seen) : null,
            isRequired: field.required,
            problem: problemOf(field),
            change: (value: unknown) => setValues((all) => ({ ...all, [field.name]: value })),
          };
          if (!field.form) return <FieldEdit key={field.name} {...edited} />;
          const { reference, relation } = field.form;
          const chosen = (values[reference] ?? seen?.[relation] ?? null) as Referred | null;
          return <AnswersEdit key={field.name} {...edited} value={values[field.name]} seen={seen} chosen={chosen} />;
        }}
      </Sections>
      <div>
        <button type="submit" className="button first" disabled={isWaiting}>
          {seen ? words.save : words.create}
        </button>
      </div>
    </form>
  );
}

/** Return the input of a command: only what was typed in; a reference by its id. */
function sent(fields: readonly FieldInfo[], values: Values): Variables {
  const given = fields.filter(({ name }) => name in values);
  return Object.fromEntries(given.map((field) => [field.name, inputOf(field, values[field.name])]));
}

function inputOf(field: FieldInfo, value: unknown): unknown {
  const kind = kindOf(field);
  if (kind === 'reference') return value ? (value as Referred).id : null;
  if (kind === 'lines') return ((value ?? []) as readonly string[]).map((line) => line.trim()).filter(Boolean);
  return value;
}
