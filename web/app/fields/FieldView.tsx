// How a value is shown, by its kind.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { FieldInfo, Referred } from '../content/type-info';
import { useNameOf } from '../content/naming';
import { usePage } from '../frame/page-context';
import { isEmpty, kindOf } from './kinds';
import { dayText, momentText } from './moments';

interface Shown {
  field: Pick<FieldInfo, 'kind' | 'many' | 'options'> & Partial<FieldInfo>;
  value: unknown;
}

/** A value of a field; a dash where there is none. */
export function FieldView({ field, value }: Shown): ReactNode {
  const { language, words } = usePage();
  if (isEmpty(value)) return <span className="quiet">–</span>;
  const titled = (token: unknown): string => field.options.find((one) => one.token === token)?.titles[language] ?? String(token);
  switch (kindOf(field)) {
    case 'reference':
      return <Reference type={field.target ?? ''} value={value as Referred} />;
    case 'objects':
      return <Objects field={field} values={value as readonly { [name: string]: unknown }[]} />;
    case 'choice':
      return titled(value);
    case 'choices':
      return (value as readonly unknown[]).map(titled).join(', ');
    case 'boolean':
      return value ? words.yes : words.no;
    case 'number':
      return new Intl.NumberFormat(`${language}-FI`).format(value as number);
    case 'date':
      return dayText(String(value), language);
    case 'moment':
      return momentText(String(value), language);
    case 'time':
      return String(value).slice(0, 5);
    case 'lines':
      return field.target ? (
        <Ids type={field.target} ids={value as readonly string[]} />
      ) : (
        <ul>
          {(value as readonly string[]).map((line, place) => (
            <li key={place}>{line}</li>
          ))}
        </ul>
      );
    case 'json':
      return <pre className="raw" tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>;
    default:
      return <span className="written">{String(value)}</span>;
  }
}

function Reference({ type, value }: { type: string; value: Referred }): ReactNode {
  const nameOf = useNameOf(type);
  return <Link href={`/${type}/${value.id}`}>{nameOf(value)}</Link>;
}

function Ids({ type, ids }: { type: string; ids: readonly string[] }): ReactNode {
  const nameOf = useNameOf(type);
  return (
    <ul>
      {ids.map((id, place) => (
        <li key={id}>
          <Link href={`/${type}/${id}`}>{`${nameOf({ id })} ${place + 1}`}</Link>
        </li>
      ))}
    </ul>
  );
}

function Objects({ field, values }: { field: Shown['field']; values: readonly { [name: string]: unknown }[] }): ReactNode {
  const { language } = usePage();
  return (
    <ol className="stack">
      {values.map((one, place) => (
        <li key={place}>
          <dl className="facts">
            {(field.members ?? []).map((member) => (
              <div key={member.name} className="fact">
                <dt>{member.titles[language]}</dt>
                <dd>
                  <FieldView field={member} value={one[member.name]} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
