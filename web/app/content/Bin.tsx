// Into the recycle bin, with a reason; only in the states in which somebody may do it.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Problem } from '../ask';
import { Cancel, Dialog } from '../frame/Dialog';
import { Problems } from '../frame/Problems';
import { usePage } from '../frame/page-context';
import { type Content, type TypeInfo, useDone } from './type-info';
import { useWords } from './words';

/** The button and the question why. */
export function Bin({ info, node, done }: { info: TypeInfo; node: Content; done: () => void }): ReactNode {
  const { announce } = usePage();
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const discard = useDone(info, 'DELETE');
  const mayWrite = info.fields.some((field) => field.mayWrite);
  if (!mayWrite || !info.disposableIn.includes(String(node.state))) return null;
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const comment = String(new FormData(event.currentTarget).get('comment') ?? '');
    const outcome = await discard({ id: node.id, revision: node.revision, comment });
    setProblems(outcome.problems);
    if (outcome.problems.length) return;
    announce(words.binned);
    setOpen(false);
    done();
  };
  return (
    <div>
      <button type="button" className="button grave" onClick={() => setOpen(true)}>
        {words.bin}
      </button>
      <Dialog title={words.bin} isOpen={isOpen} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={(event) => void send(event)}>
          <p>{words.binLead}</p>
          <Problems problems={problems} inputs={{ comment: 'bin-comment' }} />
          <div className="field">
            <label htmlFor="bin-comment">
              {words.comment} <span className="quiet small">({words.required})</span>
            </label>
            <textarea id="bin-comment" name="comment" autoComplete="off" />
          </div>
          <div className="row">
            <button type="submit" className="button grave">
              {words.bin}
            </button>
            <Cancel />
          </div>
        </form>
      </Dialog>
    </div>
  );
}
