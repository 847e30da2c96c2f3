// What an official writes into a referral, as text, and the input that the API takes.
import type { Basis, CreateReferralInput, ReferralChoicesQuery } from '../../../generated/official/graphql';

export interface Choices {
  units: NonNullable<ReferralChoicesQuery['units']>['nodes'];
  services: NonNullable<ReferralChoicesQuery['serviceTypes']>['nodes'];
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

const NUMBERS: ReadonlySet<string> = new Set(['daysPerWeek', 'minutesPerDay']);

/** Return the input of a new referral: what was left empty is not sent. */
export function inputOf(written: Written): CreateReferralInput {
  const given = Object.entries(written).filter(([, text]) => text.trim() !== '');
  const values = given.map(([key, text]) => [key, NUMBERS.has(key) ? Number(text) : text.trim()]);
  return { safetyRestriction: false, ...Object.fromEntries(values) };
}
