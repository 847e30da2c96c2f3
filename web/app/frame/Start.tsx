// The first part of the page: it holds what all parts use, and says aloud what changed.
import { type ReactNode, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Router } from 'wouter';
import { Service, type Session } from '../ask';
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
  const [said, announce] = useState('');
  const [service, titles] = useMemo(() => {
    const end = new SessionEnd(session, setEnded);
    const made = new Service(session, () => end.wait());
    return [made, new Titles(made)];
  }, [session]);
  const speak = async (language: Language): Promise<void> => {
    const words = await wordsOf(language);
    document.documentElement.lang = language;
    service.speak(language);
    setSpoken({ language, words });
  };
  const { language, words } = spoken;
  const unsaved = useUnsaved();
  return (
    <PageProvider value={{ service, session, words, language, speak: (chosen) => void speak(chosen), announce, titles, ...unsaved.ways }}>
      <I18nProvider locale={`${language}-FI`}>
        <Router base="/desk" aroundNav={(go, to, options) => unsaved.ways.leave(() => go(to, options))}>
          <Frame />
        </Router>
        <LogInAgain isEnded={isEnded} />
        <Unsaved asked={unsaved.asked} answer={unsaved.answer} />
        <p className="unseen" role="status">
          {said}
        </p>
      </I18nProvider>
    </PageProvider>
  );
}
