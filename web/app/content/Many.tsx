// One step for several objects of a list: what would come of it is told first, and then it is carried out for all or none.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Problem } from '../ask';
import { Cancel, Dialog } from '../frame/Dialog';
import { Problems, sentence } from '../frame/Problems';
import { usePage } from '../frame/page-context';
import { inputOf, isSaid, NOTHING_SAID, type Said, StepFields } from '../records/StepFields';
import { nameOf, textOf } from './naming';
import { type Content, type Referred, type Refused, type TypeInfo, useDone } from './type-info';
import { useWords } from './words';

type Step = TypeInfo['transitions'][number];

/** The objects that were chosen in a list, by id, as they were when they were chosen. */
export type Chosen = ReadonlyMap<string, Content>;

interface Given {
  info: TypeInfo;
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
  done: () => void;
}

/** Return whether there is a step that this person may take with some object of a type. */
export function hasSteps(info: TypeInfo): boolean {
  return info.transitions.some(({ offered }) => offered);
}

/** What may be done with the chosen objects; nothing while none is chosen. */
export function Many({ info, chosen, choose, done }: Given): ReactNode {
  const { language } = usePage();
  const words = useWords();
  const [name, setName] = useState('');
  const [isOpen, setOpen] = useState(false);
  const steps = info.transitions.filter(({ offered }) => offered);
  const step = steps.find((one) => one.name === name);
  const end = (): void => {
    setOpen(false);
    choose(new Map());
    done();
  };
  if (chosen.size === 0) return null;
  return (
    <section className="row end" aria-label={words.chosenOnes}>
      <p role="status">{words.areChosen(chosen.size)}</p>
      <div className="field">
        <label htmlFor="many-step">{words.step}</label>
        <select id="many-step" value={name} onChange={(event) => setName(event.target.value)}>
          <option value="">{words.choose}</option>
          {steps.map((one) => (
            <option key={one.name} value={one.name}>
              {one.titles[language]}
            </option>
          ))}
        </select>
      </div>
      <button type="button" className="button first" disabled={!step} onClick={() => setOpen(true)}>
        {words.goOn}
      </button>
      <button type="button" className="button" onClick={() => choose(new Map())}>
        {words.chooseNone}
      </button>
      {step ? (
        <Dialog title={`${step.titles[language]}: ${words.areChosen(chosen.size)}`} isOpen={isOpen} onClose={() => setOpen(false)}>
          <Take info={info} chosen={chosen} step={step} end={end} />
        </Dialog>
      ) : null}
    </section>
  );
}

interface Tried {
  possible: readonly string[];
  refused: readonly Refused[];
}

function Take({ info, chosen, step, end }: { info: TypeInfo; chosen: Chosen; step: Step; end: () => void }): ReactNode {
  const { announce } = usePage();
  const words = useWords();
  const take = useDone(info, 'TRANSITIONS');
  const [said, say] = useState(NOTHING_SAID);
  const [tried, setTried] = useState<Tried | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isWaiting, setWaiting] = useState(false);
  const send = async (ids: readonly string[], dryRun: boolean): Promise<void> => {
    setWaiting(true);
    const objects = ids.map((id) => ({ id, revision: chosen.get(id)?.revision }));
    const { payload, problems: found } = await take({ objects, transition: step.name, dryRun, ...inputOf(step, said) });
    setWaiting(false);
    setProblems(found);
    if (found.length || !payload) return;
    const { possible = [], refused = [] } = payload;
    if (dryRun || refused.length) return setTried({ possible, refused });
    announce(words.doneTo(ids.length));
    end();
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void send(tried ? tried.possible : [...chosen.keys()], tried === null);
  };
  const speak = (now: Said): void => {
    setTried(null); // what is said may decide
    say(now);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Problems problems={problems} />
      <StepFields step={step} said={said} say={speak} />
      <div role="status">{tried ? <Outcome info={info} chosen={chosen} tried={tried} /> : <p className="quiet">{words.triedFirst}</p>}</div>
      <div className="row">
        <button type="submit" className="button first" disabled={isWaiting || !isSaid(step, said) || tried?.possible.length === 0}>
          {tried ? words.doTo(tried.possible.length) : words.tryIt}
        </button>
        <Cancel />
      </div>
    </form>
  );
}

function Outcome({ info, chosen, tried }: { info: TypeInfo; chosen: Chosen; tried: Tried }): ReactNode {
  const { language, words: frame } = usePage();
  const words = useWords();
  const columns = info.fields.filter((field) => field.isColumn && !field.target);
  const called = (id: string): string => {
    const object: Referred = chosen.get(id) ?? { id };
    const told = columns.map((field) => textOf(field, object[field.name], language)).find(Boolean); // where it has no name
    return nameOf(info, object, language) || told || words.untitled;
  };
  return (
    <div className="stack">
      <p className="strong">{words.canBeDone(tried.possible.length)}</p>
      {tried.refused.length ? (
        <>
          <p className="strong">{words.cannotBeDone(tried.refused.length)}</p>
          <ul className="stack">
            {tried.refused.map(({ id, errors }) => (
              <li key={id}>
                {called(id)}: {errors.map((problem) => sentence(problem, frame.failures)).join(' ')}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
