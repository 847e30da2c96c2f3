// Amounts and months, as they are written in a language.
import { usePage } from '../frame/page-context';

/** Return how amounts in cents, months and numbers are written; nothing for nothing. */
export function useFigures(): {
  euros: (cents: number | null | undefined) => string;
  month: (day: string) => string;
  number: (value: number) => string;
} {
  const locale = `${usePage().language}-FI`;
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(locale);
  return {
    euros: (cents) => (cents === null || cents === undefined ? '' : euros.format(cents / 100)),
    month: (day) => month.format(new Date(day)),
    number: (value) => number.format(value),
  };
}
