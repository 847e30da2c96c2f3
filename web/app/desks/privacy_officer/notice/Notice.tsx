// Whether the published notice says what is really kept, and who has not acknowledged it.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook, usePage } from '../../../frame/page-context';
import { PublishedNoticesDocument, NoticeStateDocument, type NoticeStateQuery } from '../../../generated/privacy_officer/graphql';
import { DataTable } from '../../../records/DataTable';
import { useWords } from '../words';

/** The page of the notice. */
export function Notice(): ReactNode {
  const words = useWords();
  const look = useLook(PublishedNoticesDocument, {});
  return (
    <Page title={words.ways.notice} lead={words.noticeLead}>
      <Answered look={look}>
        {({ privacyNotices }) =>
          privacyNotices?.nodes.length ? (
            privacyNotices.nodes.map((notice) => (
              <OneNotice key={notice.id} id={notice.id} title={`${notice.register?.name ?? ''}, ${words.version(notice.version ?? 0)}`} />
            ))
          ) : (
            <p className="quiet">{words.noNotice}</p>
          )
        }
      </Answered>
    </Page>
  );
}

function OneNotice({ id, title }: { id: string; title: string }): ReactNode {
  const look = useLook(NoticeStateDocument, { id });
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      <Answered look={look}>{(data) => <Checked data={data} />}</Answered>
    </section>
  );
}

function Checked({ data }: { data: NoticeStateQuery }): ReactNode {
  const words = useWords();
  const { language } = usePage();
  const { whole } = useDays();
  const check = data.noticeCheck;
  const others = data.notAcknowledged ?? [];
  return (
    <>
      {check ? (
        <div className={`notice ${check.isUpToDate ? 'good' : 'warn'}`}>
          <p className="strong">{check.isUpToDate ? words.upToDate : words.notUpToDate}</p>
          {check.missing.length ? <p>{`${words.missing}: ${check.missing.join(', ')}`}</p> : null}
          {check.gone.length ? <p>{`${words.gone}: ${check.gone.join(', ')}`}</p> : null}
        </div>
      ) : null}
      <p className="quiet">{`${words.inForce} ${whole(data.privacyNotice?.effectiveOn)}`}</p>
      {others.length ? (
        <details>
          <summary>{`${words.notAcknowledged} (${others.length})`}</summary>
          <p className="text">{others.map((one) => one.name).filter(Boolean).join(', ')}</p>
        </details>
      ) : (
        <p>{words.allAcknowledged}</p>
      )}
      <details>
        <summary>{`${words.dataKept} (${data.privacyNotice?.dataKept.length ?? 0})`}</summary>
        <DataTable
          title={words.dataKept}
          rows={data.privacyNotice?.dataKept ?? []}
          empty={words.noNotice}
          columns={[
            { title: words.field, cell: (row) => row[language] },
            { title: words.type, cell: (row) => ({ fi: row.typeFi, sv: row.typeSv, en: row.typeEn })[language] },
          ]}
        />
      </details>
    </>
  );
}
