// The way to the next page of a list.
import type { ReactNode } from 'react';
import type { List } from './list';
import { usePage } from './page-context';

/** A button that shows more of a list; nothing where there is no more. */
export function More<Node>({ list, label }: { list: List<Node>; label?: string }): ReactNode {
  const { words } = usePage();
  if (!list.more) return null;
  return (
    <div>
      <button type="button" className="button" disabled={list.isWaiting} onClick={list.more}>
        {label ?? words.showMore}
      </button>
    </div>
  );
}
