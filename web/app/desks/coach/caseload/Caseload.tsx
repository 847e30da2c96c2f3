// The caseload: whom I am responsible for, and what is next for each.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Answered } from '../../../frame/Answered';
import { Changed } from '../../../frame/Changed';
import { useDays } from '../../../frame/days';
import { titleIn } from '../../../frame/governed';
import { useList } from '../../../frame/list';
import { More } from '../../../frame/More';
import { Page } from '../../../frame/Page';
import { usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { CoachCaseloadDocument, type CoachCaseloadQuery } from '../../../generated/coach/graphql';
import { useNoteWords } from '../notes/words';
import { useWords } from '../words';

const FOLLOWED = ['Programme', 'Relationship'];
type Relationship = NonNullable<CoachCaseloadQuery['relationships']>['nodes'][number];

/** The page of my clients; the next ones are fetched when they are asked for. */
export function Caseload(): ReactNode {
  const words = useWords();
  const noteWords = useNoteWords();
  const list = useList(CoachCaseloadDocument, (after) => ({ after }), (data) => data.relationships);
  return (
    <Page
      title={words.ways.caseload}
      lead={words.caseloadLead}
      actions={
        <Link className="button" href="/group-note">
          {noteWords.group}
        </Link>
      }
    >
      <Changed types={FOLLOWED} show={list.again} />
      <Answered look={list}>{(relationships) => <Clients relationships={relationships} />}</Answered>
      <More list={list} />
    </Page>
  );
}

function Clients({ relationships }: { relationships: readonly Relationship[] }): ReactNode {
  const words = useWords();
  const { language } = usePage();
  const { whole } = useDays();
  const titleOf = useTitles('ofType', 'Programme');
  const startedOf = useTitles('ofType', 'Relationship');
  if (!relationships.length) return <p className="card quiet">{words.noClients}</p>;
  const nameOf = ({ client }: Relationship): string => [client?.lastName, client?.callName].filter(Boolean).join(' ');
  const inOrder = [...relationships].sort((one, other) => nameOf(one).localeCompare(nameOf(other), `${language}-FI`));
  return (
    <div className="wide">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.client}</th>
            <th scope="col">{words.service}</th>
            <th scope="col" className="wide-only">{startedOf('startedOn')}</th>
            <th scope="col" className="wide-only">{titleOf('endsOn')}</th>
            <th scope="col">{titleOf('nextReviewOn')}</th>
          </tr>
        </thead>
        <tbody>
          {inOrder.map((one) => {
            const programme = one.programmes?.nodes[0];
            return (
              <tr key={one.id}>
                <th scope="row">
                  {one.client ? <Link href={`/clients/${one.client.id}`}>{nameOf(one)}</Link> : '–'}{' '}
                  {one.client?.safetyRestriction ? <span className="tag warn">{words.protected}</span> : null}
                </th>
                <td>{titleIn(programme?.serviceType, language)}</td>
                <td className="wide-only">{whole(one.startedOn)}</td>
                <td className="wide-only">{whole(programme?.endsOn)}</td>
                <td>{whole(programme?.nextReviewOn) || '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
