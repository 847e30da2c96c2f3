// The footer of every page: what anybody may read of them.
import type { ReactNode } from 'react';
import { usePage } from './page-context';

/** The links below every page. They leave the desk. */
export function Footer(): ReactNode {
  const { words, language } = usePage();
  return (
    <footer className="footer">
      <a href={`/accessibility?lang=${language}`}>{words.accessibility}</a>
      <a href={`/privacy?lang=${language}`}>{words.privacy}</a>
      <a href={`/news?lang=${language}`}>{words.news}</a>
    </footer>
  );
}
