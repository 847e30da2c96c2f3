// The sentences of the workplace's desk.
import { usePage } from '../../frame/page-context';

const fi = {
  ways: { today: 'Tänään' },
  lead: 'Ketkä tulevat tänään. Merkitse, kuka tuli; poissaolon syyn selvittää valmentaja.',
  waits: 'Muuta, mikä odottaa',
  nobody: 'Tänään ei ole tulossa ketään.',
  contract: (from: string, to: string) => `sopimus ${from}–${to}`,
  came: 'Tuli paikalle',
  didNotCome: 'Ei tullut',
  cameNamed: (name: string) => `${name} tuli paikalle`,
  didNotComeNamed: (name: string) => `${name} ei tullut`,
  isHere: 'Paikalla',
  isAbsent: 'Poissa',
  expected: 'Odotetaan',
  recordedCame: (name: string) => `${name} on merkitty paikalle.`,
  recordedAbsent: (name: string) => `${name} on merkitty poissa olevaksi. Valmentaja kysyy syyn.`,
};

export type WorkplaceWords = typeof fi;

const sv: WorkplaceWords = {
  ways: { today: 'I dag' },
  lead: 'Vilka som kommer i dag. Anteckna vem som kom; coachen tar reda på orsaken till frånvaro.',
  waits: 'Annat som väntar',
  nobody: 'Ingen kommer i dag.',
  contract: (from, to) => `avtal ${from}–${to}`,
  came: 'Kom',
  didNotCome: 'Kom inte',
  cameNamed: (name) => `${name} kom`,
  didNotComeNamed: (name) => `${name} kom inte`,
  isHere: 'På plats',
  isAbsent: 'Frånvarande',
  expected: 'Väntas',
  recordedCame: (name) => `${name} är antecknad som närvarande.`,
  recordedAbsent: (name) => `${name} är antecknad som frånvarande. Coachen frågar om orsaken.`,
};

const en: WorkplaceWords = {
  ways: { today: 'Today' },
  lead: 'Who comes today. Record who came; the coach finds out the reason of an absence.',
  waits: 'What else waits',
  nobody: 'Nobody comes today.',
  contract: (from, to) => `contract ${from}–${to}`,
  came: 'Came',
  didNotCome: 'Did not come',
  cameNamed: (name) => `${name} came`,
  didNotComeNamed: (name) => `${name} did not come`,
  isHere: 'Here',
  isAbsent: 'Absent',
  expected: 'Expected',
  recordedCame: (name) => `${name} is recorded as present.`,
  recordedAbsent: (name) => `${name} is recorded as absent. The coach will ask for the reason.`,
};

/** Return the sentences of this desk in the language of the page. */
export function useWords(): WorkplaceWords {
  return { fi, sv, en }[usePage().language];
}
