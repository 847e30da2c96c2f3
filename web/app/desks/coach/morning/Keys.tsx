// Which letter marks what.
import type { ReactNode } from 'react';
import { useWords } from '../words';
import type { Effect } from './marks';

/** The keys of the sheet, folded away for whoever knows them. */
export function Keys({ effects }: { effects: readonly Effect[] }): ReactNode {
  const words = useWords();
  return (
    <details className="keys no-print">
      <summary>{words.keys}</summary>
      <p className="quiet">{words.keysLead}</p>
      <ul className="row">
        {effects
          .filter(({ code }) => words.letters[code])
          .map(({ code, title }) => (
            <li key={code}>
              <kbd>{words.letters[code]}</kbd> {title}
            </li>
          ))}
      </ul>
    </details>
  );
}
