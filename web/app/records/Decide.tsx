// What may be done with one thing now: asked of the service when somebody wants to decide, with what each step requires.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Asked } from '../ask';
import { Answered } from '../frame/Answered';
import { Cancel, Dialog } from '../frame/Dialog';
import { useCommand, useLook, usePage } from '../frame/page-context';
import { Problems } from '../frame/Problems';
import { OfferedDocument, type OfferedQuery } from '../generated/records/graphql';
import { ShownOnce } from './Secret';
import { inputOf, isSaid, NOTHING_SAID, StepFields } from './StepFields';

/** One step of a thing, as every `transition…` takes it. */
export interface Step {
  id: string;
  revision: number;
  transition: any; // each type has a closed set of its own, of which the service offers some
  reason?: string | null;
  comment?: string | null;
  happenedOn?: string; // of the steps that take a day
}

export type StepDocument<Data> = Asked<Data, { step: Step; key: string }>;
type Transition = NonNullable<OfferedQuery['contentType']>['transitions'][number];

interface Given<Data> {
  /** The name of the content type, and the document that takes its steps. */
  type: string;
  document: StepDocument<Data>;
  object: { id: string; revision: number };
  /** What is decided, as the heading of the dialog says it. */
  about: string;
  label?: string;
  onDone: () => void;
}

/** A button that opens the dialog of the steps of one thing. */
export function Decide<Data extends { [name: string]: unknown }>(given: Given<Data>): ReactNode {
  const { words } = usePage();
  const [isOpen, setOpen] = useState(false);
  const label = given.label ?? words.records.decide;
  const about = given.about || words.records.nameHidden;
  return (
    <>
      <button type="button" className="button" aria-label={`${label}: ${about}`} onClick={() => setOpen(true)}>
        {label}
      </button>
      <Dialog title={about} isOpen={isOpen} onClose={() => setOpen(false)}>
        {isOpen ? <Offered {...given} close={() => setOpen(false)} /> : null}
      </Dialog>
    </>
  );
}

type Open<Data> = Given<Data> & { close: () => void };

function Offered<Data extends { [name: string]: unknown }>(given: Open<Data>): ReactNode {
  const look = useLook(OfferedDocument, { type: given.type, id: given.object.id });
  return (
    <Answered look={look}>
      {({ contentType }) => <Steps {...given} transitions={contentType?.transitions ?? []} />}
    </Answered>
  );
}

function Steps<Data extends { [name: string]: unknown }>({
  transitions,
  ...given
}: Open<Data> & { transitions: readonly Transition[] }): ReactNode {
  const { words, language, announce } = usePage();
  const offered = transitions.filter((one) => one.offered);
  const notYet = transitions.filter((one) => !one.offered && !/^(WRONG_|FORBIDDEN)/.test(one.reason ?? ''));
  const [name, setName] = useState(offered.length === 1 ? (offered[0]?.name ?? '') : '');
  const [said, say] = useState(NOTHING_SAID);
  const [secret, setSecret] = useState('');
  const command = useCommand(given.document);
  const chosen = offered.find((one) => one.name === name);
  if (secret) return <ShownOnce secret={secret} close={given.close} />;
  if (!offered.length) return <Nothing notYet={notYet} close={given.close} />;
  const take = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!chosen) return;
    const { id, revision } = given.object;
    const done = await command.run({ step: { id, revision, transition: name, ...inputOf(chosen, said) } });
    if (!done) return;
    announce(`${words.records.done}: ${chosen.titles[language]}`);
    given.onDone();
    const shown = secretOf(done);
    if (shown) setSecret(shown);
    else given.close();
  };
  return (
    <form className="stack" onSubmit={(event) => void take(event)}>
      <Problems problems={command.problems} />
      <Ways transitions={offered} name={name} choose={(one) => (setName(one), say({ ...said, reason: '' }), command.forget())} />
      {chosen ? <StepFields step={chosen} said={said} say={say} /> : null}
      <NotYet transitions={notYet} />
      <div className="row">
        <button type="submit" className="button first" disabled={command.isWaiting || !chosen || !isSaid(chosen, said)}>
          {chosen?.titles[language] ?? words.records.decide}
        </button>
        <Cancel />
      </div>
    </form>
  );
}

interface Chosen {
  transitions: readonly Transition[];
  name: string;
  choose: (name: string) => void;
}

function Ways({ transitions, name, choose }: Chosen): ReactNode {
  const { words, language } = usePage();
  return (
    <fieldset className="ways-to-go">
      <legend>{words.records.what}</legend>
      {transitions.map((one) => (
        <label key={one.name} className="way">
          <input type="radio" name="step" checked={one.name === name} onChange={() => choose(one.name)} />
          {one.titles[language]}
        </label>
      ))}
    </fieldset>
  );
}

function NotYet({ transitions }: { transitions: readonly Transition[] }): ReactNode {
  const { words, language } = usePage();
  if (!transitions.length) return null;
  return (
    <div className="quiet small">
      <p>{words.records.notYet}:</p>
      <ul>
        {transitions.map((one) => (
          <li key={one.name}>
            {one.titles[language]}. {one.sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Nothing({ notYet, close }: { notYet: readonly Transition[]; close: () => void }): ReactNode {
  const { words } = usePage();
  return (
    <>
      <p>{words.records.nothingOffered}</p>
      <NotYet transitions={notYet} />
      <div>
        <button type="button" className="button" onClick={close}>
          {words.close}
        </button>
      </div>
    </>
  );
}

/** Return what a payload shows once, empty when it shows nothing. */
export function secretOf(data: { [name: string]: unknown }): string {
  const payloads = Object.values(data) as ({ secret?: string | null } | null)[];
  return payloads.map((payload) => payload?.secret ?? '').join('');
}
