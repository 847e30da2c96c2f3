// Days and moments in the words of a language. A day is `2026-11-30`, and has no time zone; a moment is shown as in Finland.
import { usePage } from './page-context';

const ZONE = 'Europe/Helsinki';
const DAY_MS = 86_400_000;

/** Return today's day in Finland. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(new Date());
}

/** Return the day so many days after a day. */
export function daysAfter(day: string, number: number): string {
  return new Date(Date.parse(day) + number * DAY_MS).toISOString().slice(0, 10);
}

/** Return the Monday of a day's week. */
export function mondayOf(day: string): string {
  return daysAfter(day, -((new Date(day).getUTCDay() + 6) % 7));
}

export interface Days {
  /** `maanantai 30.11.` */
  long: (day: string) => string;
  /** `maanantaina 30.11.`: on that day, as the language puts it in a sentence */
  on: (day: string) => string;
  /** `30.11.2026` */
  whole: (day: string | null | undefined) => string;
  /** `ma 30.11.` */
  short: (day: string) => string;
  /** `maanantai`, for 1 is Monday */
  weekday: (number: number) => string;
  /** `30.11.2026 klo 9.12` */
  moment: (instant: string | null | undefined) => string;
  /** `4 h 30 min` */
  hours: (minutes: number | null | undefined) => string;
  /** `9.00` */
  clock: (time: string) => string;
}

/** Return how days are written in the language of the page. */
export function useDays(): Days {
  const locale = `${usePage().language}-FI`;
  const written = (options: Intl.DateTimeFormatOptions, timeZone = 'UTC') => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    return (text: string) => format.format(new Date(text));
  };
  const whole = written({ day: 'numeric', month: 'numeric', year: 'numeric' });
  const moment = written({ dateStyle: 'short', timeStyle: 'short' }, ZONE);
  const weekday = written({ weekday: 'long' });
  const dayAndMonth = written({ day: 'numeric', month: 'numeric' });
  const clock = written({ hour: 'numeric', minute: '2-digit' });
  return {
    long: (day) => `${weekday(day)} ${dayAndMonth(day)}`,
    on: written({ weekday: 'long', day: 'numeric', month: 'numeric' }),
    short: written({ weekday: 'short', day: 'numeric', month: 'numeric' }),
    whole: (day) => (day ? whole(day) : ''),
    weekday: (number) => weekday(`2024-01-0${number}`), // the first of January 2024 was a Monday
    moment: (instant) => (instant ? moment(instant) : ''),
    hours: (minutes) => hoursOf(minutes ?? 0),
    clock: (time) => clock(`2024-01-01T${time.slice(0, 5)}Z`),
  };
}

function hoursOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours ? `${hours} h` : '', rest || !hours ? `${rest} min` : ''].filter(Boolean).join(' ');
}
