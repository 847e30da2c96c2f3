// Which documents each room sends: those beside its pages, and those of ../examples that are the daily task of its role.
// A command is beside its page, because it has a key by which it is done once.
import { readdirSync } from 'node:fs';

const EXAMPLES = {
  coach: ['coach-morning', 'coach-my-week', 'coach-tasks'],
  official: ['official-follow', 'official-proposals'],
  trainee: [
    'trainee-announcements',
    'trainee-consents',
    'trainee-follow-requests',
    'trainee-own-data',
    'trainee-own-days',
    'trainee-who-looked',
  ],
  workplace: ['workplace-today'],
};

/** The files of documents by room: content and frame, then every desk. */
export const DOCUMENTS = Object.fromEntries([
  ['content', ['content/*.graphql']],
  ['frame', ['frame/*.graphql']],
  ...readdirSync('desks', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name: role }) => [role, [`desks/${role}/**/*.graphql`, ...examplesOf(role)]])
    .sort(),
]);

/** The paths of the examples that a desk sends as they are. */
export function examplesOf(role) {
  return (EXAMPLES[role] ?? []).map((name) => `../examples/${name}.graphql`);
}
