// How the states of an import look.
import type { ClientImportState } from '../../../generated/supervisor/graphql';
import type { Tone } from '../../../records/Record';

export const TONES: Record<ClientImportState, Tone> = {
  NEW: 'note',
  CHECKING: 'note',
  CHECKED: 'warn',
  RUNNING: 'note',
  REFUSED: 'bad',
  DONE: 'good',
  DISCARDED: '',
};
