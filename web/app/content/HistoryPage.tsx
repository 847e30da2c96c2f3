// What was changed, when and by whom, with values before and after; and the way back to an earlier version.
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Problem } from '../ask';
import { kindOf } from '../fields/kinds';
import { dayText, momentText } from '../fields/moments';
import { Answered } from '../frame/Answered';
import { Dialog } from '../frame/Dialog';
import { Page } from '../frame/Page';
import { Problems } from '../frame/Problems';
import { useLook, usePage } from '../frame/page-context';
import { unprefixed, useNameOf } from './naming';
import { documentOf, type Referred, type Titles, type TypeInfo, useDone } from './type-info';
import { WaysOfObject } from './ViewPage';
import { useLookers } from '../records/lookers';
import { useWords } from './words';

/** One plain value within a value, under the titles that lead to it. */
interface Line {
  item: number | null;
  labels: readonly Titles[];
  text: string;
  titles: Titles | null;
}
interface Value {
  lines: readonly Line[];
  codes: readonly { token: string; titles: Titles | null }[];
  objects: readonly Referred[];
  withheld: number;
}
interface Changed {
  field: string;
  titles?: Titles;
  before: Value | string | null;
  after: Value | string | null;
  beforeLines?: readonly Line[];
  afterLines?: readonly Line[];
  paragraphs?: readonly { change: 'KEPT' | 'REMOVED' | 'ADDED'; text: string }[];
}
interface Revision {
  revision: number;
  at: string;
  actorName: string | null;
  actorKind?: string | null;
  action: string;
  titles?: Titles | null;
  comment?: string | null;
  changes: readonly Changed[];
}
type Node = { node: { id: string; revision: number; revisions?: readonly Revision[] | null; history?: readonly Revision[] | null } | null };
const PART = 20;

/** The versions of an object: those that who writes it may see, otherwise those of who audits it. */
export function HistoryPage({ info, id }: { info: TypeInfo; id: string }): ReactNode {
  const { language, words: frame } = usePage();
  const words = useWords();
  const [before, setBefore] = useState<number | null>(null);
  const writes = info.fields.some(({ mayWrite }) => mayWrite);
  const asked = (writes ? documentOf<Node>(info, 'REVISIONS') : null) ?? documentOf<Node>(info, 'HISTORY');
  if (asked === null) throw new Error('A type has a history.');
  const look = useLook(asked, writes ? { id, first: PART, before } : { id });
  return (
    <Page title={`${info.titles[language]}: ${words.history.toLowerCase()}`} actions={<WaysOfObject info={info} id={id} here="history" />}>
      <Answered look={look}>
        {({ node }) => {
          const found = node?.revisions ?? node?.history ?? [];
          if (!node || !found.length) return <p className="notice">{node ? words.noHistory : frame.notFoundLead}</p>;
          return (
            <>
              <ol className="stack">
                {found.map((one) => (
                  <Version key={one.revision} info={info} id={id} current={node.revision} one={one} done={look.again} />
                ))}
              </ol>
              {writes && found.length === PART ? (
                <div>
                  <button type="button" className="button" onClick={() => setBefore(found.at(-1)?.revision ?? null)}>
                    {words.older}
                  </button>
                </div>
              ) : null}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function Version({ info, id, current, one, done }: { info: TypeInfo; id: string; current: number; one: Revision; done: () => void }): ReactNode {
  const { language } = usePage();
  const words = useWords();
  const lookerOf = useLookers();
  const step = info.transitions.find(({ name }) => name === one.action)?.titles[language];
  return (
    <li className="card">
      <div className="row apart">
        <h2>
          {words.revision(one.revision)}: {one.titles?.[language] ?? step ?? one.action}
        </h2>
        <span className="quiet small">
          {[lookerOf(one), momentText(one.at, language)].filter(Boolean).join(', ')}
        </span>
      </div>
      {one.comment ? <p>{one.comment}</p> : null}
      {one.changes.map((change) => (
        <Difference key={change.field} info={info} change={change} />
      ))}
      {one.revision < current && documentOf(info, 'RESTORE') && info.fields.some(({ mayWrite, isGivenOnce }) => mayWrite && !isGivenOnce) ? (
        <Restore info={info} id={id} revision={current} toRevision={one.revision} done={done} />
      ) : null}
    </li>
  );
}

function Difference({ info, change }: { info: TypeInfo; change: Changed }): ReactNode {
  const { language } = usePage();
  const words = useWords();
  const title = change.titles?.[language] ?? info.fields.find(({ name }) => name === change.field)?.titles[language] ?? change.field;
  const shown = (value: Changed['before'], lines: readonly Line[] = []): ReactNode => (
    <Shown info={info} field={change.field} value={value} lines={lines} />
  );
  if (change.paragraphs?.length) {
    return (
      <div className="stack">
        <h3>{title}</h3>
        {change.paragraphs.map(({ change: became, text }, place) =>
          became === 'KEPT' ? (
            <p key={place} className="quiet">{text}</p>
          ) : became === 'ADDED' ? (
            <ins key={place} className="after"><span className="unseen">{words.added}: </span>{text}</ins>
          ) : (
            <del key={place} className="before"><span className="unseen">{words.removed}: </span>{text}</del>
          ),
        )}
      </div>
    );
  }
  return (
    <dl className="facts">
      <dt>{title}</dt>
      <dd>
        <span className="unseen">{words.before}: </span>
        <del className="before">{shown(change.before, change.beforeLines)}</del> <span aria-hidden="true">→</span> <span className="unseen">{words.after}: </span>
        <ins className="after">{shown(change.after, change.afterLines)}</ins>
      </dd>
    </dl>
  );
}

interface ShownValue {
  info: TypeInfo;
  field: string;
  value: Changed['before'];
  lines: readonly Line[];
}

/** A value as people read it: its lines, its codes, or how many objects it leads to. */
function Shown({ info, field, value, lines }: ShownValue): ReactNode {
  const { language } = usePage();
  const words = useWords();
  if (value === null) return '–';
  const all = typeof value === 'string' ? lines : value.lines;
  if (typeof value !== 'string' && value.codes.length) return value.codes.map(({ token, titles }) => titles?.[language] ?? token).join(', ');
  if (all.length === 1 && !all[0]?.labels.length) return titled(info, field, wordsOf(all[0]!, language), language);
  if (all.length) {
    return all.map((line, place) => (
      <span key={place} className="line">
        {[...line.labels.map((label) => label[language]), titled(info, field, wordsOf(line, language), language)].join(': ')}
      </span>
    ));
  }
  const target = info.fields.find(({ name, relation }) => name === field || relation === field);
  const objects = typeof value === 'string' ? [{ id: value }] : value.objects;
  const withheld = typeof value === 'string' ? 0 : value.withheld;
  if (!objects.length && !withheld) return '–';
  const isOne = objects.length + Math.sign(withheld) === 1;
  return (
    <>
      {objects.map((object) => (
        <span key={object.id} className={isOne ? undefined : 'line'}>
          <Led type={target?.target ?? ''} object={object} />
        </span>
      ))}
      {withheld ? <span className={isOne ? 'quiet' : 'line quiet'}>{words.withheldReferences(withheld)}</span> : null}
    </>
  );
}

/** An object to which a value led, by its name and with the way to it. */
function Led({ type, object }: { type: string; object: Referred }): ReactNode {
  const nameOf = useNameOf(type);
  return type ? <Link href={`/${type}/${object.id}`}>{nameOf(unprefixed(type, object))}</Link> : object.id.slice(-6);
}

function wordsOf(line: Line, language: 'fi' | 'sv' | 'en'): string {
  return line.titles?.[language] ?? line.text;
}

function titled(info: TypeInfo, field: string, text: string, language: 'fi' | 'sv' | 'en'): string {
  const known = field === 'state' ? info.states.find(({ name }) => name === text) : undefined;
  const own = info.fields.find(({ name }) => name === field);
  if (own && kindOf(own) === 'moment') return momentText(text, language);
  if (own && kindOf(own) === 'date') return dayText(text, language);
  const option = own?.options.find(({ token }) => token === text);
  return (known ?? option)?.titles[language] ?? text;
}

function Restore(given: { info: TypeInfo; id: string; revision: number; toRevision: number; done: () => void }): ReactNode {
  const { words: frame, announce } = usePage();
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const restore = useDone(given.info, 'RESTORE');
  const send = async (): Promise<void> => {
    const outcome = await restore({ id: given.id, revision: given.revision, toRevision: given.toRevision });
    setProblems(outcome.problems);
    if (outcome.problems.length) return;
    setOpen(false);
    announce(words.saved);
    given.done();
  };
  return (
    <div>
      <button type="button" className="button slight" aria-label={`${words.restore}: ${words.revision(given.toRevision)}`} onClick={() => setOpen(true)}>
        {words.restore}
      </button>
      <Dialog title={words.revision(given.toRevision)} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>{words.restoreLead}</p>
        <Problems problems={problems} />
        <div className="row">
          <button type="button" className="button first" onClick={() => void send()}>
            {words.restore}
          </button>
          <button type="button" className="button" onClick={() => setOpen(false)}>
            {frame.cancel}
          </button>
        </div>
      </Dialog>
    </div>
  );
}
