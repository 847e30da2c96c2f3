// A draft that was saved elsewhere while it was written here: both texts, and a choice.
import type { ReactNode } from 'react';
import type { Note } from './note-draft';
import { useNoteWords } from './words';

interface Shown {
  mine: string;
  theirs: Note | null;
  decide: (isMine: boolean) => void;
}

/** Both texts side by side; neither is lost before somebody chooses. */
export function StaleNote({ mine, theirs, decide }: Shown): ReactNode {
  const words = useNoteWords();
  const isDraft = theirs?.state === 'DRAFT';
  return (
    <section className="notice warn" role="alert" aria-labelledby="stale-note">
      <h3 id="stale-note">{words.stale}</h3>
      <p>{theirs === null ? words.isGone : isDraft ? words.staleLead : words.isSigned}</p>
      <div className="field-row">
        <div className="stack">
          <h4>{words.mine}</h4>
          <p className="pre">{mine}</p>
          <div>
            <button type="button" className="button" onClick={() => decide(true)}>
              {words.keepMine}
            </button>
          </div>
        </div>
        {theirs ? (
          <div className="stack">
            <h4>{words.theirs}</h4>
            <p className="pre">{theirs.body}</p>
            {isDraft ? (
              <div>
                <button type="button" className="button" onClick={() => decide(false)}>
                  {words.takeTheirs}
                </button>
              </div>
            ) : null}
          </div>
        ) : null}
      </div>
    </section>
  );
}
