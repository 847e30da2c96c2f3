// Why somebody looked, in words.
import { usePage } from '../frame/page-context';

/** Return a function from the purposes of a row of the log, spaces between, to what they are called. */
export function usePurposes(): (purposes: string | null | undefined) => string {
  const { purposes } = usePage().words.records;
  return (text) => (text ?? '').split(/[\s,]+/).map((one) => purposes[one] ?? one).join(', ');
}
