// One page: its heading, which takes the focus when somebody comes from another page, and what it has to say.
import { type ReactNode, useEffect, useRef } from 'react';

interface Shown {
  title: string;
  lead?: string;
  isReading?: boolean;
  /** The page has a larger heading of its own below, which the browser must not keep. */
  isQuiet?: boolean;
  actions?: ReactNode;
  children: ReactNode;
}

let isFirst = true; // after log-in the browser's own order holds: the skip link comes first

/** A page. Its title is never about a person: the browser keeps titles. */
export function Page({ title, lead, isReading = false, isQuiet = false, actions, children }: Shown): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Polku`;
    window.scrollTo(0, 0);
    if (!isFirst) heading.current?.focus();
    isFirst = false;
  }, [title]);
  return (
    <main id="content" className={isReading ? 'main reading' : 'main'}>
      <div className="main-head">
        <div className="row apart">
          <h1 ref={heading} tabIndex={-1} className={isQuiet ? 'eyebrow' : undefined}>
            {title}
          </h1>
          {actions}
        </div>
        {lead ? <p className="lead">{lead}</p> : null}
      </div>
      {children}
    </main>
  );
}
