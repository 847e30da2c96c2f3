// When a day begins and ends, by the weekly pattern of its contract.
import { useDays } from '../../../frame/days';
import type { TanaanMeillaQuery } from '../../../generated/workplace/graphql';

type Day = NonNullable<TanaanMeillaQuery['attendance']>['nodes'][number];
const MINUTE_MS = 60_000;

/** Return a function from a day to its times, as `9.00–13.00`; empty where the day is not one of the pattern. */
export function useTimes(): (day: Day) => string {
  const { clock } = useDays();
  return ({ day, plannedMinutes, contract }) => {
    const weekday = new Date(day).getUTCDay() || 7; // 7 is Sunday
    const slot = contract?.weeklyPattern?.find((one) => one.weekday === weekday && one.minutes === plannedMinutes);
    if (!slot) return '';
    const begins = Date.parse(`${day}T${slot.startsAt.slice(0, 5)}Z`);
    const ends = new Date(begins + slot.minutes * MINUTE_MS).toISOString();
    return `${clock(slot.startsAt)}–${clock(ends.slice(11))}`;
  };
}
