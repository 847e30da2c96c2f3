// Invitations: who was invited, new ones, and links that are shown once.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { DecideInvitationDocument, KutsutDocument, type KutsutQuery } from '../../../generated/administrator/graphql';
import { Decide } from '../../../records/Decide';
import { Record, Records } from '../../../records/Record';
import { useWords } from '../words';
import { Invite } from './Invite';

type Invitation = NonNullable<NonNullable<KutsutQuery['invitations']>['nodes'][number]>;

/** The page of the invitations. */
export function Invitations(): ReactNode {
  const words = useWords();
  const look = useLook(KutsutDocument, {});
  return (
    <Page title={words.ways.invitations} lead={words.invitationsLead}>
      <Invite onInvited={look.again} />
      <Answered look={look}>
        {({ invitations }) => (
          <Records title={words.invitations} rows={invitations?.nodes ?? []} empty={words.noInvitations}>
            {(invitation) => <OneInvitation key={invitation.id} invitation={invitation} again={look.again} />}
          </Records>
        )}
      </Answered>
    </Page>
  );
}

function OneInvitation({ invitation, again }: { invitation: Invitation; again: () => void }): ReactNode {
  const { moment } = useDays();
  const titleOf = useTitles('ofType', 'Invitation');
  const kindOf = useTitles('ofChoice', 'InvitedKind');
  return (
    <Record
      title={invitation.name}
      state={titleOf(invitation.state)}
      tone={invitation.state === 'ACCEPTED' ? 'good' : invitation.state === 'OPEN' ? 'note' : ''}
      facts={[
        [titleOf('kind'), kindOf(invitation.kind)],
        [titleOf('agency'), invitation.agency?.name],
        [titleOf('expiresAt'), invitation.acceptedAt ? '' : moment(invitation.expiresAt)],
        [titleOf('acceptedAt'), moment(invitation.acceptedAt)],
      ]}
      actions={
        <Decide
          type="Invitation"
          document={DecideInvitationDocument}
          object={invitation}
          about={invitation.name}
          onDone={again}
        />
      }
    />
  );
}
