// The files of an object; reading their names is a look, so they are asked for by hand. Who may add and remove them does so here.
import { type ReactNode, useState } from 'react';
import type { Problem } from '../ask';
import { momentText } from '../fields/moments';
import { Dialog } from '../frame/Dialog';
import { Problems } from '../frame/Problems';
import { useCommand, usePage } from '../frame/page-context';
import { DetachFileDocument, FilesOfferedDocument } from '../generated/content/graphql';
import { AddFile } from './AddFile';
import { documentOf, type TypeInfo } from './type-info';
import { useWords } from './words';

interface Attached {
  id: string;
  name: string;
  size: number;
  addedAt: string;
  addedBy: string;
  scannedAt: string | null;
  quarantined: boolean;
  link: string;
}
type Found = { node: { attachments: readonly Attached[] | null } | null };

/** The list of files with links that hold for five minutes; nothing where a type has none. */
export function Files({ info, id }: { info: TypeInfo; id: string }): ReactNode {
  const { service } = usePage();
  const words = useWords();
  const [files, setFiles] = useState<readonly Attached[] | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const document = documentOf<Found>(info, 'FILES');
  if (document === null || !info.files?.mayRead) return null;
  const ask = async (): Promise<void> => {
    const answer = await service.ask(document, { id });
    setProblems(answer.problems);
    if (!answer.problems.length) setFiles(answer.data?.node?.attachments ?? []);
  };
  return (
    <section className="card" aria-labelledby="files-title">
      <h2 id="files-title">{words.files}</h2>
      <Problems problems={problems} />
      {files === null ? (
        <div>
          <button type="button" className="button" onClick={() => void ask()}>
            {words.showFiles}
          </button>
        </div>
      ) : files.length ? (
        <ul className="stack">
          {files.map((file) => (
            <FileRow key={file.id} info={info} file={file} done={ask} />
          ))}
        </ul>
      ) : (
        <p className="quiet">{words.noFiles}</p>
      )}
      {info.files.mayChange ? <Add info={info} id={id} done={ask} /> : null}
    </section>
  );
}

/** The way to a new file; whether the object takes one now is asked of the service. */
function Add({ info, id, done }: { info: TypeInfo; id: string; done: () => Promise<void> }): ReactNode {
  const { service } = usePage();
  const words = useWords();
  const [may, setMay] = useState<boolean | null>(null);
  const ask = async (): Promise<void> => {
    const { data } = await service.ask(FilesOfferedDocument, { name: info.name, id });
    setMay(data?.contentType?.files?.mayChange ?? false);
  };
  if (may === false) return <p className="quiet">{words.noFilesNow}</p>;
  if (may && info.files) {
    const end = (): void => {
      setMay(null);
      void done();
    };
    return <AddFile rules={info.files} id={id} done={end} leave={() => setMay(null)} />;
  }
  return (
    <div>
      <button type="button" className="button" onClick={() => void ask()}>
        {words.addFile}
      </button>
    </div>
  );
}

function FileRow({ info, file, done }: { info: TypeInfo; file: Attached; done: () => Promise<void> }): ReactNode {
  const { language } = usePage();
  const words = useWords();
  const waits = info.files?.isScanned && file.scannedAt === null;
  const told = [file.addedBy, momentText(file.addedAt, language), `${Math.ceil(file.size / 1024)} kB`];
  return (
    <li>
      <div className="row">
        {file.quarantined || waits ? <span>{file.name}</span> : <a href={file.link}>{file.name}</a>}
        {info.files?.mayChange ? <Remove file={file} done={done} /> : null}
      </div>
      {file.quarantined || waits ? <p className="notice warn">{file.quarantined ? words.quarantined : words.fileWaits}</p> : null}
      <p className="quiet small">{told.join(', ')}</p>
    </li>
  );
}

function Remove({ file, done }: { file: Attached; done: () => Promise<void> }): ReactNode {
  const { words: frame, announce } = usePage();
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const remove = useCommand(DetachFileDocument);
  const send = async (): Promise<void> => {
    if ((await remove.run({ id: file.id })) === null) return;
    setOpen(false);
    announce(words.fileRemoved);
    await done();
  };
  return (
    <>
      <button type="button" className="button slight" aria-label={`${words.remove}: ${file.name}`} onClick={() => setOpen(true)}>
        {words.remove}
      </button>
      <Dialog title={file.name} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p>{words.removeFile}</p>
        <Problems problems={remove.problems} />
        <div className="row">
          <button type="button" className="button grave" disabled={remove.isWaiting} onClick={() => void send()}>
            {words.remove}
          </button>
          <button type="button" className="button" onClick={() => setOpen(false)}>
            {frame.cancel}
          </button>
        </div>
      </Dialog>
    </>
  );
}
