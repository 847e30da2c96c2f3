// The frame around every page: header, desk, and what must be said aloud.
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { type Desk, desksOf } from '../desks/desks';
import { WhoAmIDocument } from '../generated/frame/graphql';
import { Answered } from './Answered';
import { Footer } from './Footer';
import { Header } from './Header';
import { IdleScreen } from './IdleScreen';
import { LoggedIn } from './LogInAgain';
import { NotFound } from './NotFound';
import { Page } from './Page';
import { useLook, usePage } from './page-context';

const Content = lazy(() => import('../content/Content')); // fetched when it is opened

/** The whole page of a logged-in person. */
export function Frame(): ReactNode {
  const { words } = usePage();
  const me = useLook(WhoAmIDocument, {});
  const roles = me.answer?.data?.viewer.roles.map(({ role }) => role) ?? [];
  const desks = desksOf(roles);
  const [here, go] = useLocation();
  const [last, setLast] = useState<string | null>(null);
  const role = here.split('/')[1] ?? '';
  const desk = desks.find((one) => one.role === role) ?? desks.find((one) => one.role === last) ?? desks[0] ?? null;
  const choose = (chosen: Desk): void => {
    setLast(chosen.role);
    go(`/${chosen.role}`);
  };
  return (
    <IdleScreen>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <Header desks={desks} desk={desk} choose={choose} />
      <Switch>
        <Route path="/logged-in" component={LoggedIn} />
        <Route>
          <Suspense fallback={<p className="main waiting">{words.loading}</p>}>
            {me.answer?.data ? <DeskPages desks={desks} /> : <main className="main"><Answered look={me}>{() => null}</Answered></main>}
          </Suspense>
        </Route>
      </Switch>
      <Footer />
    </IdleScreen>
  );
}

function DeskPages({ desks }: { desks: readonly Desk[] }): ReactNode {
  const first = desks[0];
  return (
    <Switch>
      <Route path="/">{first ? <Redirect to={`/${first.role}`} replace /> : <NoDesk />}</Route>
      {desks.map(({ role, Pages }) => (
        <Route key={role} path={`/${role}`} nest>
          <Pages />
        </Route>
      ))}
      <Route path="/content" nest>
        <Content />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

function NoDesk(): ReactNode {
  const { words, session } = usePage();
  return (
    <Page title={words.noDesk} lead={words.noDeskLead} isReading>
      <p>
        <Link href="/content">{words.content}</Link>
      </p>
      {session.mayUseGraphiql ? (
        <p>
          <a href="/graphiql">{words.openGraphiql}</a>
        </p>
      ) : null}
    </Page>
  );
}
