// One object of any type: every field that this person may read, and what else may be asked of it.
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { AnswersView } from '../fields/answers/AnswersOfForm';
import { FieldView } from '../fields/FieldView';
import { Sealed } from '../fields/Sealed';
import { Withheld } from '../fields/Withheld';
import { Answered } from '../frame/Answered';
import { Page } from '../frame/Page';
import { useLook, usePage } from '../frame/page-context';
import type { Part } from '../records/sight/WhatTheyMay';
import { WhoSees } from '../records/sight/WhoSees';
import { useWords as useSightWords } from '../records/sight/words';
import type { Language } from '../words/words';
import { Bin } from './Bin';
import { Files } from './Files';
import { valueOf } from './ListPage';
import { nameOf } from './naming';
import { References } from './References';
import { Sections } from './Sections';
import { Steps } from './Steps';
import { type Content, documentOf, type FieldInfo, type TypeInfo } from './type-info';
import { useWords } from './words';

type Node = { node: (Content & { redacted: readonly string[] }) | null };
interface Asked {
  info: TypeInfo;
  id: string;
}

/** The page of an object. */
export function ViewPage({ info, id }: Asked): ReactNode {
  const { language, words: frame } = usePage();
  const words = useWords();
  const { title } = useSightWords();
  const document = documentOf<Node>(info, 'VIEW');
  if (document === null) throw new Error('A type has a view.');
  const look = useLook(document, { id });
  const [isBinned, setBinned] = useState(false);
  return (
    <Page title={info.titles[language]} actions={<WaysOfObject info={info} id={id} here="view" />}>
      {isBinned ? (
        <p className="notice good" role="status">
          {words.binned}
        </p>
      ) : (
        <Answered look={look}>
          {({ node }) =>
            node ? (
              <>
                <p className="lead">
                  {nameOf(info, node, language)} <span className="tag">{info.states.find(({ name }) => name === node.state)?.titles[language]}</span>
                </p>
                <Steps key={node.revision} info={info} id={id} revision={node.revision} done={look.again} />
                <Sections fields={info.fields.filter(({ name }) => name !== 'state')}>
                  {(field) => (
                    <dl key={field.name} className="facts">
                      <dt>{field.titles[language]}</dt>
                      <dd>
                        <Value info={info} field={field} node={node} />
                      </dd>
                    </dl>
                  )}
                </Sections>
                <Files info={info} id={id} />
                <References info={info} id={id} />
                {info.mayAskWhoSees ? <WhoSees id={id} title={title} parts={partsOf(info, language)} /> : null}
                <Bin info={info} node={node} done={() => setBinned(true)} />
              </>
            ) : (
              <p className="notice">{frame.notFoundLead}</p>
            )
          }
        </Answered>
      )}
    </Page>
  );
}

/** The parts of a type, each with the permission that reads it. */
function partsOf(info: TypeInfo, language: Language): readonly Part[] {
  const bySection = info.fields.map(({ read, section }) => [read, section.titles[language]] as const);
  return [...new Map(bySection)].filter(([permission]) => permission !== '');
}

function Value({ info, field, node }: { info: TypeInfo; field: FieldInfo; node: NonNullable<Node['node']> }): ReactNode {
  const { language } = usePage();
  if (node.redacted.includes(field.name) || (field.relation && node.redacted.includes(field.relation))) {
    return <Withheld id={node.id} permission={field.read} title={field.titles[language]} />;
  }
  if (field.isSealed) return <Sealed info={info} field={field} id={node.id} />;
  return field.form ? <AnswersView field={field} node={node} /> : <FieldView field={field} value={valueOf(field, node)} />;
}

/** The ways between the pages of one object. */
export function WaysOfObject({ info, id, here }: Asked & { here: 'view' | 'edit' | 'history' }): ReactNode {
  const words = useWords();
  const mayEdit = documentOf(info, 'UPDATE') !== null && info.fields.some(({ mayWrite, isGivenOnce }) => mayWrite && !isGivenOnce);
  return (
    <nav className="row" aria-label={words.pages}>
      <Link className="button slight" href={`/${info.name}`}>
        {words.toList}
      </Link>
      {here === 'view' ? null : (
        <Link className="button" href={`/${info.name}/${id}`}>
          {words.view}
        </Link>
      )}
      {here !== 'edit' && mayEdit ? (
        <Link className="button" href={`/${info.name}/${id}/edit`}>
          {words.edit}
        </Link>
      ) : null}
      {here === 'history' ? null : (
        <Link className="button" href={`/${info.name}/${id}/history`}>
          {words.history}
        </Link>
      )}
    </nav>
  );
}
