// The language that a person chose is kept in the account: the browser keeps nothing. Fetched when somebody chooses.
import { newKey, type Problem, type Service } from '../ask';
import { KeepLanguageDocument, OwnAccountDocument } from '../generated/words/graphql';
import type { Language } from './words';

/** Keep the language of an account, and return why it was not kept. */
export async function keepLanguage(service: Service, id: string, language: Language): Promise<readonly Problem[]> {
  const own = await service.ask(OwnAccountDocument, { id });
  const revision = own.data?.account?.revision;
  if (revision === undefined) return own.problems;
  const kept = await service.command(KeepLanguageDocument, { account: { id, revision, language } }, newKey());
  return [...kept.problems, ...(kept.data?.updateAccount.errors ?? [])];
}
