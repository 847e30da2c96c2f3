// The desk of an official of a referring agency.
import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../../frame/NotFound';
import { Ways } from '../../frame/Ways';
import { Proposals } from './proposals/Proposals';
import { NewReferral } from './referrals/NewReferral';
import { Referrals } from './referrals/Referrals';
import { useWords } from './words';

/** The pages of an official. */
export default function Official(): ReactNode {
  const { ways } = useWords();
  return (
    <>
      <Ways
        ways={[
          { path: '/', title: ways.referrals },
          { path: '/new', title: ways.newReferral },
          { path: '/proposals', title: ways.proposals },
        ]}
      />
      <Switch>
        <Route path="/" component={Referrals} />
        <Route path="/new" component={NewReferral} />
        <Route path="/proposals" component={Proposals} />
        <Route component={NotFound} />
      </Switch>
    </>
  );
}
