// The sentences about proposals, reports and absence reports.
import { usePage } from '../../../frame/page-context';

const fi = {
  papers: 'Ehdotukset ja raportit',
  papersLead: 'Mitä lähettävälle taholle ja etuuden maksajalle kerrotaan.',
  toCard: 'Takaisin asiakkaan korttiin',
  proposals: 'Ehdotukset lähettävälle taholle',
  noProposals: 'Ehdotuksia ei ole.',
  newProposal: 'Tee ehdotus',
  noReferral: 'Asiakkaalla ei ole lähetettä, josta voisi ehdottaa.',
  what: 'Mitä ehdotat',
  reports: 'Raportit valmennuksesta',
  noReports: 'Raportteja ei ole.',
  newReport: 'Aloita raportti',
  reportLead: 'Luonnos syntyy tavoitteista, päivistä ja raporttiin merkityistä kirjauksista.',
  absences: 'Poissaoloilmoitukset',
  absencesLead: 'Luonnokset ja valmiit ilmoitukset etuuden maksajille, kiireisimmät ensin.',
  noAbsences: 'Lähetettäviä ilmoituksia ei ole.',
  draftAbsences: 'Tee luonnokset eilisestä taaksepäin',
  drafted: (number: number) => (number === 1 ? '1 luonnos tehty.' : `${number} luonnosta tehty.`),
  nothingToTell: 'Uutta kerrottavaa ei ollut.',
  refused: 'Näistä ei tehty luonnosta',
  edit: 'Muokkaa',
  editing: (what: string) => `Muokkaa: ${what}`,
  save: 'Tallenna luonnos',
  saved: 'Luonnos on tallennettu.',
  handle: 'Vie eteenpäin',
  empty: 'Mitään ei ole kirjoitettu.',
};

type PaperWords = typeof fi;

const sv: PaperWords = {
  papers: 'Förslag och rapporter',
  papersLead: 'Vad den remitterande parten och förmånens utbetalare får veta.',
  toCard: 'Tillbaka till klientens kort',
  proposals: 'Förslag till den remitterande parten',
  noProposals: 'Det finns inga förslag.',
  newProposal: 'Gör ett förslag',
  noReferral: 'Klienten har ingen remiss som man kunde göra förslag om.',
  what: 'Vad du föreslår',
  reports: 'Rapporter om träningen',
  noReports: 'Det finns inga rapporter.',
  newReport: 'Börja på en rapport',
  reportLead: 'Utkastet görs av målen, dagarna och anteckningarna som märkts för rapporten.',
  absences: 'Frånvarorapporter',
  absencesLead: 'Utkast och färdiga rapporter till förmånernas utbetalare, de mest brådskande först.',
  noAbsences: 'Det finns inga rapporter att skicka.',
  draftAbsences: 'Gör utkast till och med i går',
  drafted: (number) => `${number} utkast gjorda.`,
  nothingToTell: 'Det fanns inget nytt att berätta.',
  refused: 'Om dessa gjordes inget utkast',
  edit: 'Redigera',
  editing: (what) => `Redigera: ${what}`,
  save: 'Spara utkastet',
  saved: 'Utkastet är sparat.',
  handle: 'För vidare',
  empty: 'Inget är skrivet.',
};

const en: PaperWords = {
  papers: 'Proposals and reports',
  papersLead: 'What the referring agency and the payer of the benefit are told.',
  toCard: 'Back to the client’s card',
  proposals: 'Proposals to the agency',
  noProposals: 'There are no proposals.',
  newProposal: 'Make a proposal',
  noReferral: 'The client has no referral about which something could be proposed.',
  what: 'What you propose',
  reports: 'Reports on the coaching',
  noReports: 'There are no reports.',
  newReport: 'Begin a report',
  reportLead: 'The draft comes from the goals, the days and the notes marked for the report.',
  absences: 'Absence reports',
  absencesLead: 'Drafts and ready reports to the payers of benefits, the most urgent first.',
  noAbsences: 'There are no reports to send.',
  draftAbsences: 'Draft up to yesterday',
  drafted: (number) => (number === 1 ? '1 draft made.' : `${number} drafts made.`),
  nothingToTell: 'There was nothing new to tell.',
  refused: 'No draft was made about these',
  edit: 'Edit',
  editing: (what) => `Edit: ${what}`,
  save: 'Save the draft',
  saved: 'The draft is saved.',
  handle: 'Take it further',
  empty: 'Nothing is written.',
};

/** Return the sentences about papers in the language of the page. */
export function usePaperWords(): PaperWords {
  return { fi, sv, en }[usePage().language];
}
