// What a step of a workflow asks of whoever takes it: a reason, a comment, and on which day it happened.
import { type ReactNode, useId } from 'react';
import { Choice } from '../fields/Choice';
import { LongText } from '../fields/LongText';
import { usePage } from '../frame/page-context';

/** What the API tells of a step that is asked here. */
export interface Asking {
  commentRequired: boolean;
  reasonVocabulary: string | null;
  dated: boolean;
}

export interface Said {
  reason: string;
  comment: string;
  happenedOn: string;
}

export const NOTHING_SAID: Said = { reason: '', comment: '', happenedOn: '' };

/** Return what is sent with a step; a day only where the step takes one. */
export function inputOf(step: Asking, said: Said): { reason: string | null; comment: string | null; happenedOn?: string } {
  const input = { reason: step.reasonVocabulary ? said.reason : null, comment: said.comment || null };
  return step.dated && said.happenedOn ? { ...input, happenedOn: said.happenedOn } : input;
}

/** Return whether everything was said that a step cannot do without. */
export function isSaid(step: Asking, said: Said): boolean {
  return !step.reasonVocabulary || said.reason !== '';
}

/** The fields of a step. */
export function StepFields({ step, said, say }: { step: Asking; said: Said; say: (said: Said) => void }): ReactNode {
  const { words } = usePage();
  const id = useId();
  return (
    <>
      {step.reasonVocabulary ? (
        <Choice
          label={words.records.reason}
          titles={step.reasonVocabulary}
          kind="ofTerms"
          value={said.reason}
          onChange={(reason) => say({ ...said, reason })}
        />
      ) : null}
      {step.dated ? (
        <div className="field">
          <label htmlFor={`${id}-day`}>{words.records.happenedOn}</label>
          <input
            id={`${id}-day`}
            type="date"
            autoComplete="off"
            value={said.happenedOn}
            onChange={(event) => say({ ...said, happenedOn: event.target.value })}
          />
        </div>
      ) : null}
      <div className="field">
        <label htmlFor={`${id}-comment`}>{step.commentRequired ? words.records.comment : words.records.commentOptional}</label>
        <LongText
          id={`${id}-comment`}
          most={500}
          required={step.commentRequired}
          value={said.comment}
          onChange={(comment) => say({ ...said, comment })}
        />
      </div>
    </>
  );
}
