// How a file is read: the answer about safety restrictions, and what is seldom needed.
import type { ReactNode } from 'react';
import { Field } from '../../../fields/Field';
import { useTitles } from '../../../frame/titles';
import { useImportWords } from './words';

export interface Said {
  nobodyIsRestricted: boolean;
  sheet: string;
  encoding: string;
  distinctLines: string;
  mapping: string;
}

export const NOTHING_SAID: Said = { nobodyIsRestricted: false, sheet: '', encoding: '', distinctLines: '', mapping: '' };
export const OPTION_INPUTS = { sheet: 'import-sheet', encoding: 'import-encoding', distinctLines: 'import-lines', mapping: 'import-mapping' };

/** Return the options as the service takes them: nothing for what is empty. */
export function optionsOf(said: Said) {
  const { nobodyIsRestricted, sheet, encoding, distinctLines, mapping } = said;
  return {
    nobodyIsRestricted,
    sheet: sheet.trim() || null,
    encoding: encoding.trim() || null,
    distinctLines: distinctLines.trim() || null,
    mapping: mapping.trim() || null,
  };
}

/** The inputs of the options. */
export function Options({ said, say, isOpen }: { said: Said; say: (said: Said) => void; isOpen: boolean }): ReactNode {
  const words = useImportWords();
  const titleOf = useTitles('ofType', 'ClientImport');
  const set = (name: keyof Said) => (value: string) => say({ ...said, [name]: value });
  return (
    <>
      <label className="way">
        <input
          type="checkbox"
          checked={said.nobodyIsRestricted}
          onChange={(event) => say({ ...said, nobodyIsRestricted: event.target.checked })}
        />
        {words.nobodyIsRestricted}
      </label>
      <details open={isOpen}>
        <summary>{words.moreOptions}</summary>
        <div className="stack">
          <Field id={OPTION_INPUTS.distinctLines} title={words.distinctLines} value={said.distinctLines} onChange={set('distinctLines')} />
          <Field id={OPTION_INPUTS.sheet} title={titleOf('sheet')} value={said.sheet} onChange={set('sheet')} />
          <Field id={OPTION_INPUTS.encoding} title={titleOf('encoding')} value={said.encoding} onChange={set('encoding')} />
          <Field id={OPTION_INPUTS.mapping} title={titleOf('mapping')} kind="long" value={said.mapping} onChange={set('mapping')} />
        </div>
      </details>
    </>
  );
}
