// Says that something of what a page shows has changed. Nothing moves and nothing is asked before the person wants it.
import { type ReactNode, useEffect, useState } from 'react';
import { usePage } from './page-context';

interface Shown {
  /** The content types that the page shows. */
  types: readonly string[];
  /** Look again. */
  show: () => void;
}

/** A note over the page, which takes no room in it. */
export function Changed({ types, show }: Shown): ReactNode {
  const { words, changes, announce } = usePage();
  const [isTold, setTold] = useState(false);
  const followed = types.join(' ');
  useEffect(() => changes.follow(followed.split(' '), () => setTold(true)), [changes, followed]);
  useEffect(() => (isTold ? announce(words.changed) : undefined), [isTold, announce, words]);
  if (!isTold) return null;
  return (
    <div className="changed no-print">
      <span>{words.changed}</span>
      <button type="button" className="button" onClick={() => (setTold(false), show())}>
        {words.showNow}
      </button>
      <button type="button" className="button" onClick={() => setTold(false)}>
        {words.close}
      </button>
    </div>
  );
}
