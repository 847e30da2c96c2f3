// Titles of governed content, which its own fields hold in three languages.
import type { Language } from '../words/words';

type InLanguages = { titleFi: string; titleSv: string; titleEn: string } | null | undefined;

/** Return the title of governed content in a language; empty where there is none. */
export function titleIn(content: InLanguages, language: Language): string {
  return content ? { fi: content.titleFi, sv: content.titleSv, en: content.titleEn }[language] : '';
}
