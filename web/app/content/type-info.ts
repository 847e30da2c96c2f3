// What the API tells of a content type: the pages know nothing of it beforehand. None of it is about a person.
import { useEffect, useState } from 'react';
import { type Answer, type Asked, ByDigest, type Problem } from '../ask';
import { ContentTypeDocument, type ContentTypeQuery } from '../generated/content/graphql';
import { useKeyed, usePage } from '../frame/page-context';

export type TypeInfo = NonNullable<ContentTypeQuery['contentType']>;
export type FieldInfo = TypeInfo['fields'][number];
export type Titles = TypeInfo['titles'];
export type Task = TypeInfo['documents'][number]['task'];

/** A reference as a page reads it: the object's id, its state, and what names it. */
export interface Referred {
  id: string;
  state?: string;
  [name: string]: unknown;
}

/** An object of any type: its fields by name, references by the name of their relation. */
export interface Content extends Referred {
  revision: number;
}

/** The names of the variables, and their values. */
export type Variables = { [name: string]: unknown };

const known = new Map<string, Promise<TypeInfo | null>>(); // while the page is open, each type once

/** Return a type as the person meets it in general: undefined while it is on its way, null when there is none. */
export function useTypeInfo(name: string): TypeInfo | null | undefined {
  const { service } = usePage();
  const [info, setInfo] = useState<TypeInfo | null | undefined>(undefined);
  useEffect(() => {
    let isHere = true;
    if (!name) return;
    const asked = known.get(name) ?? service.ask(ContentTypeDocument, { name, id: null }).then(({ data }) => data?.contentType ?? null);
    known.set(name, asked);
    void asked.then((found) => isHere && setInfo(found));
    return () => {
      isHere = false;
    };
  }, [service, name]);
  return info;
}

/** Return the document of a type for a task, named by its digest; null where the type has none. */
export function documentOf<Data>(info: TypeInfo, task: Task, field: string | null = null): Asked<Data, Variables> | null {
  const found = info.documents.find((one) => one.task === task && one.field === field);
  return found ? (digestOf(found.digest) as unknown as Asked<Data, Variables>) : null;
}

const digests = new Map<string, ByDigest>();

function digestOf(digest: string): ByDigest {
  const found = digests.get(digest) ?? new ByDigest(digest);
  digests.set(digest, found);
  return found;
}

/** The page of a list. */
export interface ListPart {
  nodes: Content[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

/** Return the only root of an answer. */
export function rootOf<Root>(data: { [name: string]: unknown }): Root | null {
  return (Object.values(data)[0] ?? null) as Root | null;
}

/** An object that a command about several refused, and why. */
export interface Refused {
  id: string;
  errors: readonly Problem[];
}

export interface Payload {
  errors: readonly Problem[];
  changedMeanwhile: readonly string[];
  secret?: string | null;
  possible?: readonly string[];
  refused?: readonly Refused[];
  [noun: string]: unknown;
}

/** What came of a command: what was done, or why it was not. */
export interface Outcome {
  payload: Payload | null;
  problems: readonly Problem[];
}

/** Return a function that has something done. */
export function useDone(info: TypeInfo, task: Task): (input: Variables) => Promise<Outcome> {
  const send = useKeyed();
  return async (input) => {
    const document = documentOf<{ [name: string]: Payload }>(info, task);
    if (document === null) return { payload: null, problems: [] };
    const answer: Answer<{ [name: string]: Payload }> = await send(document as never, { input } as never);
    const payload = answer.data ? rootOf<Payload>(answer.data) : null;
    return { payload, problems: [...answer.problems, ...(payload?.errors ?? [])] };
  };
}
