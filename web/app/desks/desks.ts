// Which role has a desk. A desk is fetched when it is opened.
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

export interface Desk {
  role: string;
  Pages: LazyExoticComponent<ComponentType>;
}

/** The desks in the order in which the menu lists them; the first that a person has is opened after log-in. */
export const DESKS: readonly Desk[] = [
  { role: 'coach', Pages: lazy(() => import('./coach/Coach')) },
  { role: 'supervisor', Pages: lazy(() => import('./supervisor/Supervisor')) },
  { role: 'official', Pages: lazy(() => import('./official/Official')) },
  { role: 'workplace', Pages: lazy(() => import('./workplace/Workplace')) },
  { role: 'manager', Pages: lazy(() => import('./manager/Manager')) },
  { role: 'finance', Pages: lazy(() => import('./finance/Finance')) },
  { role: 'privacy_officer', Pages: lazy(() => import('./privacy_officer/PrivacyOfficer')) },
  { role: 'guardian', Pages: lazy(() => import('./guardian/Guardian')) },
  { role: 'trainee', Pages: lazy(() => import('./trainee/Trainee')) },
  { role: 'administrator', Pages: lazy(() => import('./administrator/Administrator')) },
];

/** Return the desks of a person with these roles. */
export function desksOf(roles: readonly string[]): readonly Desk[] {
  return DESKS.filter(({ role }) => roles.includes(role));
}
