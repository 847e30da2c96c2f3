// What came of a look: waiting, problems, or what was asked for.
import type { ReactNode } from 'react';
import type { Look } from './page-context';
import { usePage } from './page-context';
import { Problems } from './Problems';

interface Shown<Data> {
  look: Look<Data>;
  children: (data: Data) => ReactNode;
}

/** The parts of a page that need an answer. What was shown before stays until the new answer is there. */
export function Answered<Data>({ look, children }: Shown<Data>): ReactNode {
  const { words } = usePage();
  const { answer, isWaiting, again } = look;
  if (answer === null) return <p className="waiting">{words.loading}</p>;
  return (
    <>
      {answer.problems.length ? (
        <div className="stack">
          <Problems problems={answer.problems} />
          <div>
            <button type="button" className="button" onClick={again} disabled={isWaiting}>
              {words.tryAgain}
            </button>
          </div>
        </div>
      ) : null}
      {answer.data === null ? null : children(answer.data)}
    </>
  );
}
