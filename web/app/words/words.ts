// The catalogues: a desk adds its own sentences, each language is fetched when it is spoken.
import type { Words } from './fi';

export const LANGUAGES = { fi: 'suomi', sv: 'svenska', en: 'English' } as const;
export type Language = keyof typeof LANGUAGES;

/** Return whether the service speaks a language. */
export function isLanguage(text: string): text is Language {
  return text in LANGUAGES;
}

/** Return the sentences of the frame in a language. */
export async function wordsOf(language: Language): Promise<Words> {
  if (language === 'sv') return (await import('./sv')).sv;
  if (language === 'en') return (await import('./en')).en;
  return (await import('./fi')).fi;
}
