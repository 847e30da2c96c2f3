// Contracts that wait for signatures: sign for the arranger, and approve when everybody has signed.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { ContractsToSignDocument, type ContractsToSignQuery, DecideContractDocument } from '../../../generated/supervisor/graphql';
import { Decide } from '../../../records/Decide';
import { Record, Records } from '../../../records/Record';
import { useWords } from '../words';

type Contract = NonNullable<NonNullable<ContractsToSignQuery['contracts']>['nodes'][number]>;

/** The page of the contracts of the unit. */
export function Contracts(): ReactNode {
  const words = useWords();
  const look = useLook(ContractsToSignDocument, {});
  return (
    <Page title={words.ways.contracts} lead={words.contractsLead}>
      <Answered look={look}>
        {({ contracts }) => (
          <Records title={words.toSign} rows={contracts?.nodes ?? []} empty={words.noToSign}>
            {(contract) => <OneContract key={contract.id} contract={contract} again={look.again} />}
          </Records>
        )}
      </Answered>
    </Page>
  );
}

function OneContract({ contract, again }: { contract: Contract; again: () => void }): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const titleOf = useTitles('ofType', 'Contract');
  const partyOf = useTitles('ofChoice', 'SignatureParty');
  const name = `${contract.client?.callName ?? ''} ${contract.client?.lastName ?? ''}`.trim();
  const signed = contract.signatures?.map((one) => `${partyOf(one.party)}: ${one.name}`).join(', ');
  return (
    <Record
      title={name}
      state={titleOf(contract.state)}
      tone="note"
      facts={[
        [titleOf('startsOn'), whole(contract.startsOn)],
        [titleOf('endsOn'), whole(contract.endsOn)],
        [titleOf('workplace'), contract.workplace?.name],
        [titleOf('tasks'), contract.tasks],
        [words.signed, signed || words.nobodySigned],
      ]}
      actions={<Decide type="Contract" document={DecideContractDocument} object={contract} about={name} onDone={again} />}
    />
  );
}
