// One import: how far the worker is, what it found, and what may be done now. The change feed tells of each batch.
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useCommand, useLook, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { useTitles } from '../../../frame/titles';
import { ChangeImportDocument, ImportOfClientsDocument, type ImportOfClientsQuery, StepOfImportDocument } from '../../../generated/supervisor/graphql';
import { DataTable } from '../../../records/DataTable';
import { Decide } from '../../../records/Decide';
import { Record, Records } from '../../../records/Record';
import { OPTION_INPUTS, Options, optionsOf } from './Options';
import { TONES } from './tones';
import { useImportWords } from './words';

type OneImport = NonNullable<ImportOfClientsQuery['clientImport']>;
const OWN_CHANGE = 2_500; // milliseconds for which the feed is silent about what this tab itself has done

/** The page of one import. */
export default function Import({ id }: { id: string }): ReactNode {
  const words = useImportWords();
  const { changes } = usePage();
  const look = useLook(ImportOfClientsDocument, { id });
  const { again } = look;
  useEffect(() => changes.follow(['ClientImport'], again), [changes, again]);
  const state = look.answer?.data?.clientImport?.state;
  useEffect(() => {
    if (state !== 'CHECKING' && state !== 'RUNNING') return;
    const timer = setTimeout(again, OWN_CHANGE); // once: a short file is ready before the feed speaks again
    return () => clearTimeout(timer);
  }, [state, again]);
  return (
    <Page title={words.oneImport}>
      <p>
        <Link href="/imports">{words.toImports}</Link>
      </p>
      <Answered look={look}>
        {({ clientImport }) => (clientImport ? <Shown one={clientImport} again={again} /> : <p className="card quiet">{words.notSeen}</p>)}
      </Answered>
    </Page>
  );
}

function Shown({ one, again }: { one: OneImport; again: () => void }): ReactNode {
  const words = useImportWords();
  const { announce } = usePage();
  const { moment } = useDays();
  const titleOf = useTitles('ofType', 'ClientImport');
  const about = `${one.unit?.name ?? ''}, ${moment(one.createdAt)}`;
  const state = titleOf(one.state);
  useEffect(() => (state ? announce(state) : undefined), [announce, state]);
  return (
    <div className="stack-large">
      <Records title={words.now} rows={[one]} empty="">
        {() => (
          <Record
            key={one.id}
            title={about}
            state={state}
            tone={TONES[one.state]}
            facts={[
              [titleOf('askedByName'), one.askedByName],
              [titleOf('askedAt'), moment(one.askedAt)],
              [titleOf('endedAt'), moment(one.endedAt)],
            ]}
            actions={
              one.state === 'DISCARDED' ? null : (
                <Decide type="ClientImport" document={StepOfImportDocument} object={one} about={about} label={words.handle} onDone={again} />
              )
            }
          >
            <Progress one={one} />
            <Obstacle one={one} />
            {one.written == null ? null : (
              <p className="strong">{words.sum(one.linesRead ?? 0, one.written, one.unchanged ?? 0, one.refused ?? 0)}</p>
            )}
            <Hint one={one} />
            {one.notes.length ? (
              <ul>
                {one.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            ) : null}
          </Record>
        )}
      </Records>
      <Report one={one} />
      {['NEW', 'CHECKED', 'REFUSED'].includes(one.state) ? <Change one={one} again={again} /> : null}
    </div>
  );
}

function Progress({ one }: { one: OneImport }): ReactNode {
  const words = useImportWords();
  if (one.state !== 'CHECKING' && one.state !== 'RUNNING') return null;
  if (one.linesRead == null) return <p>{words.waits}</p>;
  return (
    <label>
      {words.read(one.linesRead, one.linesExpected ?? 0)} <progress max={one.linesExpected || 1} value={one.linesRead} />
    </label>
  );
}

function Obstacle({ one }: { one: OneImport }): ReactNode {
  const words = useImportWords();
  const faultOf = useTitles('ofChoice', 'ImportFault');
  if (!one.refusal) return null;
  const where = one.refusalLine == null ? '' : ` ${words.onLine(one.refusalLine)}`;
  return (
    <section className="notice warn" aria-label={words.obstacle}>
      <p>{`${faultOf(one.refusal)}.${where}`}</p>
      {one.refusalNames.length ? <p>{one.refusalNames.join(', ')}</p> : null}
    </section>
  );
}

/** What comes next, so that nobody takes a check for the import. */
function Hint({ one }: { one: OneImport }): ReactNode {
  const words = useImportWords();
  if (one.state === 'CHECKED') return <p>{words.checkedNext}</p>;
  return one.state === 'DONE' ? <p>{words.doneNext}</p> : null;
}

function Report({ one }: { one: OneImport }): ReactNode {
  const words = useImportWords();
  const titleOf = useTitles('ofType', 'ImportRefusal');
  const fieldOf = useTitles('ofType', 'Client');
  const { nodes = [], totalCount = 0 } = one.refusals ?? {};
  if (one.written == null) return null;
  return (
    <section className="stack" aria-label={words.report}>
      <h2>{words.report}</h2>
      <DataTable
        title={words.report}
        rows={nodes}
        empty={words.nothingRefused}
        columns={[
          { title: titleOf('line'), cell: (row) => row.line, isNumber: true },
          { title: titleOf('field'), cell: (row) => (row.field ? fieldOf(row.field) : words.wholeLine) },
          { title: titleOf('reason'), cell: (row) => row.reason },
        ]}
      />
      {totalCount > nodes.length ? <p className="quiet">{words.firstOf(nodes.length, totalCount)}</p> : null}
    </section>
  );
}

function Change({ one, again }: { one: OneImport; again: () => void }): ReactNode {
  const words = useImportWords();
  const change = useCommand(ChangeImportDocument);
  const step = useCommand(StepOfImportDocument);
  const [said, say] = useState({
    nobodyIsRestricted: one.nobodyIsRestricted,
    sheet: one.sheet ?? '',
    encoding: one.encoding ?? '',
    distinctLines: one.distinctLines ?? '',
    mapping: one.mapping ?? '',
  });
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const changed = await change.run({ changed: { id: one.id, revision: one.revision, ...optionsOf(said) } });
    const revision = changed?.updateClientImport.clientImport?.revision;
    if (revision === undefined) return;
    await step.run({ step: { id: one.id, revision, transition: 'CHECK' } });
    again();
  };
  return (
    <form className="card stack" aria-label={words.change} onSubmit={(event) => void send(event)}>
      <h2>{words.change}</h2>
      <Problems problems={[...change.problems, ...step.problems]} inputs={OPTION_INPUTS} />
      <Options said={said} say={say} isOpen={one.state === 'REFUSED'} />
      <div className="row">
        <button type="submit" className="button" disabled={change.isWaiting || step.isWaiting}>
          {words.checkAgain}
        </button>
      </div>
    </form>
  );
}
