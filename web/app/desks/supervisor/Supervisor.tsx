// The desk of a supervisor: what the unit must decide, by the day until when.
import { lazy, type ReactNode, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../../frame/NotFound';
import { usePage } from '../../frame/page-context';
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

const Imports = lazy(() => import('./imports/Imports'));
const Import = lazy(() => import('./imports/Import'));

/** The pages of a supervisor. */
export default function Supervisor(): ReactNode {
  const { ways } = useWords();
  const { words } = usePage();
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
          { path: '/imports', title: ways.imports },
        ]}
      />
      <Suspense fallback={<p className="main waiting">{words.loading}</p>}>
        <Switch>
          <Route path="/" component={Week} />
          <Route path="/referrals" component={Referrals} />
          <Route path="/referrals/:id">{({ id }) => <Referral id={id} />}</Route>
          <Route path="/contracts" component={Contracts} />
          <Route path="/days" component={Days} />
          <Route path="/reports" component={Reports} />
          <Route path="/cover" component={Cover} />
          <Route path="/access" component={Access} />
          <Route path="/imports" component={Imports} />
          <Route path="/imports/:id">{({ id }) => <Import key={id} id={id} />}</Route>
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </>
  );
}
