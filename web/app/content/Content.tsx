// The pages of content of any type: what there is, a list, one object, its form, its history. Nothing here names a type.
import type { ReactNode } from 'react';
import { Route, Switch, useParams } from 'wouter';
import { Page } from '../frame/Page';
import { usePage } from '../frame/page-context';
import { CreatePage, EditPage } from './FormPage';
import { HistoryPage } from './HistoryPage';
import { ListPage } from './ListPage';
import { type TypeInfo, useTypeInfo } from './type-info';
import { TypesPage } from './TypesPage';
import { ViewPage } from './ViewPage';

/** All pages under /desk/content. */
export default function Content(): ReactNode {
  return (
    <Switch>
      <Route path="/">
        <TypesPage />
      </Route>
      <Route path="/:type">
        <OfType>{(info) => <ListPage key={info.name} info={info} />}</OfType>
      </Route>
      <Route path="/:type/new">
        <OfType>{(info) => <CreatePage key={info.name} info={info} />}</OfType>
      </Route>
      <Route path="/:type/:id">
        <OfType>{(info, id) => <ViewPage key={id} info={info} id={id} />}</OfType>
      </Route>
      <Route path="/:type/:id/edit">
        <OfType>{(info, id) => <EditPage key={id} info={info} id={id} />}</OfType>
      </Route>
      <Route path="/:type/:id/history">
        <OfType>{(info, id) => <HistoryPage key={id} info={info} id={id} />}</OfType>
      </Route>
    </Switch>
  );
}

function OfType({ children }: { children: (info: TypeInfo, id: string) => ReactNode }): ReactNode {
  const { words } = usePage();
  const { type = '', id = '' } = useParams();
  const info = useTypeInfo(type);
  if (info === undefined) {
    return (
      <main id="content" className="main">
        <p className="waiting">{words.loading}</p>
      </main>
    );
  }
  if (info === null) {
    return (
      <Page title={words.notFound} lead={words.notFoundLead} isReading>
        <a href="/desk">{words.toBeginning}</a>
      </Page>
    );
  }
  return children(info, id);
}
