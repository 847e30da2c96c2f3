// A list of value objects: one group of inputs for each.
import type { ReactNode } from 'react';
import { useWords } from '../content/words';
import { type Edited, FieldEdit } from './FieldEdit';

type Item = { [name: string]: unknown };

/** The groups of inputs, with a way to add and to remove one. */
export function ObjectsEdit({ field, id, value, change }: Pick<Edited, 'field' | 'id' | 'value' | 'change'>): ReactNode {
  const words = useWords();
  const items = (value ?? []) as readonly Item[];
  const put = (place: number, item: Item): void => change(items.map((one, at) => (at === place ? item : one)));
  return (
    <div className="stack">
      {items.map((item, place) => (
        <div key={place} className="card">
          {(field.members ?? []).map((member) => (
            <FieldEdit
              key={member.name}
              field={member}
              id={`${id}-${place}-${member.name}`}
              value={item[member.name]}
              isRequired={member.required}
              problem={null}
              change={(given) => put(place, { ...item, [member.name]: given })}
            />
          ))}
          <div>
            <button type="button" className="button slight" onClick={() => change(items.filter((_, at) => at !== place))}>
              {words.remove}
            </button>
          </div>
        </div>
      ))}
      <div>
        <button type="button" className="button slight" onClick={() => change([...items, {}])}>
          {words.addOne}
        </button>
      </div>
    </div>
  );
}
