// What is typed and not saved is not lost by a click: whoever leaves it is asked.
import { useEffect } from 'react';
import { usePage } from '../../frame/page-context';

let held = 0; // parts of the page that hold it

/** Hold the page while `isHeld`; the hold ends with the last part of the page that has it. */
export function useHold(isHeld: boolean): void {
  const { hold } = usePage();
  useEffect(() => {
    if (!isHeld) return;
    held += 1;
    hold(true);
    return () => {
      held -= 1;
      hold(held > 0);
    };
  }, [hold, isHeld]);
}
