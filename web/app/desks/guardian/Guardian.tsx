// The desk of a guardian or representative: whose affairs, which rights, days, requests, who looked.
import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../../frame/NotFound';
import { Ways } from '../../frame/Ways';
import { Days } from './Days';
import { Persons } from './Persons';
import { Requests } from './Requests';
import { WhoLooked } from './WhoLooked';
import { useWords } from './words';

/** The pages of a guardian. */
export default function Guardian(): ReactNode {
  const { ways } = useWords();
  return (
    <>
      <Ways
        ways={[
          { path: '/', title: ways.persons },
          { path: '/days', title: ways.days },
          { path: '/requests', title: ways.requests },
          { path: '/looks', title: ways.looks },
        ]}
      />
      <Switch>
        <Route path="/" component={Persons} />
        <Route path="/days" component={Days} />
        <Route path="/requests" component={Requests} />
        <Route path="/looks" component={WhoLooked} />
        <Route component={NotFound} />
      </Switch>
    </>
  );
}
