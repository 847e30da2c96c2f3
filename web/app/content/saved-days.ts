// The days of a saved view: a date, or a number of days from today. A moment is kept as the day that begins with it.
import { kindOf } from '../fields/kinds';
import { localText, midnightOf } from '../fields/moments';
import type { Wanted } from './Filters';
import type { FieldInfo, TypeInfo, Variables } from './type-info';

const DAY = 86_400_000;
type Change = (text: string, field: FieldInfo) => string;

/** Return the conditions of a list as they are kept; with `isRelative` its days follow the day of today. */
export function keptOf(info: TypeInfo, filter: Variables, isRelative: boolean): Variables {
  return withDays(info, filter, (text, field) => {
    const day = kindOf(field) === 'moment' ? localText(text).slice(0, 10) : text;
    const ahead = Math.round((Date.parse(day) - Date.parse(today())) / DAY);
    return isRelative ? `today${ahead ? (ahead > 0 ? '+' : '') + ahead : ''}` : day;
  });
}

/** Return what a list is asked for by a saved view, today. */
export function wantedOfView(info: TypeInfo, conditions: unknown, orderBy: string | null): Wanted {
  const filter = withDays(info, conditions as Variables, (text, field) => {
    const day = text.startsWith('today') ? plus(Number(text.slice(5) || 0)) : text;
    return kindOf(field) === 'moment' ? midnightOf(day) : day;
  });
  return { filter: Object.keys(filter).length ? filter : null, orderBy };
}

function withDays(info: TypeInfo, conditions: Variables, change: Change): Variables {
  const changed = Object.entries(conditions).map(([name, condition]) => {
    const field = info.fields.find((one) => one.name === name);
    if (!field || !['date', 'moment'].includes(kindOf(field))) return [name, condition];
    const values = Object.entries(condition as Variables).map(([operator, value]) => [operator, typeof value === 'string' ? change(value, field) : value]);
    return [name, Object.fromEntries(values)];
  });
  return Object.fromEntries(changed);
}

function today(): string {
  return localText(new Date().toISOString()).slice(0, 10);
}

function plus(days: number): string {
  return new Date(Date.parse(today()) + days * DAY).toISOString().slice(0, 10);
}
