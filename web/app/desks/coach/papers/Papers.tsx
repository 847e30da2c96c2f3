// What is told of a client outside: proposals and reports to the agency, absences to the payer of the benefit.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Answered } from '../../../frame/Answered';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { ClientPapersDocument } from '../../../generated/coach/graphql';
import { useWords } from '../words';
import { AbsenceReports } from './AbsenceReports';
import { Proposals } from './Proposals';
import { Reports } from './Reports';
import { usePaperWords } from './words';

/** The page of the papers of one client. */
export default function Papers({ id }: { id: string }): ReactNode {
  const { notSeen } = useWords();
  const words = usePaperWords();
  const look = useLook(ClientPapersDocument, { id });
  return (
    <Page title={words.papers} lead={words.papersLead}>
      <p>
        <Link href={`/clients/${id}`}>{words.toCard}</Link>
      </p>
      <Answered look={look}>
        {({ client, proposals, reports, absenceReports }) => {
          if (!client) return <p className="card quiet">{notSeen}</p>;
          const { referrals, relationships, contracts } = client;
          const referral = referrals?.nodes.find(({ state }) => state === 'STARTED') ?? referrals?.nodes[0];
          const relationship = relationships?.nodes.find(({ state }) => state === 'ACTIVE') ?? relationships?.nodes[0];
          const contractIds = contracts?.nodes.map((one) => one.id) ?? [];
          return (
            <div className="stack-large">
              <h2 className="client-title">
                {client.firstNames} {client.lastName}
              </h2>
              <Proposals referralId={referral?.id ?? null} proposals={proposals?.nodes ?? []} again={look.again} />
              <Reports relationship={relationship ?? null} reports={reports?.nodes ?? []} again={look.again} />
              <AbsenceReports
                reports={absenceReports?.nodes ?? []}
                scope={contractIds.length ? { contractIds } : null}
                again={look.again}
              />
            </div>
          );
        }}
      </Answered>
    </Page>
  );
}
