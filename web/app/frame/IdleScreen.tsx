// After minutes without a hand on it, the page covers what it shows; nothing of it is lost.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { usePage } from './page-context';

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const MINUTE = 60_000;

/** The page, or a blank screen over it when nobody has touched it for the minutes that the session names. */
export function IdleScreen({ children }: { children: ReactNode }): ReactNode {
  const { session, words, changes } = usePage();
  const [isBlank, setBlank] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (isBlank) return button.current?.focus();
    let timer = setTimeout(cover, session.idleMinutes * MINUTE);
    function stay(): void {
      clearTimeout(timer);
      timer = setTimeout(cover, session.idleMinutes * MINUTE);
    }
    function cover(): void {
      before.current = document.activeElement;
      changes.rest();
      setBlank(true);
    }
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, stay, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, stay);
    };
  }, [isBlank, session.idleMinutes, changes]);
  const goOn = (): void => {
    setBlank(false);
    changes.wake();
    setTimeout(() => before.current instanceof HTMLElement && before.current.focus());
  };
  return (
    <>
      {isBlank ? (
        <main className="blank">
          <h1>{words.blanked}</h1>
          <p>{words.blankedLead}</p>
          <button ref={button} type="button" className="button" onClick={goOn}>
            {words.goOn}
          </button>
        </main>
      ) : null}
      <div hidden={isBlank}>{children}</div>
    </>
  );
}
