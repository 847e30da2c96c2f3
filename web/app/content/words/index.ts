// The sentences of the pages of content; titles of types, fields, states and steps come from the API.
import { usePage } from '../../frame/page-context';
import type { Language } from '../../words/words';
import { en } from './en';
import { type ContentWords, fi } from './fi';
import { sv } from './sv';

const ALL: Record<Language, ContentWords> = { fi, sv, en };

/** Return the sentences of these pages in the language of the page. */
export function useWords(): ContentWords {
  return ALL[usePage().language];
}
