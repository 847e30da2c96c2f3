// The ways between the pages of a desk.
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { usePage } from './page-context';

/** One page of a desk: its address within the desk, and what the way to it is called. */
export interface Way {
  path: string;
  title: string;
}

/** The links between the pages of a desk; the one that is open is marked. */
export function Ways({ ways }: { ways: readonly Way[] }): ReactNode {
  const { words } = usePage();
  const [here] = useLocation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = list.current?.querySelector('[aria-current]'); // on a phone the list is longer than the screen
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [here]);
  return (
    <nav className="ways" aria-label={words.ways}>
      <ul ref={list}>
        {ways.map(({ path, title }) => (
          <li key={path}>
            <Link href={path} aria-current={here === path || (path !== '/' && here.startsWith(`${path}/`)) ? 'page' : undefined}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
