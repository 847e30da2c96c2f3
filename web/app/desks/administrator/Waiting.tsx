// What waits for an administrator: what others wrote or proposed, and mails that did not leave.
import type { ReactNode } from 'react';
import { Answered } from '../../frame/Answered';
import { Page } from '../../frame/Page';
import { useLook } from '../../frame/page-context';
import { MitaPaakayttajaltaOdotetaanDocument } from '../../generated/administrator/graphql';
import { Tasks } from '../../records/Tasks';
import { useWords } from './words';

/** The page of what is to be done; each step is taken on the page of its object. */
export function Waiting(): ReactNode {
  const words = useWords();
  const look = useLook(MitaPaakayttajaltaOdotetaanDocument, {});
  return (
    <Page title={words.ways.waiting} lead={words.waitingLead}>
      <Answered look={look}>
        {({ tasks }) => <Tasks title={words.tasks} empty={words.noTasks} ways={{}} tasks={tasks.nodes} />}
      </Answered>
    </Page>
  );
}
