// What a value is, as far as showing and typing it in goes. The kind alone decides, never the type or the name of a field.
import type { FieldInfo } from '../content/type-info';

export type Kind =
  | 'reference'
  | 'objects'
  | 'choice'
  | 'choices'
  | 'boolean'
  | 'number'
  | 'date'
  | 'moment'
  | 'time'
  | 'lines'
  | 'long'
  | 'json'
  | 'text';

const SCALARS: Record<string, Kind> = { Boolean: 'boolean', Int: 'number', Date: 'date', DateTime: 'moment', Time: 'time', JSON: 'json' };
type Declared = Pick<FieldInfo, 'kind' | 'many' | 'options'> & Partial<Pick<FieldInfo, 'target' | 'members' | 'isLong' | 'longest'>>;

/** Return of which kind a field's value is. */
export function kindOf(field: Declared): Kind {
  if (field.members?.length) return 'objects';
  if (field.target && !field.many) return 'reference';
  if (field.options.length) return field.many ? 'choices' : 'choice';
  if (field.many) return 'lines';
  const kind = SCALARS[field.kind];
  return kind ?? (field.isLong || (field.longest ?? 0) > 200 ? 'long' : 'text');
}

/** Return whether there is nothing to show. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
