// What is said of a note beside its text: what kind, when, who reads it.
import type { ReactNode } from 'react';
import { ListField } from '../../../fields/Field';
import { useAllTitles, useTitles } from '../../../frame/titles';
import type { NoteKind, NoteVisibility } from '../../../generated/coach/graphql';
import type { Written } from './note-draft';

interface Shown {
  written: Written;
  isKindNeeded?: boolean;
  write: (part: Partial<Written>) => void;
}

/** The fields of a note without its text, under the titles of the API. */
export function NoteFields({ written, isKindNeeded = false, write }: Shown): ReactNode {
  const titleOf = useTitles('ofType', 'CoachingNote');
  const kinds = useAllTitles('ofChoice', 'NoteKind');
  const readers = useAllTitles('ofChoice', 'NoteVisibility');
  return (
    <>
      <div className="field-row">
        <ListField
          id="note-kind"
          title={titleOf('kind')}
          options={[...(kinds ?? [])]}
          value={written.kind}
          isRequired={isKindNeeded}
          onChange={(kind) => write({ kind: kind as NoteKind | '' })}
        />
        <div className="field">
          <label htmlFor="note-at">{titleOf('occurredAt')}</label>
          <input
            id="note-at"
            type="datetime-local"
            autoComplete="off"
            required
            value={written.at}
            onChange={({ target }) => write({ at: target.value })}
          />
        </div>
        <ListField
          id="note-visibility"
          title={titleOf('visibility')}
          options={[...(readers ?? [])]}
          value={written.visibility}
          onChange={(visibility) => write({ visibility: (visibility || 'TEAM') as NoteVisibility })}
        />
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={written.mentionsThirdPerson}
          onChange={({ target }) => write({ mentionsThirdPerson: target.checked })}
        />
        {titleOf('mentionsThirdPerson')}
      </label>
    </>
  );
}
