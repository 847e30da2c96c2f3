// The desk of a workplace: one page.
import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../../frame/NotFound';
import { Ways } from '../../frame/Ways';
import { Today } from './today/Today';
import { useWords } from './words';

/** The pages of a workplace. */
export default function Workplace(): ReactNode {
  const { ways } = useWords();
  return (
    <>
      <Ways ways={[{ path: '/', title: ways.today }]} />
      <Switch>
        <Route path="/" component={Today} />
        <Route component={NotFound} />
      </Switch>
    </>
  );
}
