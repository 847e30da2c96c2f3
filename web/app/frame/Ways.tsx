// The ways between the pages of a desk.
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation, useRouter } from 'wouter';
import { usePage } from './page-context';

/** One page of a desk: its address within the desk, and what the way to it is called. */
export interface Way {
  path: string;
  title: string;
}

/** The links between the pages of a desk, of which the open one is marked, and the guide of the desk in a window of its own. */
export function Ways({ ways }: { ways: readonly Way[] }): ReactNode {
  const { words, language } = usePage();
  const role = useRouter().base.split('/').pop();
  const [here] = useLocation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = list.current?.querySelector('[aria-current]'); // on a phone the list is longer than the screen
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [here]);
  return (
    <nav className="ways" aria-label={words.ways}>
      <div className="ways-row">
        <ul ref={list}>
          {ways.map(({ path, title }) => (
            <li key={path}>
              <Link href={path} aria-current={here === path || (path !== '/' && here.startsWith(`${path}/`)) ? 'page' : undefined}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
        <a className="guide" href={`/guide/${role}?lang=${language}`} target="_blank" rel="noopener">
          {words.guide}
        </a>
      </div>
    </nav>
  );
}
