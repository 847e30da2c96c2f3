// The sentences of the desk of a referring agency's official.
import { usePage } from '../../frame/page-context';

const fi = {
  ways: { referrals: 'Lähetteet', proposals: 'Ehdotukset', newReferral: 'Uusi lähete' },
  referralsLead: 'Oman organisaatiosi lähetteet, viimeksi muuttuneet ensin. Tila on ajan tasalla ilman puhelinsoittoa.',
  noReferrals: 'Organisaatiollasi ei ole lähetteitä.',
  person: 'Kenestä',
  changed: 'Muuttunut',
  received: 'Vastaanotettu',
  programme: 'Valmennusjakso',
  write: 'Kirjoita lähete',
  newLead: 'Lähete on luonnos, jonka vain organisaatiosi näkee, kunnes lähetät sen.',
  whom: 'Kenet lähetät',
  whatFor: 'Mihin',
  onWhat: 'Millä perusteella',
  unit: 'Yksikkö',
  continue: 'Jatka tarkistukseen',
  review: 'Tarkista ennen lähettämistä',
  reviewLead: 'Nämä tiedot näkyvät yksikölle, kun lähetät lähetteen. Jokaisesta katselusta jää merkintä, jonka henkilö voi nähdä.',
  send: 'Lähetä lähete',
  sent: 'Lähete on lähetetty.',
  toReferrals: 'Lähetteisiin',
  proposalsLead: 'Ehdotukset, jotka odottavat organisaatiosi päätöstä.',
  noProposals: 'Päätöstä odottavia ehdotuksia ei ole.',
  comment: 'Perustelu tai kysymys',
  decided: 'Päätös on tallennettu.',
  history: 'Mitä on tapahtunut',
  period: 'Aika',
};

export type OfficialWords = typeof fi;

const sv: OfficialWords = {
  ways: { referrals: 'Remisser', proposals: 'Förslag', newReferral: 'Ny remiss' },
  referralsLead: 'Din organisations remisser, de senast ändrade först. Läget är aktuellt utan telefonsamtal.',
  noReferrals: 'Din organisation har inga remisser.',
  person: 'Vem',
  changed: 'Ändrad',
  received: 'Mottagen',
  programme: 'Träningsperiod',
  write: 'Skriv en remiss',
  newLead: 'Remissen är ett utkast som bara din organisation ser tills du skickar den.',
  whom: 'Vem du remitterar',
  whatFor: 'Till vad',
  onWhat: 'På vilken grund',
  unit: 'Enhet',
  continue: 'Fortsätt till granskning',
  review: 'Granska innan du skickar',
  reviewLead: 'Enheten ser dessa uppgifter när du skickar remissen. Varje titt lämnar ett spår som personen kan se.',
  send: 'Skicka remissen',
  sent: 'Remissen är skickad.',
  toReferrals: 'Till remisserna',
  proposalsLead: 'Förslag som väntar på din organisations beslut.',
  noProposals: 'Inga förslag väntar på beslut.',
  comment: 'Motivering eller fråga',
  decided: 'Beslutet är sparat.',
  history: 'Vad som har hänt',
  period: 'Tid',
};

const en: OfficialWords = {
  ways: { referrals: 'Referrals', proposals: 'Proposals', newReferral: 'New referral' },
  referralsLead: 'Referrals of your organisation, last changed first. The state is current without a phone call.',
  noReferrals: 'Your organisation has no referrals.',
  person: 'Who',
  changed: 'Changed',
  received: 'Received',
  programme: 'Programme',
  write: 'Write a referral',
  newLead: 'The referral is a draft that your organisation alone sees, until you send it.',
  whom: 'Whom you refer',
  whatFor: 'What for',
  onWhat: 'On what basis',
  unit: 'Unit',
  continue: 'Go on to the review',
  review: 'Review before you send',
  reviewLead: 'The unit sees this when you send the referral. Every look leaves a record that the person may see.',
  send: 'Send the referral',
  sent: 'The referral is sent.',
  toReferrals: 'To the referrals',
  proposalsLead: 'Proposals that wait for your organisation’s decision.',
  noProposals: 'No proposals wait for a decision.',
  comment: 'Reason or question',
  decided: 'The decision is saved.',
  history: 'What has happened',
  period: 'Period',
};

/** Return the sentences of this desk in the language of the page. */
export function useWords(): OfficialWords {
  return { fi, sv, en }[usePage().language];
}
