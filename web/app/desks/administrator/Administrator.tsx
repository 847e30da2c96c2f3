// The desk of an administrator: people and roles, systems, mails, words and settings. No client is seen here.
import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../../frame/NotFound';
import { Ways } from '../../frame/Ways';
import { Accounts } from './accounts/Accounts';
import { Invitations } from './accounts/Invitations';
import { Mails } from './mails/Mails';
import { Settings } from './settings/Settings';
import { Vocabularies } from './settings/Vocabularies';
import { Systems } from './systems/Systems';
import { Waiting } from './Waiting';
import { useWords } from './words';

/** The pages of an administrator. */
export default function Administrator(): ReactNode {
  const { ways } = useWords();
  return (
    <>
      <Ways
        ways={[
          { path: '/', title: ways.accounts },
          { path: '/waiting', title: ways.waiting },
          { path: '/invitations', title: ways.invitations },
          { path: '/systems', title: ways.systems },
          { path: '/mails', title: ways.mails },
          { path: '/vocabularies', title: ways.vocabularies },
          { path: '/settings', title: ways.settings },
        ]}
      />
      <Switch>
        <Route path="/" component={Accounts} />
        <Route path="/waiting" component={Waiting} />
        <Route path="/invitations" component={Invitations} />
        <Route path="/systems" component={Systems} />
        <Route path="/mails" component={Mails} />
        <Route path="/vocabularies" component={Vocabularies} />
        <Route path="/settings" component={Settings} />
        <Route component={NotFound} />
      </Switch>
    </>
  );
}
