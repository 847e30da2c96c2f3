// The saved views of a list: one is used when a button is pressed, and what the list shows now is kept under a name.
import { type FormEvent, type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Problem } from '../ask';
import { ShortText } from '../fields/LongText';
import { Cancel, Dialog } from '../frame/Dialog';
import { Problems } from '../frame/Problems';
import { useCommand, useLook, usePage } from '../frame/page-context';
import { KeepViewDocument, SavedViewsDocument } from '../generated/content/graphql';
import type { Wanted } from './Filters';
import { keptOf, wantedOfView } from './saved-days';
import type { TypeInfo } from './type-info';
import { useWords } from './words';

interface Given {
  info: TypeInfo;
  wanted: Wanted;
  show: (wanted: Wanted) => void;
}

/** The choice of a saved view, and the way to keep what is shown. They are about nobody: asking for them is no look. */
export function SavedViews({ info, wanted, show }: Given): ReactNode {
  const words = useWords();
  const look = useLook(SavedViewsDocument, { about: info.name });
  const [chosen, choose] = useState('');
  const views = look.answer?.data?.savedViews.nodes ?? [];
  const used = views.find(({ id }) => id === chosen);
  const canKeep = Boolean(wanted.filter ?? wanted.orderBy);
  if (!views.length && !canKeep) return null;
  return (
    <section className="row end" aria-label={words.savedViews}>
      {views.length ? (
        <>
          <div className="field">
            <label htmlFor="saved-view">{words.savedViews}</label>
            <select id="saved-view" value={chosen} onChange={(event) => choose(event.target.value)}>
              <option value="">{words.choose}</option>
              {views.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <button type="button" className="button" disabled={!used} onClick={() => used && show(wantedOfView(info, used.conditions, used.orderBy ?? null))}>
            {words.useView}
          </button>
          <Link href="/SavedView">{words.mySavedViews}</Link>
        </>
      ) : null}
      {canKeep ? <Keep info={info} wanted={wanted} done={look.again} /> : null}
    </section>
  );
}

function Keep({ info, wanted, done }: Omit<Given, 'show'> & { done: () => void }): ReactNode {
  const { language, announce } = usePage();
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const [isRelative, setRelative] = useState(false);
  const [name, setName] = useState('');
  const keep = useCommand(KeepViewDocument);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const conditions = keptOf(info, wanted.filter ?? {}, isRelative);
    if ((await keep.run({ input: { name, about: info.name, conditions, orderBy: wanted.orderBy ?? null } })) === null) return;
    setOpen(false);
    announce(words.saved);
    done();
  };
  const told = (problem: Problem): Problem => {
    const field = info.fields.find((one) => one.name === problem.path?.at(-1));
    return problem.code === 'CONDITION_NOT_KEPT' && field ? { ...problem, message: words.notKept(field.titles[language]) } : problem;
  };
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {words.keepView}
      </button>
      <Dialog title={words.keepView} isOpen={isOpen} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={(event) => void send(event)}>
          <p>{words.keepLead}</p>
          <Problems problems={keep.problems.map(told)} inputs={{ name: 'view-name' }} />
          <div className="field">
            <label htmlFor="view-name">{words.name}</label>
            <span id="view-name-hint" className="quiet small">
              {words.keepName}
            </span>
            <ShortText id="view-name" required most={200} aria-describedby="view-name-hint" value={name} onChange={setName} />
          </div>
          <label className="tick" htmlFor="view-relative">
            <input id="view-relative" type="checkbox" checked={isRelative} onChange={(event) => setRelative(event.target.checked)} />
            {words.relativeDays}
          </label>
          <div className="row">
            <button type="submit" className="button first" disabled={keep.isWaiting}>
              {words.save}
            </button>
            <Cancel />
          </div>
        </form>
      </Dialog>
    </>
  );
}
