// The desk of a privacy officer: requests with their clocks, letters, purges, the log, the notice.
import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../../frame/NotFound';
import { Ways } from '../../frame/Ways';
import { Letters } from './letters/Letters';
import { Log } from './log/Log';
import { WhoLooked } from './log/WhoLooked';
import { Notice } from './notice/Notice';
import { Purges } from './purges/Purges';
import { Requests } from './requests/Requests';
import { useWords } from './words';

/** The pages of a privacy officer. */
export default function PrivacyOfficer(): ReactNode {
  const { ways } = useWords();
  return (
    <>
      <Ways
        ways={[
          { path: '/', title: ways.requests },
          { path: '/letters', title: ways.letters },
          { path: '/purges', title: ways.purges },
          { path: '/log', title: ways.log },
          { path: '/notice', title: ways.notice },
        ]}
      />
      <Switch>
        <Route path="/" component={Requests} />
        <Route path="/letters" component={Letters} />
        <Route path="/purges" component={Purges} />
        <Route path="/log" component={Log} />
        <Route path="/log/:client">{({ client }) => <WhoLooked client={client} />}</Route>
        <Route path="/notice" component={Notice} />
        <Route component={NotFound} />
      </Switch>
    </>
  );
}
