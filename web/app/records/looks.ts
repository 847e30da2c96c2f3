// A log of looks: its entries have cursors of their own, and a list of them is read on behind the last one.

/** How many looks are shown at once. */
export const LOOKS_AT_ONCE = 50;

interface Page<Entry> {
  nodes: readonly Entry[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Return the entries as a page: behind a full one there may be more. */
export function pageOfLooks<Entry extends { cursor: string }>(entries: readonly Entry[] | null | undefined): Page<Entry> {
  const nodes = entries ?? [];
  return { nodes, pageInfo: { hasNextPage: nodes.length === LOOKS_AT_ONCE, endCursor: nodes.at(-1)?.cursor ?? null } };
}
