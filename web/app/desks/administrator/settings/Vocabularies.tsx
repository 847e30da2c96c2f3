// The words of one vocabulary in three languages, and the steps of each.
import { type ReactNode, useState } from 'react';
import { ListField } from '../../../fields/Field';
import { Answered } from '../../../frame/Answered';
import { Page } from '../../../frame/Page';
import { useLook, usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import {
  DecideTermDocument,
  VocabulariesInUseDocument,
  type VocabulariesInUseQuery,
  WordsOfVocabularyDocument,
} from '../../../generated/administrator/graphql';
import { DataTable } from '../../../records/DataTable';
import { Decide } from '../../../records/Decide';
import { useWords } from '../words';

/** The page of the vocabularies. */
export function Vocabularies(): ReactNode {
  const words = useWords();
  const look = useLook(VocabulariesInUseDocument, {});
  return (
    <Page title={words.ways.vocabularies} lead={words.vocabulariesLead}>
      <Answered look={look}>{(data) => <Choose data={data} />}</Answered>
    </Page>
  );
}

function Choose({ data }: { data: VocabulariesInUseQuery }): ReactNode {
  const words = useWords();
  const { language } = usePage();
  const [vocabulary, setVocabulary] = useState('');
  const titles = new Map(
    data.contentTypes.flatMap((type) =>
      type.fields.flatMap(({ vocabulary: name, titles: of }) =>
        name ? [[name, `${of[language]} (${type.titles[language].toLowerCase()})`] as const] : [],
      ),
    ),
  );
  const options = [...titles].sort(([, one], [, other]) => one.localeCompare(other, language));
  return (
    <>
      <ListField
        id="vocabulary"
        title={words.vocabulary}
        options={options}
        value={vocabulary}
        onChange={setVocabulary}
      />
      {vocabulary ? <Terms key={vocabulary} vocabulary={vocabulary} title={titles.get(vocabulary) ?? vocabulary} /> : null}
    </>
  );
}

function Terms({ vocabulary, title }: { vocabulary: string; title: string }): ReactNode {
  const words = useWords();
  const titleOf = useTitles('ofType', 'Term');
  const look = useLook(WordsOfVocabularyDocument, { vocabulary });
  return (
    <Answered look={look}>
      {({ terms }) => (
        <DataTable
          title={title}
          rows={terms?.nodes ?? []}
          empty={words.noTerms}
          columns={[
            { title: 'suomi', cell: (row) => row.titleFi },
            { title: 'svenska', cell: (row) => <span lang="sv">{row.titleSv}</span> },
            { title: 'English', cell: (row) => <span lang="en">{row.titleEn}</span> },
            { title: titleOf('state'), cell: (row) => titleOf(row.state) },
            {
              title: '',
              cell: (row) => (
                <Decide type="Term" document={DecideTermDocument} object={row} about={row.titleFi} onDone={look.again} />
              ),
            },
          ]}
        />
      )}
    </Answered>
  );
}
