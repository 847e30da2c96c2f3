// The sentences of forms.
import { usePage } from '../../frame/page-context';

const fi = {
  byOthers: 'Tämän osan täyttää joku muu. Et voi kirjoittaa siihen.',
  unread: 'Et näe tämän osan vastauksia.',
  chooseForm: 'Valitse ensin lomake, jonka kysymyksiin vastataan.',
};

type AnswerWords = typeof fi;

const sv: AnswerWords = {
  byOthers: 'Den här delen fylls i av någon annan. Du kan inte skriva i den.',
  unread: 'Du ser inte svaren i den här delen.',
  chooseForm: 'Välj först formuläret vars frågor besvaras.',
};

const en: AnswerWords = {
  byOthers: 'Somebody else fills in this part. You cannot write in it.',
  unread: 'You do not see the answers of this part.',
  chooseForm: 'First choose the form whose questions are answered.',
};

/** Return the sentences of forms in the language of the page. */
export function useAnswerWords(): AnswerWords {
  return { fi, sv, en }[usePage().language];
}
