// The desk of management: counts, days, statistics, breaches, and purges to confirm. Nobody is named.
import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../../frame/NotFound';
import { Ways } from '../../frame/Ways';
import { Counts } from './Counts';
import { Days } from './Days';
import { Decisions } from './Decisions';
import { Statistics } from './Statistics';
import { useWords } from './words';

/** The pages of management. */
export default function Manager(): ReactNode {
  const { ways } = useWords();
  return (
    <>
      <Ways
        ways={[
          { path: '/', title: ways.counts },
          { path: '/days', title: ways.days },
          { path: '/decisions', title: ways.decisions },
          { path: '/statistics', title: ways.statistics },
        ]}
      />
      <Switch>
        <Route path="/" component={Counts} />
        <Route path="/days" component={Days} />
        <Route path="/decisions" component={Decisions} />
        <Route path="/statistics" component={Statistics} />
        <Route component={NotFound} />
      </Switch>
    </>
  );
}
