// What is typed and not saved is not lost by a click: whoever leaves it is asked.
import { useEffect } from 'react';
import { usePage } from '../../frame/page-context';

/** Hold the page while `isHeld`; the hold ends with the part of the page that has it. */
export function useHold(isHeld: boolean): void {
  const { hold } = usePage();
  useEffect(() => {
    if (!isHeld) return;
    hold(true);
    return () => hold(false);
  }, [hold, isHeld]);
}
