// Which documents the open page asked: what whoever may use GraphiQL can look at. Only their digests leave the page.
import * as frame from '../generated/frame/graphql';

type Document = { toString(): string };
const OF_FRAME = new Set<unknown>(Object.values(frame)); // who I am, titles, what is offered: behind every page
let page = '';
let asked = new Set<Document>();

/** Note that the open page asks a document. */
export function noteAsked(document: Document): void {
  const here = window.location.pathname;
  if (here !== page) asked = new Set();
  page = here;
  if (!OF_FRAME.has(document)) asked.add(document);
}

/** Return the address of GraphiQL with the documents of the open page, by their digests and without a value. */
export async function addressBehind(): Promise<string> {
  const digests = page === window.location.pathname ? await Promise.all([...asked].map(digestOf)) : [];
  return `/graphiql?${new URLSearchParams(digests.map((digest) => ['document', digest]))}`;
}

async function digestOf(document: Document): Promise<string> {
  const text = String(document);
  if (/^[0-9a-f]{64}$/.test(text)) return text; // a document that is named by its digest
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
