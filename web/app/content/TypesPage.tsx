// Every kind of content that this person may see, by its title.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Answered } from '../frame/Answered';
import { Page } from '../frame/Page';
import { useLook, usePage } from '../frame/page-context';
import { ContentTypesDocument } from '../generated/content/graphql';
import { useWords } from './words';

/** The way to the list of each type. */
export function TypesPage(): ReactNode {
  const { language } = usePage();
  const words = useWords();
  const look = useLook(ContentTypesDocument, {});
  return (
    <Page title={words.content} lead={words.contentLead}>
      <Answered look={look}>
        {({ contentTypes }) => (
          <ul className="tiles">
            {contentTypes
              .filter(({ mayView }) => mayView)
              .sort((one, other) => one.titles[language].localeCompare(other.titles[language], language))
              .map((type) => (
                <li key={type.name}>
                  <Link href={`/${type.name}`} className="tile">
                    {type.titles[language]}
                  </Link>
                </li>
              ))}
          </ul>
        )}
      </Answered>
    </Page>
  );
}
