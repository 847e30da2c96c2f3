// What an official writes into a referral, as text, and the input that the API takes.
import type { Basis, ReferralChoicesQuery, SubmitReferralInput } from '../../../generated/official/graphql';
import { type Answers, type Form, givenAnswers } from './forms';

export interface Choices {
  units: NonNullable<ReferralChoicesQuery['units']>['nodes'];
  services: NonNullable<ReferralChoicesQuery['serviceTypes']>['nodes'];
  forms: readonly Form[];
}

export const EMPTY = {
  unitId: '',
  firstNames: '',
  lastName: '',
  phone: '',
  email: '',
  serviceCode: '',
  goals: '',
  background: '',
  planKind: '',
  planReference: '',
  wantedStartOn: '',
  daysPerWeek: '',
  minutesPerDay: '',
  basis: 'CONSENT' as Basis,
  statute: '',
  consentGivenOn: '',
};

export type Written = typeof EMPTY;
export type Key = keyof Written;

const NUMBERS: ReadonlySet<string> = new Set<Key>(['daysPerWeek', 'minutesPerDay']);

/** Return the fields of numbers that hold something else. */
export function notNumbers(written: Written): Key[] {
  return keysOf(written).filter((key) => NUMBERS.has(key) && !/^[1-9]\d{0,3}$/.test(written[key].trim()));
}

/** Return the fields that hold something: what is sent. */
export function keysOf(written: Written): Key[] {
  return (Object.keys(written) as Key[]).filter((key) => written[key].trim() !== '');
}

/** Return the input of a new referral with the answers of its forms: what was left empty is not sent. */
export function inputOf(written: Written, forms: readonly Form[], answers: Answers): SubmitReferralInput {
  const values = keysOf(written).map((key) => [key, NUMBERS.has(key) ? Number(written[key]) : written[key].trim()]);
  return { safetyRestriction: false, ...Object.fromEntries(values), answers: givenAnswers(forms, answers) };
}
