// What is said where there is no page.
import type { ReactNode } from 'react';
import { Page } from './Page';
import { usePage } from './page-context';

/** The page of an address that has none. */
export function NotFound(): ReactNode {
  const { words } = usePage();
  return (
    <Page title={words.notFound} lead={words.notFoundLead} isReading>
      <p>
        <a href="/desk">{words.toBeginning}</a>
      </p>
    </Page>
  );
}
