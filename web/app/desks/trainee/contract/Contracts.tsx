// My contract: what it says, in full, before it is signed.
import { type ReactNode, useState } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Dialog } from '../../../frame/Dialog';
import { Page } from '../../../frame/Page';
import { useCommand, useLook, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { useTitles } from '../../../frame/titles';
import { MyContractsDocument, type MyContractsQuery, SignOwnContractDocument } from '../../../generated/trainee/graphql';
import { useWords } from '../words';
import { ContractText } from './ContractText';

/** A contract as the page shows it. */
export type Contract = NonNullable<NonNullable<MyContractsQuery['contracts']>['nodes'][number]>;

/** The page of my contracts; those that wait for my signature come first. */
export function Contracts(): ReactNode {
  const words = useWords();
  const { announce } = usePage();
  const look = useLook(MyContractsDocument, {});
  const [changed, setChanged] = useState<Record<string, Partial<Contract>>>({});
  const signed = (contract: Partial<Contract> & { id: string }): void => {
    setChanged((before) => ({ ...before, [contract.id]: contract }));
    announce(words.signedNow);
  };
  return (
    <Page title={words.ways.contract} lead={words.contractLead} isReading>
      <Answered look={look}>
        {(data) => {
          const contracts = (data.contracts?.nodes ?? []).map((one) => ({ ...one, ...changed[one.id] }));
          if (!contracts.length) return <p className="card quiet">{words.noContracts}</p>;
          const inOrder = [...contracts].sort((one, other) => Number(waitsForMe(other)) - Number(waitsForMe(one)));
          return inOrder.map((contract) => <ContractCard key={contract.id} contract={contract} onSigned={signed} />);
        }}
      </Answered>
    </Page>
  );
}

function waitsForMe({ state, signatures }: Contract): boolean {
  return state === 'AWAITING_SIGNATURES' && !signatures?.some(({ party }) => party === 'CLIENT');
}

interface Shown {
  contract: Contract;
  onSigned: (contract: Partial<Contract> & { id: string }) => void;
}

function ContractCard({ contract, onSigned }: Shown): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const stateOf = useTitles('ofType', 'Contract');
  const [isAsked, setAsked] = useState(false);
  return (
    <article className="card" aria-labelledby={contract.id}>
      <div className="row apart">
        <h2 id={contract.id}>
          {whole(contract.startsOn)} – {whole(contract.endsOn)}
        </h2>
        <span className={contract.state === 'ACTIVE' ? 'tag good' : 'tag'}>{stateOf(contract.state)}</span>
      </div>
      <ContractText contract={contract} />
      {waitsForMe(contract) ? (
        <div>
          <button type="button" className="button first" onClick={() => setAsked(true)}>
            {words.sign}
          </button>
        </div>
      ) : null}
      <Sign contract={contract} isOpen={isAsked} onClose={() => setAsked(false)} onSigned={onSigned} />
    </article>
  );
}

function Sign({ contract, isOpen, onClose, onSigned }: Shown & { isOpen: boolean; onClose: () => void }): ReactNode {
  const words = useWords();
  const { words: frame } = usePage();
  const sign = useCommand(SignOwnContractDocument);
  const leave = (): void => {
    sign.forget();
    onClose();
  };
  const signNow = async (): Promise<void> => {
    const step = { id: contract.id, revision: contract.revision, transition: 'SIGN' as const };
    const done = (await sign.run({ step }))?.transitionContract.contract;
    if (!done) return;
    onSigned(done);
    leave();
  };
  return (
    <Dialog title={words.signTitle} isOpen={isOpen} onClose={leave}>
      <Problems problems={sign.problems} />
      <p>{words.signLead}</p>
      <div className="row">
        <button type="button" className="button first" onClick={() => void signNow()} disabled={sign.isWaiting}>
          {words.sign}
        </button>
        <button type="button" className="button" onClick={leave}>
          {frame.cancel}
        </button>
      </div>
    </Dialog>
  );
}
