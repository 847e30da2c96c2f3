// The way from a task to the page on which it is done: each desk has a map of its own. A step that is awaited by its declaration is
// taken on the page of the object, which every type has.

/** Kind of task → address; `:id` stands for the object of the task and `:client` for the person whom it is about. */
export type Ways = { readonly [kind: string]: string };

interface Task {
  kind: string;
  object: { id: string };
}

/** Return the address of the page on which a task is done; undefined where the person whom it is about is hidden. */
export function wayOf(ways: Ways, { kind, object }: Task): string | undefined {
  const client = 'client' in object ? (object.client as { id?: string } | null)?.id : undefined;
  const way = ways[kind] ?? `~/desk/content/${typeOf(object.id)}/:id`;
  if (way.includes(':client') && !client) return undefined;
  return way.replace(':id', object.id).replace(':client', client ?? '');
}

/** Return the name of the type of an object: its id begins with it, in small letters. */
function typeOf(id: string): string {
  const words = id.slice(0, id.lastIndexOf('_')).split('_');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
