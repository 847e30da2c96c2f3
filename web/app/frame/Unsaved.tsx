// What is not saved is not lost by a click: whoever leaves it is asked once.
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { Dialog } from './Dialog';
import { usePage } from './page-context';

type Act = () => void;

/** What waits for the answer of the person, and the ways that a page uses. */
export function useUnsaved() {
  const isHeld = useRef(false);
  const [asked, setAsked] = useState<{ act: Act } | null>(null);
  const ways = useMemo(() => {
    const stay = (event: BeforeUnloadEvent): void => event.preventDefault();
    return {
      hold(held: boolean): void {
        isHeld.current = held;
        if (held) window.addEventListener('beforeunload', stay);
        else window.removeEventListener('beforeunload', stay);
      },
      leave(act: Act): void {
        if (isHeld.current) setAsked({ act });
        else act();
      },
    };
  }, []);
  const answer = useCallback(
    (mayGo: boolean): void => {
      if (mayGo) ways.hold(false);
      if (mayGo) asked?.act();
      setAsked(null);
    },
    [asked, ways],
  );
  return { ways, asked: asked !== null, answer };
}

/** The question whether what is not saved may go. */
export function Unsaved({ asked, answer }: { asked: boolean; answer: (mayGo: boolean) => void }): ReactNode {
  const { words } = usePage();
  return (
    <Dialog title={words.unsaved} isOpen={asked} onClose={() => answer(false)}>
      <p>{words.unsavedLead}</p>
      <div className="row">
        <button type="button" className="button first" onClick={() => answer(false)}>
          {words.stay}
        </button>
        <button type="button" className="button grave" onClick={() => answer(true)}>
          {words.discard}
        </button>
      </div>
    </Dialog>
  );
}
