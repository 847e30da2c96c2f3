// The first part of the page: it holds what all parts use, and says aloud what changed.
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Router } from 'wouter';
import { Service, type Session } from '../ask';
import { Changes } from '../changes';
import type { Words } from '../words/fi';
import { type Language, wordsOf } from '../words/words';
import { Frame } from './Frame';
import { LogInAgain } from './LogInAgain';
import { PageProvider } from './page-context';
import { Unsaved, useUnsaved } from './Unsaved';
import { SessionEnd } from './session-end';
import { Titles } from './titles';

interface Given {
  session: Session;
  language: Language;
  words: Words;
}

/** Everything, from what the shell told. */
export function Start({ session, ...first }: Given): ReactNode {
  const [spoken, setSpoken] = useState(first);
  const [isEnded, setEnded] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  const [service, titles, changes] = useMemo(() => {
    const end = new SessionEnd(session, setEnded);
    const made = new Service(session, () => end.wait().finally(() => follows.wake()));
    const follows = new Changes(made);
    return [made, new Titles(made), follows];
  }, [session]);
  const { language, words } = spoken;
  const unsaved = useUnsaved();
  const page = useMemo(() => {
    const announce = (sentence: string): void => {
      if (said.current) said.current.textContent = sentence; // no part of the page is drawn anew for it
    };
    const speak = async (chosen: Language): Promise<void> => {
      const words = await wordsOf(chosen);
      document.documentElement.lang = chosen;
      service.speak(chosen);
      setSpoken({ language: chosen, words });
      const { keepLanguage } = await import('../words/keep');
      for (const problem of await keepLanguage(service, session.account, chosen)) announce(problem.message);
    };
    return { service, session, words, language, speak: (chosen: Language) => void speak(chosen), announce, titles, changes, ...unsaved.ways };
  }, [service, session, words, language, titles, changes, unsaved.ways]);
  return (
    <PageProvider value={page}>
      <I18nProvider locale={`${language}-FI`}>
        <Router base="/desk" aroundNav={(go, to, options) => unsaved.ways.leave(() => go(to, options))}>
          <Frame />
        </Router>
        <LogInAgain isEnded={isEnded} />
        <Unsaved asked={unsaved.asked} answer={unsaved.answer} />
        <p ref={said} className="unseen" role="status" />
      </I18nProvider>
    </PageProvider>
  );
}
