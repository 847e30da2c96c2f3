// What would go if all that is due were deleted now: counts, targets and what holds them back; and the proposal.
import { type ReactNode, useState } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { useCommand, useLook, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { useTitles } from '../../../frame/titles';
import { EsikatseluDocument, type EsikatseluQuery, ProposePurgeDocument } from '../../../generated/privacy_officer/graphql';
import { DataTable } from '../../../records/DataTable';
import { useWords } from '../words';
import type { TypeTitle } from './Purges';

type Previewed = NonNullable<EsikatseluQuery['purgePreview']>;
const BASIS = 'RETENTION_OVER'; // of the vocabulary purge_basis: all that is due goes because its time is over

interface Shown {
  register: { id: string; name: string };
  typeTitle: TypeTitle;
  onProposed: () => void;
}

/** The preview of one register. */
export function Preview({ register, typeTitle, onProposed }: Shown): ReactNode {
  const words = useWords();
  const { announce } = usePage();
  const look = useLook(EsikatseluDocument, { rekisteri: register.id });
  const propose = useCommand(ProposePurgeDocument);
  const [isProposed, setProposed] = useState(false);
  const send = async (): Promise<void> => {
    if (!(await propose.run({ purge: { kind: 'DUE', basis: BASIS, registerId: register.id } }))) return;
    setProposed(true);
    announce(words.proposedNow);
    onProposed();
  };
  return (
    <section className="card" aria-label={`${words.preview}: ${register.name}`}>
      <div className="row apart">
        <h2>{`${words.preview}: ${register.name}`}</h2>
        <button type="button" className="button" disabled={propose.isWaiting || isProposed} onClick={() => void send()}>
          {words.propose}
        </button>
      </div>
      <p className="quiet">{words.previewLead}</p>
      <Problems problems={propose.problems} />
      {isProposed ? <p className="notice good">{words.proposedNow}</p> : null}
      <Answered look={look}>
        {({ purgePreview }) => (purgePreview ? <Counted preview={purgePreview} typeTitle={typeTitle} /> : null)}
      </Answered>
    </section>
  );
}

function Counted({ preview, typeTitle }: { preview: Previewed; typeTitle: TypeTitle }): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const obstacleOf = useTitles('ofChoice', 'Obstacle');
  return (
    <>
      <dl className="figures">
        <div className="figure">
          <dt>{words.going}</dt>
          <dd>{preview.going}</dd>
        </div>
        <div className="figure">
          <dt>{words.heldBack}</dt>
          <dd>{preview.heldBack}</dd>
        </div>
      </dl>
      <DataTable
        title={words.rows}
        rows={preview.counts}
        empty={words.nothingDue}
        columns={[
          { title: words.what, cell: (row) => typeTitle(row.type) },
          { title: words.rows, cell: (row) => row.rows, isNumber: true },
        ]}
      />
      {preview.items.length ? (
        <details>
          <summary>{`${words.targets} (${preview.items.length})`}</summary>
          <DataTable
            title={words.targets}
            rows={preview.items}
            empty={words.nothingDue}
            columns={[
              { title: words.target, cell: (row) => <span className="small">{row.target}</span> },
              { title: words.dueOn, cell: (row) => whole(row.dueOn) },
              { title: words.obstacle, cell: (row) => obstacleOf(row.obstacle) },
            ]}
          />
        </details>
      ) : null}
    </>
  );
}
