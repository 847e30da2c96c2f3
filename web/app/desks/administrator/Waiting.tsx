// What waits for an administrator: what others wrote or proposed, and mails that did not leave.
import type { ReactNode } from 'react';
import { Answered } from '../../frame/Answered';
import { useList } from '../../frame/list';
import { Page } from '../../frame/Page';
import { MitaPaakayttajaltaOdotetaanDocument } from '../../generated/administrator/graphql';
import { Tasks } from '../../records/Tasks';
import { useWords } from './words';

/** The page of what is to be done; each step is taken on the page of its object. */
export function Waiting(): ReactNode {
  const words = useWords();
  const isWhole = true; // what has no due day comes last, and is not to be missed
  const list = useList(MitaPaakayttajaltaOdotetaanDocument, (jalkeen) => ({ jalkeen }), ({ tasks }) => tasks, isWhole);
  return (
    <Page title={words.ways.waiting} lead={words.waitingLead}>
      <Answered look={list}>
        {(tasks) => <Tasks title={words.tasks} empty={words.noTasks} ways={{}} tasks={tasks} />}
      </Answered>
    </Page>
  );
}
