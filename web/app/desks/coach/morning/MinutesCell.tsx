// The minutes of a day with hours; empty means the planned ones.
import type { Dispatch, ReactNode } from 'react';
import { useWords } from '../words';
import { type Change, type Effect, isChangeable, type Marks, type SheetDay } from './marks';

interface Shown {
  name: string;
  day: SheetDay | undefined;
  state: Marks;
  effects: readonly Effect[];
  change: Dispatch<Change>;
}

/** The field for the minutes present, where the code of the day has hours. */
export function MinutesCell({ name, day, state, effects, change }: Shown): ReactNode {
  const words = useWords();
  const stored = day && state.stored[day.id];
  const mark = day && state.marks[day.id];
  const effect = effects.find(({ code }) => code === (mark?.code ?? stored?.code));
  if (!day || !stored || !effect?.hasHours || !isChangeable(stored)) {
    return <td className="minutes">{stored?.minutes ?? ''}</td>;
  }
  const value = mark ? (mark.minutes ?? '') : (stored.minutes ?? '');
  return (
    <td className="minutes">
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={words.minutesOf(name)}
        placeholder={String(effect.mostMinutes ? Math.min(effect.mostMinutes, day.plannedMinutes ?? 0) : (day.plannedMinutes ?? ''))}
        value={value}
        onChange={({ target }) => {
          const digits = target.value.replace(/\D/g, '').slice(0, 4);
          change({ kind: 'minutes', id: day.id, minutes: digits ? Number(digits) : null });
        }}
      />
    </td>
  );
}
