// Proposals of the provider, each with its reasons and its history, and what the organisation may decide.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { Changed } from '../../../frame/Changed';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { DecideProposalDocument, PaatostaOdottavatDocument, type PaatostaOdottavatQuery } from '../../../generated/official/graphql';
import { Decide } from '../../../records/Decide';
import { useWords } from '../words';

type Proposal = NonNullable<PaatostaOdottavatQuery['proposals']>['nodes'][number];

/** The page of proposals that wait for a decision. */
export function Proposals(): ReactNode {
  const words = useWords();
  const look = useLook(PaatostaOdottavatDocument, { odottavat: ['SENT', 'ASKED'] });
  return (
    <Page title={words.ways.proposals} lead={words.proposalsLead} isReading>
      <Changed types={['Proposal']} show={look.again} />
      <Answered look={look}>
        {({ proposals }) =>
          proposals?.nodes.length ? (
            <ul className="cards">
              {proposals.nodes.map((proposal) => (
                <ProposalCard key={proposal.id} proposal={proposal} again={look.again} />
              ))}
            </ul>
          ) : (
            <p className="card quiet">{words.noProposals}</p>
          )
        }
      </Answered>
    </Page>
  );
}

function ProposalCard({ proposal, again }: { proposal: Proposal; again: () => void }): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const kindOf = useTitles('ofChoice', 'ProposalKind');
  const titleOf = useTitles('ofType', 'Proposal');
  const about = [kindOf(proposal.kind), proposal.referral?.lastName].filter(Boolean).join(', ');
  return (
    <li className="card">
      <div className="row apart">
        <h2>{about}</h2>
        <span className="tag note">{titleOf(proposal.state)}</span>
      </div>
      {proposal.startsOn || proposal.endsOn ? (
        <p>
          {words.period}: {whole(proposal.startsOn)} – {whole(proposal.endsOn)}
        </p>
      ) : null}
      <p>{proposal.text}</p>
      <History proposal={proposal} />
      <div>
        <Decide type="Proposal" document={DecideProposalDocument} object={proposal} about={about} onDone={again} />
      </div>
    </li>
  );
}

function History({ proposal }: { proposal: Proposal }): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  const stepOf = useTitles('ofSteps', 'Proposal');
  if (!proposal.history?.length) return null;
  return (
    <details className="small">
      <summary>{words.history}</summary>
      <ul className="stack">
        {proposal.history.map((one, place) => (
          <li key={place}>
            {moment(one.at)} {one.actorName}: {words.actions[one.action] ?? stepOf(one.action)}
            {one.comment ? ` – ${one.comment}` : ''}
          </li>
        ))}
      </ul>
    </details>
  );
}
