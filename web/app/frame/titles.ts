// What types, fields, states, transitions and coded values are called, as the API says it. None of it is about a person.
import { useEffect, useState } from 'react';
import type { Service } from '../ask';
import { ChoiceTitlesDocument, ServiceTitlesDocument, TermTitlesDocument, TypeTitlesDocument } from '../generated/frame/graphql';
import type { Language } from '../words/words';
import { titleIn } from './governed';
import { usePage } from './page-context';

type Named = { name: string; titles: Record<Language, string> };
export type TitleKind = 'ofType' | 'ofSteps' | 'ofChoice' | 'ofTerms' | 'ofServices';
export type TitleOf = (name: string | null | undefined) => string;

/** The titles that were asked for while the page is open, each once. */
export class Titles {
  private readonly asked = new Map<string, Promise<Map<string, string>>>();

  constructor(private readonly service: Service) {}

  /** Return name → title of the states, fields and relations of a type; the empty name is the type itself. */
  ofType(name: string, language: Language): Promise<Map<string, string>> {
    return this.once(`type ${name} ${language}`, async () => {
      const found = (await this.service.ask(TypeTitlesDocument, { name })).data?.contentType;
      const relations = found?.fields.flatMap(({ relation, titles }) => (relation ? [{ name: relation, titles }] : [])) ?? [];
      const all: Named[] = found ? [...relations, ...found.fields, ...found.states] : [];
      return new Map([['', found?.titles[language] ?? name], ...all.map((one) => [one.name, one.titles[language]] as const)]);
    });
  }

  /** Return name → title of the transitions of a type: one may have the name of a state, and another title. */
  ofSteps(name: string, language: Language): Promise<Map<string, string>> {
    return this.once(`steps ${name} ${language}`, async () => {
      const steps = (await this.service.ask(TypeTitlesDocument, { name })).data?.contentType?.transitions ?? [];
      return new Map(steps.map((one) => [one.name, one.titles[language]]));
    });
  }

  /** Return value → title of a closed set of values. Its descriptions are `fi · sv · en`. */
  ofChoice(name: string, language: Language): Promise<Map<string, string>> {
    return this.once(`choice ${name} ${language}`, async () => {
      const values = (await this.service.ask(ChoiceTitlesDocument, { name })).data?.__type?.enumValues ?? [];
      const place = ['fi', 'sv', 'en'].indexOf(language);
      return new Map(values.map((value) => [value.name, value.description?.split(' · ')[place] ?? value.name]));
    });
  }

  /** Return token → title of the words of a vocabulary, in its order. */
  ofTerms(vocabulary: string, language: Language): Promise<Map<string, string>> {
    return this.once(`terms ${vocabulary} ${language}`, async () => {
      const terms = (await this.service.ask(TermTitlesDocument, { vocabulary })).data?.terms?.nodes ?? [];
      const inOrder = [...terms].sort((one, other) => one.position - other.position);
      return new Map(inOrder.map((term) => [term.token, titleIn(term, language)]));
    });
  }

  /** Return code → title of the types of service, of today and of before. */
  ofServices(_all: string, language: Language): Promise<Map<string, string>> {
    return this.once(`services ${language}`, async () => {
      const services = (await this.service.ask(ServiceTitlesDocument, {})).data?.serviceTypes?.nodes ?? [];
      return new Map(services.map((one) => [one.code, titleIn(one, language)]));
    });
  }

  private once(what: string, ask: () => Promise<Map<string, string>>): Promise<Map<string, string>> {
    const found = this.asked.get(what) ?? ask();
    this.asked.set(what, found);
    return found;
  }
}

/** Return a function from a name to its title: empty for nothing, and while the titles are on their way. */
export function useTitles(kind: TitleKind, name: string): TitleOf {
  const all = useAllTitles(kind, name);
  return (one) => (one && all ? (all.get(one) ?? one) : '');
}

/** Return name → title, null while they are on their way. */
export function useAllTitles(kind: TitleKind, name: string): Map<string, string> | null {
  const { titles, language } = usePage();
  const [all, setAll] = useState<Map<string, string> | null>(null);
  useEffect(() => {
    let isHere = true;
    void titles[kind](name, language).then((found) => isHere && setAll(found));
    return () => {
      isHere = false;
    };
  }, [titles, kind, name, language]);
  return all;
}
