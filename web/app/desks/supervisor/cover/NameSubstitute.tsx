// A substitute for one client: who, from when, and before which day it ends.
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field, ListField } from '../../../fields/Field';
import { Answered } from '../../../frame/Answered';
import { daysAfter, today } from '../../../frame/days';
import { Cancel, Dialog } from '../../../frame/Dialog';
import { useCommand, useLook, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { NameSubstituteDocument, WhoMayCoverDocument, type WhoMayCoverQuery } from '../../../generated/supervisor/graphql';
import { useWords } from '../words';

const TWO_WEEKS = 14;

interface Given {
  client: string;
  unit: string;
  name: string;
  onDone: () => void;
}

/** The button and the dialog of a new substitute. */
export function NameSubstitute(given: Given): ReactNode {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const title = `${words.nameSubstitute}: ${given.name}`;
  return (
    <>
      <button type="button" className="button" aria-label={title} onClick={() => setOpen(true)}>
        {words.nameSubstitute}
      </button>
      <Dialog title={title} isOpen={isOpen} onClose={close}>
        {isOpen ? <WithStaff {...given} close={close} /> : null}
      </Dialog>
    </>
  );
}

type Open = Given & { close: () => void };
type Staff = NonNullable<WhoMayCoverQuery['staffMembers']>['nodes'];

function WithStaff(given: Open): ReactNode {
  const look = useLook(WhoMayCoverDocument, {});
  return <Answered look={look}>{({ staffMembers }) => <CoverForm {...given} staff={staffMembers?.nodes ?? []} />}</Answered>;
}

function CoverForm({ client, unit, staff, onDone, close }: Open & { staff: Staff }): ReactNode {
  const words = useWords();
  const page = usePage();
  const [who, setWho] = useState('');
  const [startsOn, setStartsOn] = useState(today());
  const [endsBefore, setEndsBefore] = useState(daysAfter(today(), TWO_WEEKS));
  const command = useCommand(NameSubstituteDocument);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const cover = { clientId: client, unitId: unit, staffMemberId: who, startsOn, endsBefore: endsBefore || null };
    if (!(await command.run({ cover }))) return;
    page.announce(words.substituteNamed);
    onDone();
    close();
  };
  return (
    <form className="stack" onSubmit={(event) => void send(event)}>
      <Problems
        problems={command.problems}
        inputs={{ staffMemberId: 'cover-who', startsOn: 'cover-starts', endsBefore: 'cover-ends' }}
      />
      <ListField
        id="cover-who"
        title={words.whoCovers}
        options={staff.map((one) => [one.id, `${one.firstName ?? ''} ${one.lastName}, ${one.title ?? ''}`] as const)}
        value={who}
        isRequired
        onChange={setWho}
      />
      <Field id="cover-starts" title={words.coverStarts} kind="date" value={startsOn} isRequired onChange={setStartsOn} />
      <Field id="cover-ends" title={words.coverEnds} kind="date" value={endsBefore} onChange={setEndsBefore} />
      <div className="row">
        <button type="submit" className="button first" disabled={command.isWaiting}>
          {words.nameSubstitute}
        </button>
        <Cancel />
      </div>
    </form>
  );
}
