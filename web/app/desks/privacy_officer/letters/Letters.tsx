// Letters to people without an account: printed, sent, and marked as sent.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import {
  DecideLetterDocument,
  LahettamattomatKirjeetDocument,
  type LahettamattomatKirjeetQuery,
} from '../../../generated/privacy_officer/graphql';
import { Decide } from '../../../records/Decide';
import { Record, Records } from '../../../records/Record';
import { useWords } from '../words';

type Letter = NonNullable<NonNullable<LahettamattomatKirjeetQuery['requestLetters']>['nodes'][number]>;

/** The page of the letters. */
export function Letters(): ReactNode {
  const words = useWords();
  const look = useLook(LahettamattomatKirjeetDocument, {});
  return (
    <Page title={words.ways.letters} lead={words.lettersLead}>
      <Answered look={look}>
        {({ requestLetters }) => (
          <Records title={words.toSend} rows={requestLetters?.nodes ?? []} empty={words.noToSend}>
            {(letter) => <OneLetter key={letter.id} letter={letter} again={look.again} />}
          </Records>
        )}
      </Answered>
    </Page>
  );
}

function OneLetter({ letter, again }: { letter: Letter; again: () => void }): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const titleOf = useTitles('ofType', 'RequestLetter');
  const occasionOf = useTitles('ofChoice', 'LetterOccasion');
  const kindOf = useTitles('ofChoice', 'DataRequestKind');
  const requestTitle = useTitles('ofType', 'DataRequest');
  const occasion = occasionOf(letter.occasion);
  return (
    <Record
      title={occasion}
      facts={[
        [titleOf('recipient'), letter.recipient ? <span className="pre">{letter.recipient}</span> : null],
        [titleOf('request'), kindOf(letter.request?.kind)],
        [requestTitle('dueOn'), whole(letter.request?.dueOn)],
      ]}
      actions={<Decide type="RequestLetter" document={DecideLetterDocument} object={letter} about={occasion} onDone={again} />}
    >
      {letter.text ? (
        <details>
          <summary>{words.letterText}</summary>
          <p className="pre text" lang={letter.language}>
            {letter.text}
          </p>
        </details>
      ) : null}
    </Record>
  );
}
