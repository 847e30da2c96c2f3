// What is typed and not saved is not lost by a click: whoever leaves it is asked.
import { useCallback, useEffect } from 'react';
import { usePage } from './page-context';

let held = 0; // parts of the page that hold it

/**
 * Hold the page while `isHeld`; the hold ends with the last part of the page that has it.
 * Return how this part alone is left: at once, or after the question when it is held.
 */
export function useHold(isHeld: boolean): (act: () => void) => void {
  const { hold, leave } = usePage();
  useEffect(() => {
    if (!isHeld) return;
    held += 1;
    hold(true);
    return () => {
      held -= 1;
      hold(held > 0);
    };
  }, [hold, isHeld]);
  return useCallback((act) => (isHeld ? leave(act) : act()), [isHeld, leave]);
}
