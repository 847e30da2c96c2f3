// The sentences about who sees something. The ways are those of the API (`Onlooker.way`).
import { usePage } from '../../frame/page-context';

const fi = {
  title: 'Kuka näkee tämän',
  own: 'Kuka voi nähdä tietosi',
  person: 'Kuka näkee henkilön tiedot',
  lead: 'Kaikki, jotka voivat nähdä tiedot juuri nyt, millä perusteella ja mihin asti. Kysymyksestä jää merkintä.',
  show: 'Näytä, kuka näkee',
  notTold: 'Tätä ei voi näyttää sinulle. Rekisterin säännöt voivat jättää nimet pois.',
  until: (moment: string) => `${moment} asti`,
  noEnd: 'toistaiseksi',
  whatTheyMay: 'Mitä joku heistä saa lukea?',
  who: 'Kuka',
  part: 'Mitä tietoja',
  ask: 'Kysy',
  may: (name: string, part: string) => `${name} näkee: ${part}.`,
  mayNot: (name: string, part: string) => `${name} ei näe: ${part}.`,
  wouldDo: (roles: string) => `Tässä tilassa tiedon näkee: ${roles || 'ei kukaan'}.`,
  held: (roles: string) => `Hänen tehtävänsä tässä: ${roles || 'ei mitään'}.`,
  restricted: 'Henkilön tietojen käyttöä on rajoitettu.',
  ways: {
    everywhere: 'tehtävä koskee kaikkia',
    unit: 'tehtävä yksikössä',
    self: 'omat tiedot',
    represented: 'edustaa henkilöä',
    caseload: 'vastaa henkilöstä tai sijaistaa',
    agency: 'lähettäneen tahon edustaja',
    consent: 'suostumus tai laki',
    workplace: 'työpaikan yhteyshenkilö',
    author: 'kirjoitti tämän',
    emergency: 'hätäpääsy',
    support: 'tukipääsy henkilöön',
    'supported unit': 'tukipääsy yksikköön',
    request: 'käsittelee tietopyyntöä',
  } as Record<string, string>,
  roles: {
    emergency: 'Hätäpääsy',
    request_handler: 'Tietopyynnön käsittelijä',
    agency: 'Lähettävän tahon järjestelmä',
    keeper: 'Ylläpitäjä',
    author: 'Kirjoittaja',
    member: 'Jäsen',
    employee: 'Työntekijä',
  } as Record<string, string>,
};

type SightWords = typeof fi;

const sv: SightWords = {
  title: 'Vem ser det här',
  own: 'Vem kan se dina uppgifter',
  person: 'Vem ser personens uppgifter',
  lead: 'Alla som kan se uppgifterna just nu, på vilken grund och till när. Frågan lämnar ett spår.',
  show: 'Visa vem som ser',
  notTold: 'Det här kan inte visas för dig. Registrets regler kan utelämna namnen.',
  until: (moment) => `till ${moment}`,
  noEnd: 'tills vidare',
  whatTheyMay: 'Vad får någon av dem läsa?',
  who: 'Vem',
  part: 'Vilka uppgifter',
  ask: 'Fråga',
  may: (name, part) => `${name} ser: ${part}.`,
  mayNot: (name, part) => `${name} ser inte: ${part}.`,
  wouldDo: (roles) => `I det här läget ses uppgiften av: ${roles || 'ingen'}.`,
  held: (roles) => `Personens uppgift här: ${roles || 'ingen'}.`,
  restricted: 'Användningen av personens uppgifter är begränsad.',
  ways: {
    everywhere: 'uppgiften gäller alla',
    unit: 'uppgift i enheten',
    self: 'egna uppgifter',
    represented: 'företräder personen',
    caseload: 'ansvarar för personen eller vikarierar',
    agency: 'företräder den som remitterade',
    consent: 'samtycke eller lag',
    workplace: 'arbetsplatsens kontaktperson',
    author: 'skrev det här',
    emergency: 'nödåtkomst',
    support: 'stödåtkomst till personen',
    'supported unit': 'stödåtkomst till enheten',
    request: 'behandlar en begäran om uppgifter',
  },
  roles: {
    emergency: 'Nödåtkomst',
    request_handler: 'Behandlar en begäran om uppgifter',
    agency: 'Remitterande parts system',
    keeper: 'Förvaltare',
    author: 'Författare',
    member: 'Medlem',
    employee: 'Medarbetare',
  },
};

const en: SightWords = {
  title: 'Who sees this',
  own: 'Who can see your data',
  person: 'Who sees the data of the person',
  lead: 'Everybody who can see it at this moment, on what ground and until when. The question leaves a record.',
  show: 'Show who sees it',
  notTold: 'This cannot be shown to you. The rules of the register may leave out names.',
  until: (moment) => `until ${moment}`,
  noEnd: 'until further notice',
  whatTheyMay: 'What may one of them read?',
  who: 'Who',
  part: 'What',
  ask: 'Ask',
  may: (name, part) => `${name} sees: ${part}.`,
  mayNot: (name, part) => `${name} does not see: ${part}.`,
  wouldDo: (roles) => `In this state it is seen by: ${roles || 'nobody'}.`,
  held: (roles) => `What the person is here: ${roles || 'nothing'}.`,
  restricted: "The use of the person's data is restricted.",
  ways: {
    everywhere: 'has the role everywhere',
    unit: 'has the role in the unit',
    self: 'own data',
    represented: 'represents the person',
    caseload: 'is responsible for the person or stands in',
    agency: 'represents the agency that referred',
    consent: 'consent or law',
    workplace: 'contact of the workplace',
    author: 'wrote it',
    emergency: 'emergency access',
    support: 'support access to the person',
    'supported unit': 'support access to the unit',
    request: 'handles a data request',
  },
  roles: {
    emergency: 'Emergency access',
    request_handler: 'Handles a data request',
    agency: 'System of an agency',
    keeper: 'Keeper',
    author: 'Author',
    member: 'Member',
    employee: 'Employee',
  },
};

const ALL = { fi, sv, en };

/** Return the sentences in the language of the page. */
export function useWords(): SightWords {
  return ALL[usePage().language];
}

/** Return a function from roles, each perhaps with its way in brackets, to what they are called. */
export function useRoles(): (roles: readonly string[]) => string {
  const { words } = usePage();
  const own = useWords().roles;
  return (roles) => roles.map((role) => role.split(' ')[0] ?? '').map((role) => words.roles[role] ?? own[role] ?? role).join(', ');
}
