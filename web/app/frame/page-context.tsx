// What every part of the pages may use: the service, the words, and the ways to ask and to have something done.
import { createContext, use, useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, type Asked, newKey, type Problem, type Service, type Session } from '../ask';
import type { Changes } from '../changes';
import type { Words } from '../words/fi';
import type { Language } from '../words/words';
import { noteAsked } from './behind';
import type { Titles } from './titles';

export interface PageContext {
  service: Service;
  session: Session;
  words: Words;
  language: Language;
  speak: (language: Language) => void;
  announce: (sentence: string) => void;
  titles: Titles;
  changes: Changes;
  /** Do what leads away: at once, or when the person has said that what is not saved may go. */
  leave: (act: () => void) => void;
  /** Say whether something here is not saved. */
  hold: (isHeld: boolean) => void;
}

const Context = createContext<PageContext | null>(null);
export const PageProvider = Context;

/** Return what a part of a page may use. */
export function usePage(): PageContext {
  const page = use(Context);
  if (page === null) throw new Error('A part of a page stands outside of the frame.');
  return page;
}

export interface Look<Data> {
  answer: Answer<Data> | null;
  isWaiting: boolean;
  again: () => void;
}

/**
 * Look at something when the part of the page is opened, when its variables change, and when `again` is called.
 * Nothing else makes a request: each is a look that the person looked at may see.
 */
export function useLook<Data, Named extends { [name: string]: unknown }>(
  document: Asked<Data, Named>,
  variables: Named,
): Look<Data> {
  const { service, language } = usePage();
  const [came, setCame] = useState<{ named: string; answer: Answer<Data> } | null>(null);
  const [isWaiting, setWaiting] = useState(true);
  const [round, setRound] = useState(0);
  const named = JSON.stringify(variables);
  useEffect(() => {
    const left = new AbortController();
    setWaiting(true);
    noteAsked(document);
    service
      .ask(document, JSON.parse(named) as Named, left.signal)
      .then((answer) => {
        setCame({ named, answer });
        setWaiting(false);
      })
      .catch(() => undefined); // the person went elsewhere
    return () => left.abort();
  }, [service, document, named, round, language]);
  const answer = came?.named === named ? came.answer : null; // an answer to another question is not shown for this one
  return { answer, isWaiting, again: useCallback(() => setRound((before) => before + 1), []) };
}

type Payload = { errors: readonly Problem[] };

export interface Command<Data, Named> {
  /** Return what was done, or null when something refused it; `problems` then says why. */
  run: (variables: Omit<Named, 'key'>) => Promise<Data | null>;
  problems: readonly Problem[];
  isWaiting: boolean;
  forget: () => void;
}

/** Return how commands are sent: with a key that stays the same until an answer came. */
export function useKeyed(): <Data, Named extends { key: string }>(document: Asked<Data, Named>, variables: Omit<Named, 'key'>) => Promise<Answer<Data>> {
  const { service } = usePage();
  const pending = useRef<{ named: string; key: string } | null>(null);
  return async (document, variables) => {
    const named = JSON.stringify(variables);
    if (pending.current?.named !== named) pending.current = { named, key: newKey() };
    const answer = await service.command(document, variables, pending.current.key);
    if (!answer.problems.some(({ code }) => code === 'OUTCOME_UNKNOWN')) pending.current = null;
    return answer;
  };
}

/** Have something done, with what refused it. */
export function useCommand<Data extends { [name: string]: unknown }, Named extends { key: string }>(
  document: Asked<Data, Named>,
): Command<Data, Named> {
  const send = useKeyed();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isWaiting, setWaiting] = useState(false);
  const run = async (variables: Omit<Named, 'key'>): Promise<Data | null> => {
    setWaiting(true);
    const answer = await send(document, variables);
    const found = [...answer.problems, ...refusals(answer.data)];
    setProblems(found);
    setWaiting(false);
    return found.length ? null : answer.data;
  };
  return { run, problems, isWaiting, forget: useCallback(() => setProblems([]), []) };
}

/** Return the errors in the payloads of the mutations of one document. */
export function refusals(data: { [name: string]: unknown } | null): readonly Problem[] {
  return Object.values(data ?? {}).flatMap((payload) => (payload as Payload | null)?.errors ?? []);
}
