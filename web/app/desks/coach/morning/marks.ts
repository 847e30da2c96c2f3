// What is on the sheet: what the service has of each day, and what was marked and not saved yet.
import type { CoachSheetQuery } from '../../../generated/coach/graphql';

export type Sheet = NonNullable<CoachSheetQuery['attendanceSheet']>;
export type SheetRow = Sheet['rows'][number];
export type SheetDay = SheetRow['days'][number];
export type Effect = CoachSheetQuery['attendanceEffects'][number];
/** What the service has of a day. */
export type Stored = Pick<SheetDay, 'id' | 'revision' | 'state' | 'code' | 'minutes'>;

/** A marking that the service does not have yet. `theirs` is what somebody else recorded meanwhile. */
export interface Mark {
  code: string;
  minutes: number | null;
  status: 'draft' | 'saving' | 'refused' | 'conflict';
  problem?: string;
  theirs?: Stored;
}

export interface Marks {
  stored: Readonly<Record<string, Stored>>;
  marks: Readonly<Record<string, Mark>>;
  saved: ReadonlySet<string>;
}

export type Change =
  | { kind: 'opened'; sheet: Sheet }
  | { kind: 'told'; sheet: Sheet }
  | { kind: 'marked'; ids: readonly string[]; code: string }
  | { kind: 'minutes'; id: string; minutes: number | null }
  | { kind: 'cleared'; ids: readonly string[] }
  | { kind: 'saving' }
  | { kind: 'failed' }
  | { kind: 'saved'; days: readonly Stored[] }
  | { kind: 'refused'; id: string; problem: string }
  | { kind: 'conflict'; theirs: Stored };

export const NO_MARKS: Marks = { stored: {}, marks: {}, saved: new Set() };
const CHANGEABLE = new Set(['PLANNED', 'RECORDED']);

/** Return whether a day may still be marked: a confirmed or locked one changes by a correction alone. */
export function isChangeable(day: Stored): boolean {
  return CHANGEABLE.has(day.state);
}

/** Return the marks after a change. */
export function changed(before: Marks, change: Change): Marks {
  switch (change.kind) {
    case 'opened':
      return { ...NO_MARKS, stored: byId(change.sheet.rows.flatMap(({ days }) => days)) };
    case 'told':
      return told(before, change.sheet.rows.flatMap(({ days }) => days));
    case 'marked':
      return withMarks(before, change.ids.map((id) => [id, marked(before, id, change.code)]));
    case 'minutes':
      return withMarks(before, [[change.id, timed(before, change.id, change.minutes)]]);
    case 'cleared':
      return withMarks(before, change.ids.map((id) => [id, null]));
    case 'saving':
      return withStatus(before, ['draft', 'refused'], 'saving');
    case 'failed':
      return withStatus(before, ['saving'], 'draft');
    case 'saved':
      return {
        stored: { ...before.stored, ...byId(change.days) },
        marks: withMarks(before, change.days.map(({ id }) => [id, null])).marks,
        saved: new Set([...before.saved, ...change.days.map(({ id }) => id)]),
      };
    case 'refused':
      return patched(before, change.id, { status: 'refused', problem: change.problem });
    case 'conflict':
      return {
        ...patched(before, change.theirs.id, { status: 'conflict', theirs: change.theirs }),
        stored: { ...before.stored, [change.theirs.id]: change.theirs },
      };
  }
}

/** Return the days that can be sent: those marked, without those about which two people disagree. */
export function toSend({ marks, stored }: Marks) {
  return Object.entries(marks)
    .filter(([, { status }]) => status !== 'conflict')
    .map(([id, { code, minutes }]) => ({ attendanceId: id, revision: stored[id]?.revision ?? null, code, minutes }));
}

/** Return how many days are marked with each code and not saved. */
export function counted({ marks }: Marks): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of Object.values(marks)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function byId(days: readonly Stored[]): Record<string, Stored> {
  return Object.fromEntries(days.map((day) => [day.id, day]));
}

/** What is told anew leaves the marks; a day that somebody else recorded meanwhile has two values. */
function told(before: Marks, days: readonly Stored[]): Marks {
  const after = { ...before, stored: byId(days) };
  const met = days.filter(({ id, revision }) => before.marks[id] && (before.stored[id]?.revision ?? revision) !== revision);
  return met.reduce((marks, theirs) => patched(marks, theirs.id, { status: 'conflict', theirs }), after);
}

/** A mark that says what the service already has is none. */
function marked({ stored, marks }: Marks, id: string, code: string): Mark | null {
  const [day, mark] = [stored[id], marks[id]];
  if (!day || !isChangeable(day)) return mark ?? null;
  if (!mark && day.state === 'RECORDED' && day.code === code) return null;
  return { code, minutes: null, status: 'draft' };
}

function timed({ stored, marks }: Marks, id: string, minutes: number | null): Mark | null {
  const code = marks[id]?.code ?? stored[id]?.code;
  return code ? { code, minutes, status: 'draft' } : null;
}

function withMarks(before: Marks, entries: readonly (readonly [string, Mark | null])[]): Marks {
  const marks: Record<string, Mark> = { ...before.marks };
  for (const [id, mark] of entries) {
    if (mark) marks[id] = mark;
    else delete marks[id];
  }
  const saved = new Set(before.saved);
  for (const [id] of entries) saved.delete(id);
  return { ...before, marks, saved };
}

function withStatus(before: Marks, from: readonly Mark['status'][], to: Mark['status']): Marks {
  const entries = Object.entries(before.marks);
  return withMarks(
    before,
    entries.map(([id, mark]) => [id, from.includes(mark.status) ? { ...mark, status: to } : mark]),
  );
}

function patched(before: Marks, id: string, patch: Partial<Mark>): Marks {
  const mark = before.marks[id];
  return mark ? { ...before, marks: { ...before.marks, [id]: { ...mark, ...patch } } } : before;
}
