// What is not saved is not lost by a click or by the browser's Back: whoever leaves it is asked once.
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Dialog } from './Dialog';
import { usePage } from './page-context';

type Act = () => void;
const MOVES = ['pushState', 'replaceState']; // events of the router

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
  // The router listens after the first drawing: this listens before it, since a window tells its listeners in their order.
  useLayoutEffect(() => guardHistory(() => isHeld.current, ways.leave), [ways]);
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

/**
 * Ask before the browser's Back or Forward leaves a page that is held: the address is put back, and the way goes on after
 * the answer. Return how that ends.
 */
function guardHistory(isHeld: () => boolean, leave: (act: Act) => void): () => void {
  let here = window.location.href;
  const moved = (): void => {
    here = window.location.href;
  };
  const turned = (event: PopStateEvent): void => {
    if (!isHeld() || pageOf(window.location.href) === pageOf(here)) return moved(); // a place in the page is no way out
    event.stopImmediatePropagation(); // the router is told of nothing
    window.history.pushState(null, '', here);
    leave(() => window.history.back());
  };
  window.addEventListener('popstate', turned, { capture: true });
  for (const event of MOVES) window.addEventListener(event, moved);
  return () => {
    window.removeEventListener('popstate', turned, { capture: true });
    for (const event of MOVES) window.removeEventListener(event, moved);
  };
}

function pageOf(address: string): string {
  return address.split('#')[0] ?? '';
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
