// What was looked at, in words: the titles are asked for when somebody opens them.
import { type ReactNode, useEffect, useState } from 'react';
import { usePage } from '../../../frame/page-context';
import { useWords } from '../words';

/** The number of fields, and behind it their titles by type. `fields` are `Type.field` or `Type.field:surface`. */
export function Fields({ fields }: { fields: readonly string[] }): ReactNode {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  if (!fields.length) return null;
  return (
    <details className="small" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words.what}: {words.fieldsSeen(fields.length)}
      </summary>
      {isOpen ? <FieldTitles fields={fields} /> : null}
    </details>
  );
}

function FieldTitles({ fields }: { fields: readonly string[] }): ReactNode {
  const { titles, language, words } = usePage();
  const [lines, setLines] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let isHere = true;
    const pairs = fields.map((field) => field.split(':')[0]?.split('.') ?? []);
    const types = [...new Set(pairs.map(([type = '']) => type))];
    const line = async (type: string): Promise<string> => {
      const found = await titles.ofType(type, language);
      const names = new Set(pairs.filter(([one]) => one === type).map(([, name = '']) => found.get(name) ?? name));
      return `${found.get('') ?? type}: ${[...names].join(', ')}`;
    };
    void Promise.all(types.map(line)).then((all) => isHere && setLines(all));
    return () => {
      isHere = false;
    };
  }, [fields, titles, language]);
  if (!lines) return <p className="waiting">{words.loading}</p>;
  return (
    <ul className="quiet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
