// A list that is longer than a page of the service: read on when the person asks for more, or to its end where all is counted.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Asked } from '../ask';
import { noteAsked } from './behind';
import { type Look, usePage } from './page-context';

interface Page<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

export interface List<Node> extends Look<readonly Node[]> {
  /** Read the next page; null when there is none. */
  more: (() => void) | null;
}

interface Read<Node> {
  answer: Answer<readonly Node[]>;
  next: string | null;
}

/**
 * Look at a list. `asked` returns the variables of the page behind a cursor, `pageOf` finds the page in the answer. With
 * `isWhole` every page is read before anything is shown, because a sum over a part would be a wrong number.
 */
export function useList<Data, Named extends { [name: string]: unknown }, Node>(
  document: Asked<Data, Named>,
  asked: (after: string | null) => Named,
  pageOf: (data: Data) => Page<Node> | null | undefined,
  isWhole = false,
): List<Node> {
  const { service, language } = usePage();
  const given = useRef({ asked, pageOf });
  given.current = { asked, pageOf };
  const [read, setRead] = useState<Read<Node> | null>(null);
  const [isWaiting, setWaiting] = useState(true);
  const [round, setRound] = useState(0);
  const named = JSON.stringify(asked(null));
  const readOn = useCallback(
    async (before: readonly Node[], after: string | null, signal?: AbortSignal): Promise<void> => {
      setWaiting(true);
      noteAsked(document);
      let [nodes, next] = [before, after];
      for (;;) {
        const answer = await service.ask(document, given.current.asked(next), signal);
        const page = answer.data && given.current.pageOf(answer.data);
        nodes = [...nodes, ...(page?.nodes ?? [])];
        next = page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
        if (isWhole && next !== null) continue;
        const isLost = answer.data === null && (isWhole || !before.length);
        setRead({ answer: { ...answer, data: isLost ? null : nodes }, next });
        return setWaiting(false);
      }
    },
    [service, document, isWhole],
  );
  useEffect(() => {
    const left = new AbortController();
    setRead(null);
    readOn([], null, left.signal).catch(() => undefined); // the person went elsewhere
    return () => left.abort();
  }, [readOn, named, round, language]);
  const next = read?.next ?? null;
  return {
    answer: read?.answer ?? null,
    isWaiting,
    again: useCallback(() => setRound((before) => before + 1), []),
    more: next === null ? null : () => void readOn(read?.answer.data ?? [], next),
  };
}
