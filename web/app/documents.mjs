// Which documents each room sends: those beside its pages, and those of ../examples that are the daily task of its role.
// A command is beside its page, because it has a key by which it is done once.
import { readdirSync } from 'node:fs';

const EXAMPLES = {
  official: ['official-proposals', 'official-tasks'],
  administrator: [
    'administrator-accounts',
    'administrator-agency-clients',
    'administrator-failed-mails',
    'administrator-front-ends',
    'administrator-invitations',
    'administrator-log-ins',
    'administrator-tasks',
  ],
  finance: [
    'finance-attendance-counts',
    'finance-billing-bases',
    'finance-billing-rows',
    'finance-contracts',
    'finance-tasks',
  ],
  guardian: ['guardian-days', 'guardian-follow-requests', 'guardian-person', 'guardian-tasks', 'guardian-who-looked'],
  manager: ['manager-breaches', 'manager-counts', 'manager-days-by-month', 'manager-statistics', 'manager-tasks'],
  privacy_officer: [
    'privacy-officer-anomalies',
    'privacy-officer-checkpoints',
    'privacy-officer-letters-to-send',
    'privacy-officer-purge-preview',
    'privacy-officer-tasks',
    'privacy-officer-who-looked',
  ],
  supervisor: [
    'supervisor-anomalies',
    'supervisor-days-to-confirm',
    'supervisor-exceptional-access',
    'supervisor-how-full',
    'supervisor-inbox',
    'supervisor-months',
    'supervisor-my-week',
    'supervisor-reports',
  ],
  trainee: [
    'trainee-announcements',
    'trainee-consents',
    'trainee-disclosures',
    'trainee-follow-requests',
    'trainee-own-data',
    'trainee-own-days',
    'trainee-tasks',
    'trainee-who-looked',
  ],
  workplace: ['workplace-tasks', 'workplace-today'],
};

/** The files of documents by room: content, frame, records and words, then every desk. */
export const DOCUMENTS = Object.fromEntries([
  ['content', ['content/*.graphql']],
  ['frame', ['frame/*.graphql']],
  ['records', ['records/**/*.graphql']],
  ['words', ['words/*.graphql']],
  ...readdirSync('desks', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name: role }) => [role, [`desks/${role}/**/*.graphql`, ...examplesOf(role)]])
    .sort(),
]);

/** The paths of the examples that a desk sends as they are. */
export function examplesOf(role) {
  return (EXAMPLES[role] ?? []).map((name) => `../examples/${name}.graphql`);
}
