// A new invitation, for a member of staff or a contact person of an agency.
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field, ListField } from '../../../fields/Field';
import { Answered } from '../../../frame/Answered';
import { useCommand, useLook, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { InviteDocument, WhomToInviteDocument, type WhomToInviteQuery } from '../../../generated/administrator/graphql';
import { secretOf } from '../../../records/Decide';
import { Secret } from '../../../records/Secret';
import { useWords } from '../words';

/** The form of a new invitation. */
export function Invite({ onInvited }: { onInvited: () => void }): ReactNode {
  const look = useLook(WhomToInviteDocument, {});
  return <Answered look={look}>{(data) => <InviteForm data={data} onInvited={onInvited} />}</Answered>;
}

function InviteForm({ data, onInvited }: { data: WhomToInviteQuery; onInvited: () => void }): ReactNode {
  const words = useWords();
  const { announce, language } = usePage();
  const [isStaff, setStaff] = useState(true);
  const [staff, setStaffMember] = useState('');
  const [agency, setAgency] = useState('');
  const [name, setName] = useState('');
  const [secret, setSecret] = useState('');
  const invite = useCommand(InviteDocument);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wanted = isStaff ? { staffMemberId: staff } : { agencyId: agency, name, language };
    const done = await invite.run({ invitation: wanted });
    if (!done) return;
    setSecret(secretOf(done));
    setName('');
    announce(words.invited);
    onInvited();
  };
  return (
    <form className="card" aria-labelledby="invite" onSubmit={(event) => void send(event)}>
      <h2 id="invite">{words.inviteTitle}</h2>
      <Problems problems={invite.problems} inputs={{ staffMemberId: 'staff', agencyId: 'agency', name: 'name' }} />
      {secret ? <Secret secret={secret} /> : null}
      <fieldset className="ways-to-go">
        <legend>{words.invitee}</legend>
        <Way title={words.staffMember} isChosen={isStaff} choose={() => setStaff(true)} />
        <Way title={words.official} isChosen={!isStaff} choose={() => setStaff(false)} />
      </fieldset>
      {isStaff ? (
        <ListField
          id="staff"
          title={words.who}
          options={(data.staffMembers?.nodes ?? []).map((one) => [one.id, `${one.firstName ?? ''} ${one.lastName}`.trim()] as const)}
          value={staff}
          isRequired
          onChange={setStaffMember}
        />
      ) : (
        <>
          <ListField
            id="agency"
            title={words.agency}
            options={(data.agencies?.nodes ?? []).map((one) => [one.id, one.name] as const)}
            value={agency}
            isRequired
            onChange={setAgency}
          />
          <Field id="name" title={words.name} value={name} isRequired onChange={setName} />
        </>
      )}
      <div>
        <button type="submit" className="button first" disabled={invite.isWaiting}>
          {words.invite}
        </button>
      </div>
    </form>
  );
}

function Way({ title, isChosen, choose }: { title: string; isChosen: boolean; choose: () => void }): ReactNode {
  return (
    <label className="way">
      <input type="radio" name="invitee" checked={isChosen} onChange={choose} />
      {title}
    </label>
  );
}
