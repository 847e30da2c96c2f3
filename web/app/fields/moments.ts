// Days and moments as people write them. A moment is shown as in Finland, wherever the browser is.
import type { Language } from '../words/words';

const ZONE = 'Europe/Helsinki';

/** Return a day such as `30.11.2026`. */
export function dayText(day: string, language: Language): string {
  return new Intl.DateTimeFormat(`${language}-FI`, { dateStyle: 'short', timeZone: 'UTC' }).format(new Date(day));
}

/** Return a moment such as `30.11.2026 klo 9.12`. */
export function momentText(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(`${language}-FI`, { dateStyle: 'short', timeStyle: 'short', timeZone: ZONE }).format(new Date(instant));
}

/** Return a moment as an input for days and times takes it, in the time of Finland. */
export function localText(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: ZONE }).format(new Date(instant)).replace(' ', 'T');
}

/** Return the instant of what was typed in as a time of Finland. */
export function instantOf(local: string): string {
  const asUtc = new Date(`${local}Z`).getTime();
  const shown = new Date(`${localText(new Date(asUtc).toISOString())}Z`).getTime();
  return new Date(asUtc - (shown - asUtc)).toISOString();
}

/** Return the instant with which a day begins in Finland, or one of the days after it. */
export function midnightOf(day: string, later = 0): string {
  const begun = new Date(Date.parse(`${day}T00:00Z`) + later * 86_400_000).toISOString();
  const ahead = Date.parse(`${localText(begun)}Z`) - Date.parse(begun);
  return new Date(Date.parse(begun) - ahead).toISOString();
}
