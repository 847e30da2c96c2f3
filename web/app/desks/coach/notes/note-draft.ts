// A note that the service has while it is being written. A pause saves it; one save at a time; nothing typed is replaced.
import { type Answer, newKey, type Problem, type Service } from '../../../ask';
import { instantOf, localText } from '../../../fields/moments';
import { refusals } from '../../../frame/page-context';
import {
  BeginNoteDocument,
  type CoachNoteFragment,
  type NoteKind,
  NoteNowDocument,
  type NoteVisibility,
  SaveNoteDocument,
  StepOfNoteDocument,
} from '../../../generated/coach/graphql';

export type Note = CoachNoteFragment;
export type Status = 'new' | 'typing' | 'saving' | 'saved' | 'failed' | 'stale';

/** What somebody writes; `at` is a time of Finland, as an input holds it. */
export interface Written {
  kind: NoteKind | '';
  at: string;
  body: string;
  goalIds: readonly string[];
  visibility: NoteVisibility;
  mentionsThirdPerson: boolean;
}

interface Attempt {
  written: Written;
  key: string;
}

const PAUSE = 1200; // milliseconds without a key
const UNKNOWN = 'OUTCOME_UNKNOWN';
/** Refusals of a draft that was changed, signed or deleted elsewhere. */
const MOVED_ON: readonly string[] = ['STALE_REVISION', 'FORBIDDEN_FIELD', 'FORBIDDEN', 'NOT_FOUND', 'WRONG_STATE'];

/** Return what the form shows of a note, or of a new one. */
export function writtenOf(note: Note | null): Written {
  return {
    kind: note?.kind ?? '',
    at: localText(note?.occurredAt ?? new Date().toISOString()),
    body: note?.body ?? '',
    goalIds: note?.goalIds ?? [],
    visibility: note?.visibility ?? 'TEAM',
    mentionsThirdPerson: note?.mentionsThirdPerson ?? false,
  };
}

/** One note while somebody writes it. `told` is called whenever something of it changed, `saved` with what the service has. */
export class NoteDraft {
  written: Written;
  status: Status;
  problems: readonly Problem[] = [];
  /** The newer text that somebody saved elsewhere meanwhile, while nobody has decided between the two. */
  theirs: Note | null = null;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private attempt: Attempt | null = null;
  private turn: Promise<Note | null> = Promise.resolve(null);

  constructor(
    private readonly service: Service,
    private readonly relationshipId: string,
    private stored: Note | null,
    private readonly told: () => void,
    private readonly saved: (note: Note) => void,
  ) {
    this.written = writtenOf(stored);
    this.status = stored ? 'saved' : 'new';
  }

  /** Take what was typed, and save it after a pause. A note without a word is not begun. */
  write(part: Partial<Written>): void {
    this.written = { ...this.written, ...part };
    if (this.status === 'stale') return this.told();
    this.stop();
    if (this.stored || this.written.body.trim()) this.pause = setTimeout(() => void this.save(), PAUSE);
    this.show(this.stored || this.written.body ? 'typing' : 'new');
  }

  /** Save now; return the note when the service has what is written. */
  save(): Promise<Note | null> {
    this.stop();
    this.turn = this.turn.then(() => this.send());
    return this.turn;
  }

  /** Save and sign; return the signed note. */
  async sign(): Promise<Note | null> {
    const note = await this.save();
    if (!note) return null;
    this.show('saving');
    const step = { id: note.id, revision: note.revision, transition: 'SIGN' as const };
    const answer = await this.service.command(StepOfNoteDocument, { step });
    const signed = answer.data?.transitionCoachingNote.coachingNote ?? null;
    const problems = problemsOf(answer);
    if (!signed && hasMovedOn(problems)) return this.meet(problems);
    this.show(signed ? 'saved' : 'failed', problems);
    return signed;
  }

  /** Go on with one of the two texts. What was signed or deleted elsewhere stays so, and the own text becomes a new note. */
  decide(isMine: boolean): void {
    const theirs = this.theirs;
    this.theirs = null;
    this.stored = theirs?.state === 'DRAFT' || !isMine ? theirs : null;
    if (theirs && !this.stored) this.saved(theirs);
    if (isMine) {
      this.show('typing');
      void this.save();
    } else {
      this.written = writtenOf(theirs);
      if (theirs) this.saved(theirs);
      this.show('saved');
    }
  }

  /** Save nothing by itself before something is typed again. */
  stop(): void {
    clearTimeout(this.pause);
    this.pause = undefined;
  }

  private async send(): Promise<Note | null> {
    if (this.status === 'stale') return null;
    if (this.status === 'saved' && !this.attempt) return this.stored;
    const attempt = (this.attempt ??= { written: this.written, key: newKey() }); // of unknown outcome: sent again as it was
    this.show('saving');
    const { note, problems } = await this.put(attempt);
    if (!problems.some(({ code }) => code === UNKNOWN)) this.attempt = null;
    if (this.stored && hasMovedOn(problems)) return this.meet(problems);
    if (!note || problems.length) return this.show('failed', problems);
    this.stored = note;
    this.saved(note);
    if (this.written !== attempt.written) {
      this.show('typing');
      return this.pause === undefined ? this.send() : null; // the pause that was begun meanwhile saves the rest
    }
    this.show('saved');
    return note;
  }

  private async put({ written, key }: Attempt): Promise<Put> {
    const { at, kind, ...rest } = written;
    const occurredAt = at ? instantOf(at) : new Date().toISOString();
    const values = { ...rest, goalIds: [...rest.goalIds], kind: kind || null, occurredAt };
    if (this.stored) {
      const { id, revision } = this.stored;
      const answer = await this.service.command(SaveNoteDocument, { note: { id, revision, ...values } }, key);
      return { note: answer.data?.updateCoachingNote.coachingNote ?? null, problems: problemsOf(answer) };
    }
    const answer = await this.service.command(BeginNoteDocument, { note: { relationshipId: this.relationshipId, ...values } }, key);
    return { note: answer.data?.createCoachingNote.coachingNote ?? null, problems: problemsOf(answer) };
  }

  /** Look at what was saved elsewhere. Where nothing was, the refusal has another cause, which is shown. */
  private async meet(problems: readonly Problem[]): Promise<null> {
    const answer = await this.service.ask(NoteNowDocument, { id: this.stored?.id ?? '' });
    if (answer.data === null) return this.show('failed', answer.problems);
    const theirs = answer.data.coachingNote;
    if (theirs?.state === 'DRAFT' && theirs.revision === this.stored?.revision) return this.show('failed', problems);
    this.theirs = theirs;
    return this.show('stale');
  }

  private show(status: Status, problems: readonly Problem[] = []): null {
    this.status = status;
    this.problems = problems;
    this.told();
    return null;
  }
}

interface Put {
  note: Note | null;
  problems: readonly Problem[];
}

function hasMovedOn(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => MOVED_ON.includes(code));
}

function problemsOf(answer: Answer<{ [name: string]: unknown }>): readonly Problem[] {
  return [...answer.problems, ...refusals(answer.data)];
}
