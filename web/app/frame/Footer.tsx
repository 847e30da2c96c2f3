// The footer of every page: what anybody may read about the pages.
import type { ReactNode } from 'react';
import { usePage } from './page-context';

/** The links below every page. They leave the desk. */
export function Footer(): ReactNode {
  const { words, language } = usePage();
  return (
    <footer className="footer">
      <a href={`/accessibility?lang=${language}`}>{words.accessibility}</a>
      <a href={`/privacy?lang=${language}`}>{words.privacy}</a>
    </footer>
  );
}
