// The pages of Polku. What they may do is what the API offers; they keep nothing in the browser.
import { createRoot } from 'react-dom/client';
import type { Session } from './ask';
import { Start } from './frame/Start';
import { isLanguage, wordsOf } from './words/words';

const session: Session = JSON.parse(document.getElementById('session')?.textContent ?? '');
const language = isLanguage(session.language) ? session.language : 'fi';
const root = document.getElementById('app');
if (root) createRoot(root).render(<Start session={session} language={language} words={await wordsOf(language)} />);
