// The files of an object; reading their names is a look, so they are asked for by hand.
import { type ReactNode, useState } from 'react';
import { usePage } from '../frame/page-context';
import { momentText } from '../fields/moments';
import { documentOf, type TypeInfo } from './type-info';
import { useWords } from './words';

interface Attached {
  id: string;
  name: string;
  size: number;
  addedAt: string;
  addedBy: string;
  quarantined: boolean;
  link: string;
}

/** The list of files with links that hold for five minutes; nothing where a type has none. */
export function Files({ info, id }: { info: TypeInfo; id: string }): ReactNode {
  const { service, language } = usePage();
  const words = useWords();
  const [files, setFiles] = useState<readonly Attached[] | null>(null);
  const document = documentOf<{ node: { attachments: readonly Attached[] | null } | null }>(info, 'FILES');
  if (document === null) return null;
  const ask = async (): Promise<void> => {
    const { data } = await service.ask(document, { id });
    setFiles(data?.node?.attachments ?? []);
  };
  return (
    <section className="card" aria-labelledby="files-title">
      <h2 id="files-title">{words.files}</h2>
      {files === null ? (
        <div>
          <button type="button" className="button" onClick={() => void ask()}>
            {words.showFiles}
          </button>
        </div>
      ) : files.length ? (
        <ul className="stack">
          {files.map((file) => (
            <li key={file.id}>
              {file.quarantined ? <span>{`${file.name}: ${words.quarantined}`}</span> : <a href={file.link}>{file.name}</a>}
              <p className="quiet small">{`${file.addedBy}, ${momentText(file.addedAt, language)}, ${Math.ceil(file.size / 1024)} kB`}</p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{words.noFiles}</p>
      )}
    </section>
  );
}
