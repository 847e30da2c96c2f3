// Imports of clients: a new one, and those of before with what came of them.
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Answered } from '../../../frame/Answered';
import { Changed } from '../../../frame/Changed';
import { useDays } from '../../../frame/days';
import { useList } from '../../../frame/list';
import { More } from '../../../frame/More';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { ImportPossibleDocument, ImportsOfClientsDocument, type ImportsOfClientsQuery } from '../../../generated/supervisor/graphql';
import { Record, Records } from '../../../records/Record';
import { NewImport } from './NewImport';
import { TONES } from './tones';
import { useImportWords } from './words';

type Import = NonNullable<ImportsOfClientsQuery['clientImports']>['nodes'][number];

/** The page of the imports of the unit. */
export default function Imports(): ReactNode {
  const words = useImportWords();
  const [, go] = useLocation();
  const possible = useLook(ImportPossibleDocument, {});
  const list = useList(ImportsOfClientsDocument, (after) => ({ after }), (data) => data.clientImports);
  return (
    <Page title={words.imports} lead={words.importsLead}>
      <Changed types={['ClientImport']} show={list.again} />
      <Answered look={possible}>
        {({ units, contentType }) => (
          <NewImport units={units?.nodes ?? []} rules={contentType?.files ?? null} done={(id) => go(`/imports/${id}`)} />
        )}
      </Answered>
      <Answered look={list}>
        {(imports) => (
          <>
            <Records title={words.earlier} rows={imports} empty={words.noImports}>
              {(one) => <OneOfMany key={one.id} one={one} />}
            </Records>
            <More list={list} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function OneOfMany({ one }: { one: Import }): ReactNode {
  const words = useImportWords();
  const { moment } = useDays();
  const titleOf = useTitles('ofType', 'ClientImport');
  return (
    <Record
      title={`${one.unit?.name ?? ''}, ${moment(one.createdAt)}`}
      state={titleOf(one.state)}
      tone={TONES[one.state]}
      facts={[
        [titleOf('askedByName'), one.askedByName],
        [words.result, one.written == null ? null : words.sum(one.linesRead ?? 0, one.written, one.unchanged ?? 0, one.refused ?? 0)],
      ]}
      actions={
        <Link className="button" href={`/imports/${one.id}`} aria-label={`${words.open}: ${one.unit?.name ?? ''}, ${moment(one.createdAt)}`}>
          {words.open}
        </Link>
      }
    />
  );
}
