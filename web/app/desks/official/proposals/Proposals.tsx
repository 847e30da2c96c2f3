// Proposals of the provider, each with its reasons and its history, and the three answers that the workflow has.
import { type ReactNode, useState } from 'react';
import { Answered } from '../../../frame/Answered';
import { Changed } from '../../../frame/Changed';
import { useDays } from '../../../frame/days';
import { useHold } from '../../../frame/hold';
import { Page } from '../../../frame/Page';
import { useCommand, useLook, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { useTitles } from '../../../frame/titles';
import {
  DecideProposalDocument,
  PaatostaOdottavatDocument,
  type PaatostaOdottavatQuery,
  type ProposalTransition,
} from '../../../generated/official/graphql';
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
                <ProposalCard key={`${proposal.id} ${proposal.revision}`} proposal={proposal} />
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

function ProposalCard({ proposal }: { proposal: Proposal }): ReactNode {
  const words = useWords();
  const { announce } = usePage();
  const { whole } = useDays();
  const kindOf = useTitles('ofChoice', 'ProposalKind');
  const titleOf = useTitles('ofType', 'Proposal');
  const [comment, setComment] = useState('');
  const [now, setNow] = useState({ revision: proposal.revision, state: proposal.state });
  const command = useCommand(DecideProposalDocument);
  useHold(comment.trim() !== '' && now.state === 'SENT');
  const decide = async (transition: ProposalTransition): Promise<void> => {
    const step = { id: proposal.id, revision: now.revision, transition, comment: comment.trim() || null };
    const done = (await command.run({ step }))?.transitionProposal.proposal;
    if (!done) return;
    setNow(done);
    announce(words.decided);
  };
  const field = `comment-${proposal.id}`;
  return (
    <li className="card">
      <div className="row apart">
        <h2>
          {kindOf(proposal.kind)}
          {proposal.referral?.lastName ? `, ${proposal.referral.lastName}` : ''}
        </h2>
        <span className="tag note">{titleOf(now.state)}</span>
      </div>
      {proposal.startsOn || proposal.endsOn ? (
        <p>
          {words.period}: {whole(proposal.startsOn)} – {whole(proposal.endsOn)}
        </p>
      ) : null}
      <p>{proposal.text}</p>
      <History proposal={proposal} />
      <Problems problems={command.problems} inputs={{ comment: field }} />
      {now.state === 'SENT' ? (
        <>
          <div className="field">
            <label htmlFor={field}>{words.comment}</label>
            <textarea
              id={field}
              autoComplete="off"
              maxLength={2000}
              value={comment}
              onChange={(event) => setComment(event.target.value)}
            />
          </div>
          <div className="row">
            {(['ACCEPT', 'REJECT', 'ASK'] as const).map((transition) => (
              <button
                key={transition}
                type="button"
                className={transition === 'ACCEPT' ? 'button first' : 'button'}
                disabled={command.isWaiting}
                onClick={() => void decide(transition)}
              >
                {titleOf(transition)}
              </button>
            ))}
          </div>
        </>
      ) : null}
    </li>
  );
}

function History({ proposal }: { proposal: Proposal }): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  const titleOf = useTitles('ofType', 'Proposal');
  if (!proposal.history?.length) return null;
  return (
    <details className="small">
      <summary>{words.history}</summary>
      <ul className="stack">
        {proposal.history.map((one, place) => (
          <li key={place}>
            {moment(one.at)} {one.actorName}: {words.actions[one.action] ?? titleOf(one.action)}
            {one.comment ? ` – ${one.comment}` : ''}
          </li>
        ))}
      </ul>
    </details>
  );
}
