// A new system of an agency; its secret is shown once.
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field, ListField } from '../../../fields/Field';
import { Answered } from '../../../frame/Answered';
import { useCommand, useLook, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { AgenciesForSystemsDocument, type AgenciesForSystemsQuery, RegisterSystemDocument } from '../../../generated/administrator/graphql';
import { secretOf } from '../../../records/Decide';
import { Secret } from '../../../records/Secret';
import { useWords } from '../words';

const USUAL = 'referrals:read referrals:write'; // what a system that sends referrals needs

/** The form of a new system. */
export function NewSystem({ onRegistered }: { onRegistered: () => void }): ReactNode {
  const look = useLook(AgenciesForSystemsDocument, {});
  return (
    <Answered look={look}>
      {({ agencies }) => <SystemForm agencies={agencies?.nodes ?? []} onRegistered={onRegistered} />}
    </Answered>
  );
}

type Agencies = NonNullable<AgenciesForSystemsQuery['agencies']>['nodes'];

function SystemForm({ agencies, onRegistered }: { agencies: Agencies; onRegistered: () => void }): ReactNode {
  const words = useWords();
  const { announce } = usePage();
  const [name, setName] = useState('');
  const [agency, setAgency] = useState('');
  const [scopes, setScopes] = useState(USUAL);
  const [secret, setSecret] = useState('');
  const register = useCommand(RegisterSystemDocument);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await register.run({ system: { name, agencyId: agency, scopes: scopes.split(/\s+/).filter(Boolean) } });
    if (!done) return;
    setSecret(secretOf(done));
    setName('');
    announce(words.registered);
    onRegistered();
  };
  return (
    <form className="card" aria-labelledby="new-system" onSubmit={(event) => void send(event)}>
      <h2 id="new-system">{words.newSystem}</h2>
      <Problems problems={register.problems} inputs={{ name: 'system-name', agencyId: 'system-agency', scopes: 'system-scopes' }} />
      {secret ? <Secret secret={secret} /> : null}
      <Field id="system-name" title={words.name} value={name} isRequired onChange={setName} />
      <ListField
        id="system-agency"
        title={words.agency}
        options={agencies.map((one) => [one.id, one.name] as const)}
        value={agency}
        isRequired
        onChange={setAgency}
      />
      <Field id="system-scopes" title={words.scopes} value={scopes} isRequired onChange={setScopes} />
      <div>
        <button type="submit" className="button first" disabled={register.isWaiting}>
          {words.newSystem}
        </button>
      </div>
    </form>
  );
}
