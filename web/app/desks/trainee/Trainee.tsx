// The desk of a trainee: the own affairs, in plain words, first of all on a phone.
import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../../frame/NotFound';
import { Ways } from '../../frame/Ways';
import { Consents } from './consents/Consents';
import { Contracts } from './contract/Contracts';
import { MyData } from './data/MyData';
import { MyDays } from './days/MyDays';
import { Goals } from './goals/Goals';
import { WhoLooked } from './looks/WhoLooked';
import { useWords } from './words';

/** The pages of a trainee. */
export default function Trainee(): ReactNode {
  const { ways } = useWords();
  return (
    <>
      <Ways
        ways={[
          { path: '/', title: ways.days },
          { path: '/goals', title: ways.goals },
          { path: '/contract', title: ways.contract },
          { path: '/consents', title: ways.consents },
          { path: '/looks', title: ways.looks },
          { path: '/data', title: ways.data },
        ]}
      />
      <Switch>
        <Route path="/" component={MyDays} />
        <Route path="/goals" component={Goals} />
        <Route path="/contract" component={Contracts} />
        <Route path="/consents" component={Consents} />
        <Route path="/looks" component={WhoLooked} />
        <Route path="/data" component={MyData} />
        <Route component={NotFound} />
      </Switch>
    </>
  );
}
