// The desk of a coach: the morning first, because everybody records it in the same half hour.
import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../../frame/NotFound';
import { Ways } from '../../frame/Ways';
import { Caseload } from './caseload/Caseload';
import { ClientCard } from './client/ClientCard';
import { Morning } from './morning/Morning';
import { MyWeek } from './week/MyWeek';
import { useWords } from './words';

/** The pages of a coach. */
export default function Coach(): ReactNode {
  const { ways } = useWords();
  return (
    <>
      <Ways
        ways={[
          { path: '/', title: ways.morning },
          { path: '/week', title: ways.week },
          { path: '/clients', title: ways.caseload },
        ]}
      />
      <Switch>
        <Route path="/" component={Morning} />
        <Route path="/week" component={MyWeek} />
        <Route path="/clients" component={Caseload} />
        <Route path="/clients/:id">{({ id }) => <ClientCard id={id} />}</Route>
        <Route component={NotFound} />
      </Switch>
    </>
  );
}
