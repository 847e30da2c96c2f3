// The desk of a coach: the morning first, because everybody records it in the same half hour.
import { lazy, type ReactNode, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../../frame/NotFound';
import { usePage } from '../../frame/page-context';
import { Ways } from '../../frame/Ways';
import { Caseload } from './caseload/Caseload';
import { Morning } from './morning/Morning';
import { usePaperWords } from './papers/words';
import { MyWeek } from './week/MyWeek';
import { useWords } from './words';

// What is not opened every morning is fetched when it is opened.
const ClientCard = lazy(() => import('./client/ClientCard'));
const GroupNote = lazy(() => import('./notes/GroupNote'));
const Papers = lazy(() => import('./papers/Papers'));
const AbsencesToReport = lazy(() => import('./papers/AbsencesToReport'));

/** The pages of a coach. */
export default function Coach(): ReactNode {
  const { ways } = useWords();
  const { absences } = usePaperWords();
  const { words } = usePage();
  return (
    <>
      <Ways
        ways={[
          { path: '/', title: ways.morning },
          { path: '/week', title: ways.week },
          { path: '/clients', title: ways.caseload },
          { path: '/absences', title: absences },
        ]}
      />
      <Suspense fallback={<p className="main waiting">{words.loading}</p>}>
        <Switch>
          <Route path="/" component={Morning} />
          <Route path="/week" component={MyWeek} />
          <Route path="/clients" component={Caseload} />
          <Route path="/group-note" component={GroupNote} />
          <Route path="/absences" component={AbsencesToReport} />
          <Route path="/clients/:id/papers">{({ id }) => <Papers id={id} />}</Route>
          <Route path="/clients/:id">{({ id }) => <ClientCard id={id} />}</Route>
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </>
  );
}
