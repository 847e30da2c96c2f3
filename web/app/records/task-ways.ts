// The way from a task to the page on which it is done: each desk has a map of its own, and a test that no kind is missing in it.

/** Kind of task → address; `:id` stands for the object of the task and `:client` for the person whom it is about. */
export type Ways = { readonly [kind: string]: string };

interface Task {
  kind: string;
  object: { id: string };
}

/** Return the address of the page on which a task is done; undefined where the person whom it is about is hidden. */
export function wayOf(ways: Ways, { kind, object }: Task): string | undefined {
  const client = 'client' in object ? (object.client as { id?: string } | null)?.id : undefined;
  const way = ways[kind];
  if (!way || (way.includes(':client') && !client)) return undefined;
  return way.replace(':id', object.id).replace(':client', client ?? '');
}
