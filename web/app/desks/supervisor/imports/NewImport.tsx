// A new import: the unit, the file and how it is read. One press makes it, sends the file and asks for the check.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Problem } from '../../../ask';
import { ListField } from '../../../fields/Field';
import { Problems } from '../../../frame/Problems';
import { refusals, useKeyed, usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { AttachImportDocument, type ImportPossibleQuery, MakeImportDocument, StepOfImportDocument } from '../../../generated/supervisor/graphql';
import { NOTHING_SAID, OPTION_INPUTS, Options, optionsOf } from './Options';
import { useImportWords } from './words';

type Units = NonNullable<ImportPossibleQuery['units']>['nodes'];
type Rules = NonNullable<ImportPossibleQuery['contentType']>['files'];

interface Given {
  units: Units;
  rules: Rules | null;
  done: (id: string) => void;
}

const ENDINGS = ['csv', 'txt', 'xlsx'];
const MEGABYTE = 1_000_000;

/** The form of a new import; `done` is called with its id when the check is asked for. */
export function NewImport({ units, rules, done }: Given): ReactNode {
  const words = useImportWords();
  const { service, announce, language } = usePage();
  const titleOf = useTitles('ofType', 'ClientImport');
  const send = useKeyed();
  const [unit, setUnit] = useState(units.length === 1 ? (units[0]?.id ?? '') : '');
  const [file, setFile] = useState<File | null>(null);
  const [said, say] = useState(NOTHING_SAID);
  const [part, setPart] = useState<number | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const megabytes = new Intl.NumberFormat(`${language}-FI`, { maximumFractionDigits: 1 }).format((rules?.largest ?? 0) / MEGABYTE);

  const step = async (id: string, revision: number, transition: 'CHECK' | 'DISCARD'): Promise<readonly Problem[]> => {
    const taken = await send(StepOfImportDocument, { step: { id, revision, transition } });
    return [...taken.problems, ...refusals(taken.data)];
  };
  const sendFile = async (id: string, chosen: File): Promise<readonly Problem[]> => {
    const announced = await send(AttachImportDocument, { file: await described(chosen, rules, id) });
    const link = announced.data?.attach.uploadLink;
    if (!link) return [...announced.problems, ...refusals(announced.data)];
    const sent = await service.send(link, chosen, setPart);
    if (sent.status === 204 || sent.status === 202) return [];
    return sent.problems.length ? sent.problems : [{ code: 'FILE_NOT_SENT', message: words.fileBroken }];
  };
  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wrong = file ? problemOf(file, rules?.largest ?? 0) : 'fileMissing';
    setProblems(wrong ? [{ code: wrong, message: words[wrong], path: ['file'] }] : []);
    if (!file || wrong) return;
    setPart(0);
    const made = await send(MakeImportDocument, { made: { unitId: unit, ...optionsOf(said) } });
    const found = made.data?.createClientImport.clientImport;
    const refused = found ? await sendFile(found.id, file) : [...made.problems, ...refusals(made.data)];
    const notChecked = found && !refused.length ? await step(found.id, found.revision, 'CHECK') : refused;
    if (found && refused.length) await step(found.id, found.revision, 'DISCARD'); // nobody needs one without its file
    setPart(null);
    setProblems(notChecked);
    if (!found || notChecked.length) return;
    announce(words.checkAsked);
    done(found.id);
  };
  return (
    <form className="card stack" aria-label={words.newImport} onSubmit={(event) => void start(event)} noValidate>
      <h2>{words.newImport}</h2>
      <Problems problems={problems} inputs={{ ...OPTION_INPUTS, unitId: 'import-unit', file: 'import-file' }} />
      <ListField
        id="import-unit"
        title={titleOf('unit')}
        options={units.map((one) => [one.id, one.name] as const)}
        value={unit}
        isRequired
        onChange={setUnit}
      />
      <div className="field">
        <label htmlFor="import-file">{words.file}</label>
        <span id="import-file-hint" className="quiet small">
          {words.fileBounds(megabytes)} {rules?.isScanned ? words.fileScanned : ''}
        </span>
        <input
          id="import-file"
          type="file"
          aria-describedby="import-file-hint"
          accept={ENDINGS.map((ending) => `.${ending}`).join(',')}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </div>
      <Options said={said} say={say} isOpen={false} />
      {part === null ? null : (
        <label className="small">
          {words.sending} <progress max={1} value={part} />
        </label>
      )}
      <div className="row">
        <button type="submit" className="button first" disabled={part !== null}>
          {words.check}
        </button>
        <span className="quiet small">{words.checkWritesNothing}</span>
      </div>
    </form>
  );
}

function endingOf(file: File): string {
  return file.name.split('.').at(-1)?.toLowerCase() ?? '';
}

/** Return why a file is not worth sending: the service would refuse it all the same. */
function problemOf(file: File, largest: number): 'fileTooLarge' | 'fileEmpty' | 'fileKind' | null {
  if (!ENDINGS.includes(endingOf(file))) return 'fileKind';
  if (file.size > largest) return 'fileTooLarge';
  return file.size ? null : 'fileEmpty';
}

async function described(file: File, rules: Rules | null, objectId: string) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const mediaType = rules?.kinds.find(({ endings }) => endings.includes(endingOf(file)))?.mediaType ?? '';
  return { objectId, name: file.name, mediaType, size: file.size, sha256 };
}
