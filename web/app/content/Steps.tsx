// The steps of the workflow: those that may be taken now, and of the others why not. Asking is a look.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Problem } from '../ask';
import { Cancel, Dialog } from '../frame/Dialog';
import { Problems } from '../frame/Problems';
import { usePage } from '../frame/page-context';
import { ContentTypeDocument } from '../generated/content/graphql';
import { ShownOnce } from '../records/Secret';
import { inputOf, isSaid, NOTHING_SAID, StepFields } from '../records/StepFields';
import { type TypeInfo, useDone } from './type-info';
import { useWords } from './words';

type Step = TypeInfo['transitions'][number];
interface Given {
  info: TypeInfo;
  id: string;
  revision: number;
  done: () => void;
}

/** The menu of the workflow, opened by hand. */
export function Steps({ info, id, revision, done }: Given): ReactNode {
  const { service } = usePage();
  const words = useWords();
  const [steps, setSteps] = useState<readonly Step[] | null>(null);
  const [taken, setTaken] = useState<Step | null>(null);
  if (!info.transitions.length) return null;
  const ask = async (): Promise<void> => {
    const { data } = await service.ask(ContentTypeDocument, { name: info.name, id });
    setSteps(data?.contentType?.transitions ?? []);
  };
  if (steps === null) {
    return (
      <div>
        <button type="button" className="button first" onClick={() => void ask()}>
          {words.steps}
        </button>
      </div>
    );
  }
  return (
    <section className="card" aria-labelledby="steps-title">
      <h2 id="steps-title">{words.steps}</h2>
      <p className="quiet small">{words.stepsLead}</p>
      <ul className="steps">
        {[...steps].sort((one, other) => Number(other.offered) - Number(one.offered)).map((step) => (
          <StepRow key={step.name} info={info} step={step} take={() => setTaken(step)} />
        ))}
      </ul>
      {taken ? <Take info={info} id={id} revision={revision} step={taken} done={done} leave={() => setTaken(null)} /> : null}
    </section>
  );
}

function StepRow({ info, step, take }: { info: TypeInfo; step: Step; take: () => void }): ReactNode {
  const { language } = usePage();
  const words = useWords();
  const target = info.states.find(({ name }) => name === step.target)?.titles[language];
  return (
    <li className="step">
      {step.offered ? (
        <button type="button" className="button" onClick={take}>
          {step.titles[language]}
        </button>
      ) : (
        <span className="quiet strong">{step.titles[language]}</span>
      )}
      <span className="quiet small">{step.offered ? (target ? words.becomes(target) : words.stays) : step.sentence}</span>
    </li>
  );
}

function Take({ info, id, revision, step, done, leave }: Given & { step: Step; leave: () => void }): ReactNode {
  const { language, announce } = usePage();
  const words = useWords();
  const take = useDone(info, 'TRANSITION');
  const [said, say] = useState(NOTHING_SAID);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isWaiting, setWaiting] = useState(false);
  const [secret, setSecret] = useState('');
  const end = (): void => {
    leave();
    done();
  };
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setWaiting(true);
    const outcome = await take({ id, revision, transition: step.name, ...inputOf(step, said) });
    setWaiting(false);
    setProblems(outcome.problems);
    if (outcome.problems.length) return;
    announce(words.done);
    if (outcome.payload?.secret) setSecret(outcome.payload.secret);
    else end();
  };
  return (
    <Dialog title={step.titles[language]} isOpen onClose={secret ? end : leave}>
      {secret ? (
        <ShownOnce secret={secret} close={end} />
      ) : (
        <form className="stack" onSubmit={(event) => void send(event)}>
          <Problems problems={problems} />
          <StepFields step={step} said={said} say={say} />
          <div className="row">
            <button type="submit" className="button first" disabled={isWaiting || !isSaid(step, said)}>
              {step.titles[language]}
            </button>
            <Cancel />
          </div>
        </form>
      )}
    </Dialog>
  );
}
