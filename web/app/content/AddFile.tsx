// A file to add to an object: chosen, announced with its digest, sent to the link. The bounds are told before it is chosen.
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { Problem } from '../ask';
import { Problems } from '../frame/Problems';
import { useKeyed, usePage } from '../frame/page-context';
import { AttachFileDocument } from '../generated/content/graphql';
import type { TypeInfo } from './type-info';
import { useWords } from './words';

type Rules = NonNullable<TypeInfo['files']>;
const MEGABYTE = 1_000_000;

/** The form of a new file; `done` is called when the service has it, and when it may have it. */
export function AddFile({ rules, id, done, leave }: { rules: Rules; id: string; done: () => void; leave: () => void }): ReactNode {
  const { words: frame, service, announce, language } = usePage();
  const words = useWords();
  const send = useKeyed();
  const under = useRef<{ file: File; link: string } | null>(null); // announced, and not come yet
  const [file, setFile] = useState<File | null>(null);
  const [part, setPart] = useState<number | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const endings = rules.kinds.flatMap((kind) => kind.endings);
  const megabytes = new Intl.NumberFormat(`${language}-FI`, { maximumFractionDigits: 1 }).format(rules.largest / MEGABYTE);
  const announceFile = async (chosen: File): Promise<string | null> => {
    const { data, problems: refused } = await send(AttachFileDocument, { input: await described(chosen, rules, id) });
    setProblems([...refused, ...(data?.attach.errors ?? [])]);
    return data?.attach.uploadLink ?? null;
  };
  const sendFile = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const refused = file ? problemOf(file, rules, endings) : 'fileMissing';
    setProblems(refused ? [{ code: refused, message: words[refused], path: ['file'] }] : []);
    if (!file || refused) return;
    setPart(0);
    const link = under.current?.file === file ? under.current.link : await announceFile(file);
    if (link !== null) await sendBytes(file, link);
    setPart(null);
  };
  const sendBytes = async (chosen: File, link: string): Promise<void> => {
    const sent = await service.send(link, chosen, setPart);
    under.current = sent.status === 0 ? { file: chosen, link } : null;
    if (sent.status === 204 || sent.status === 202) {
      announce(sent.status === 202 ? words.fileWaits : words.fileAdded);
      done();
    } else setProblems(sent.problems.length ? sent.problems : [{ code: 'FILE_NOT_SENT', message: words.fileBroken }]);
  };
  return (
    <form className="stack" onSubmit={(event) => void sendFile(event)} noValidate>
      <Problems problems={problems} inputs={{ file: 'file' }} />
      <div className="field">
        <label htmlFor="file">{words.chooseFile}</label>
        <span id="file-hint" className="quiet small">
          {words.fileBounds(megabytes, endings.join(', '))} {rules.isScanned ? words.fileScanned : ''}
        </span>
        <input
          id="file"
          type="file"
          aria-describedby="file-hint"
          accept={endings.map((ending) => `.${ending}`).join(',')}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </div>
      {part === null ? null : (
        <label className="small">
          {words.sending} <progress max={1} value={part} />
        </label>
      )}
      <div className="row">
        <button type="submit" className="button first" disabled={part !== null}>
          {words.sendFile}
        </button>
        <button type="button" className="button" onClick={leave} disabled={part !== null}>
          {frame.cancel}
        </button>
      </div>
    </form>
  );
}

function endingOf(file: File): string {
  return file.name.split('.').at(-1)?.toLowerCase() ?? '';
}

/** Return why a file is not worth announcing: the service would refuse it all the same. */
function problemOf(file: File, rules: Rules, endings: readonly string[]): 'fileTooLarge' | 'fileEmpty' | 'fileKind' | null {
  if (!endings.includes(endingOf(file))) return 'fileKind';
  if (file.size > rules.largest) return 'fileTooLarge';
  return file.size ? null : 'fileEmpty';
}

async function described(file: File, rules: Rules, objectId: string) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const mediaType = rules.kinds.find(({ endings }) => endings.includes(endingOf(file)))?.mediaType ?? '';
  return { objectId, name: file.name, mediaType, size: file.size, sha256 };
}
