// The desk of a supervisor: what the unit must decide, by the day until when.
import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../../frame/NotFound';
import { Ways } from '../../frame/Ways';
import { Access } from './access/Access';
import { Contracts } from './contracts/Contracts';
import { Cover } from './cover/Cover';
import { Days } from './days/Days';
import { Referral } from './referrals/Referral';
import { Referrals } from './referrals/Referrals';
import { Reports } from './reports/Reports';
import { Week } from './week/Week';
import { useWords } from './words';

/** The pages of a supervisor. */
export default function Supervisor(): ReactNode {
  const { ways } = useWords();
  return (
    <>
      <Ways
        ways={[
          { path: '/', title: ways.tasks },
          { path: '/referrals', title: ways.referrals },
          { path: '/contracts', title: ways.contracts },
          { path: '/days', title: ways.days },
          { path: '/reports', title: ways.reports },
          { path: '/cover', title: ways.cover },
          { path: '/access', title: ways.access },
        ]}
      />
      <Switch>
        <Route path="/" component={Week} />
        <Route path="/referrals" component={Referrals} />
        <Route path="/referrals/:id">{({ id }) => <Referral id={id} />}</Route>
        <Route path="/contracts" component={Contracts} />
        <Route path="/days" component={Days} />
        <Route path="/reports" component={Reports} />
        <Route path="/cover" component={Cover} />
        <Route path="/access" component={Access} />
        <Route component={NotFound} />
      </Switch>
    </>
  );
}
