// Accounts with their roles: what each may do, until when, and the steps of both.
import { type ReactNode, useState } from 'react';
import { ListField } from '../../../fields/Field';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook, usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { DecideAccountDocument, DecideGrantDocument, TunnuksetDocument, type TunnuksetQuery } from '../../../generated/administrator/graphql';
import { Decide } from '../../../records/Decide';
import { Record, Records } from '../../../records/Record';
import { useWords } from '../words';
import { GrantRole } from './GrantRole';

type Account = NonNullable<NonNullable<TunnuksetQuery['accounts']>['nodes'][number]>;
type Grant = NonNullable<Account['grants']>['nodes'][number];

/** The page of the accounts. */
export function Accounts(): ReactNode {
  const words = useWords();
  const look = useLook(TunnuksetDocument, {});
  return (
    <Page title={words.ways.accounts} lead={words.accountsLead}>
      <Answered look={look}>
        {({ accounts }) => <ByKind accounts={accounts?.nodes ?? []} again={look.again} />}
      </Answered>
    </Page>
  );
}

/** The accounts of one kind of holder, in the order of their names; which kind is chosen without another question. */
function ByKind({ accounts, again }: { accounts: readonly Account[]; again: () => void }): ReactNode {
  const words = useWords();
  const { language } = usePage();
  const kindOf = useTitles('ofChoice', 'AccountHolder');
  const titleOf = useTitles('ofType', 'Account');
  const kinds = [...new Set(accounts.map(({ kind }) => kind))];
  const [chosen, setChosen] = useState('STAFF');
  const shown = accounts
    .filter(({ kind }) => kind === chosen)
    .sort((one, other) => (one.name ?? '').localeCompare(other.name ?? '', language));
  return (
    <>
      <ListField
        id="account-kind"
        title={titleOf('kind')}
        options={kinds.map((kind) => [kind, kindOf(kind)] as const)}
        value={chosen}
        isRequired
        onChange={(kind) => setChosen(kind || 'STAFF')}
      />
      <Records title={kindOf(chosen)} rows={shown} empty={words.noAccounts}>
        {(account) => <OneAccount key={account.id} account={account} again={again} />}
      </Records>
    </>
  );
}

function OneAccount({ account, again }: { account: Account; again: () => void }): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const titleOf = useTitles('ofType', 'Account');
  const name = account.name ?? words.nameless;
  const grants = account.grants?.nodes ?? [];
  return (
    <Record
      title={name}
      state={titleOf(account.state)}
      tone={account.state === 'ACTIVE' ? 'good' : account.state === 'DISABLED' ? 'bad' : 'note'}
      facts={[
        [titleOf('endsBefore'), whole(account.endsBefore)],
      ]}
      actions={
        <>
          <Decide type="Account" document={DecideAccountDocument} object={account} about={name} onDone={again} />
          {account.kind === 'STAFF' ? <GrantRole account={account.id} name={name} onDone={again} /> : null}
        </>
      }
    >
      {grants.length ? (
        <ul className="tasks">
          {grants.map((grant) => (
            <OneGrant key={grant.id} grant={grant} whose={name} again={again} />
          ))}
        </ul>
      ) : null}
    </Record>
  );
}

function OneGrant({ grant, whose, again }: { grant: Grant; whose: string; again: () => void }): ReactNode {
  const words = useWords();
  const page = usePage();
  const { whole } = useDays();
  const titleOf = useTitles('ofType', 'RoleGrant');
  const role = page.words.roles[grant.role] ?? grant.role;
  const until = grant.endsBefore ? words.until(whole(grant.endsBefore)) : '';
  return (
    <li>
      <span>
        <span className="strong">{role}</span> {[grant.unit?.name ?? words.everywhere, until].filter(Boolean).join(', ')}{' '}
        <span className="tag">{titleOf(grant.state)}</span>
      </span>
      <Decide type="RoleGrant" document={DecideGrantDocument} object={grant} about={`${whose}: ${role}`} onDone={again} />
    </li>
  );
}
