// The footer of every page: what anybody may read of them.
import type { ReactNode } from 'react';
import { addressBehind } from './behind';
import { usePage } from './page-context';

/** The links below every page. They leave the desk, and GraphiQL opens in a window of its own. */
export function Footer(): ReactNode {
  const { words, language, session } = usePage();
  const open = async (): Promise<void> => void window.open(await addressBehind(), '_blank', 'noopener');
  return (
    <footer className="footer">
      <a href={`/accessibility?lang=${language}`}>{words.accessibility}</a>
      <a href={`/privacy?lang=${language}`}>{words.privacy}</a>
      <a href={`/news?lang=${language}`}>{words.news}</a>
      {session.mayUseGraphiql ? (
        <button type="button" onClick={() => void open()}>
          {words.queryBehind}
        </button>
      ) : null}
    </footer>
  );
}
