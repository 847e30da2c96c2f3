// A role for somebody: which one, where, from when and until when.
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field, ListField } from '../../../fields/Field';
import { Answered } from '../../../frame/Answered';
import { today } from '../../../frame/days';
import { Cancel, Dialog } from '../../../frame/Dialog';
import { useCommand, useLook, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { useAllTitles } from '../../../frame/titles';
import { type GrantedRole, GrantRoleDocument, UnitsForRolesDocument, type UnitsForRolesQuery } from '../../../generated/administrator/graphql';
import { useWords } from '../words';

interface Given {
  account: string;
  name: string;
  onDone: () => void;
}

/** The button and the dialog of a new role. */
export function GrantRole({ account, name, onDone }: Given): ReactNode {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <button type="button" className="button" aria-label={`${words.grant}: ${name}`} onClick={() => setOpen(true)}>
        {words.grant}
      </button>
      <Dialog title={`${words.grant}: ${name}`} isOpen={isOpen} onClose={close}>
        {isOpen ? <WithUnits account={account} name={name} onDone={onDone} close={close} /> : null}
      </Dialog>
    </>
  );
}

type Open = Given & { close: () => void };

function WithUnits(given: Open): ReactNode {
  const look = useLook(UnitsForRolesDocument, {});
  return <Answered look={look}>{({ units }) => <RoleForm {...given} units={units?.nodes ?? []} />}</Answered>;
}

type Units = NonNullable<UnitsForRolesQuery['units']>['nodes'];

function RoleForm({ account, units, onDone, close }: Open & { units: Units }): ReactNode {
  const words = useWords();
  const page = usePage();
  const roles = useAllTitles('ofChoice', 'GrantedRole');
  const [role, setRole] = useState('');
  const [unit, setUnit] = useState('');
  const [startsOn, setStartsOn] = useState(today());
  const [endsBefore, setEndsBefore] = useState('');
  const grant = useCommand(GrantRoleDocument);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wanted = { accountId: account, role: role as GrantedRole, unitId: unit || null, startsOn, endsBefore: endsBefore || null };
    if (!(await grant.run({ grant: wanted }))) return;
    page.announce(words.granted);
    onDone();
    close();
  };
  return (
    <form className="stack" onSubmit={(event) => void send(event)}>
      <Problems
        problems={grant.problems}
        inputs={{ role: 'role', unitId: 'role-unit', startsOn: 'role-starts', endsBefore: 'role-ends' }}
      />
      <ListField
        id="role"
        title={words.role}
        options={[...(roles ?? [])].map(([token, title]) => [token, page.words.roles[token] ?? title] as const)}
        value={role}
        isRequired
        onChange={setRole}
      />
      <ListField
        id="role-unit"
        title={words.unit}
        options={units.map((one) => [one.id, one.name] as const)}
        value={unit}
        onChange={setUnit}
      />
      <Field id="role-starts" title={words.starts} kind="date" value={startsOn} isRequired onChange={setStartsOn} />
      <Field id="role-ends" title={words.endsBefore} kind="date" value={endsBefore} onChange={setEndsBefore} />
      <div className="row">
        <button type="submit" className="button first" disabled={grant.isWaiting}>
          {words.grant}
        </button>
        <Cancel />
      </div>
    </form>
  );
}
