// The desk of finance: what each payer owes, the rows behind it, contracts and their prices. Nobody is named.
import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../../frame/NotFound';
import { Ways } from '../../frame/Ways';
import { Bases } from './Bases';
import { Contracts } from './Contracts';
import { Months } from './Months';
import { Rows } from './Rows';
import { useWords } from './words';

/** The pages of finance. */
export default function Finance(): ReactNode {
  const { ways } = useWords();
  return (
    <>
      <Ways
        ways={[
          { path: '/', title: ways.bases },
          { path: '/rows', title: ways.rows },
          { path: '/months', title: ways.months },
          { path: '/contracts', title: ways.contracts },
        ]}
      />
      <Switch>
        <Route path="/" component={Bases} />
        <Route path="/rows" component={Rows} />
        <Route path="/months" component={Months} />
        <Route path="/contracts" component={Contracts} />
        <Route component={NotFound} />
      </Switch>
    </>
  );
}
