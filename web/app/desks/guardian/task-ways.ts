// The page on which each kind of task of this desk is done.
import type { Ways } from '../../records/task-ways';

export const WAYS: Ways = {
  CONTRACT_TO_SIGN: '~/desk/content/Contract/:id',
  CONSENT_TO_GIVE: '~/desk/content/Consent/:id',
  REPORT_TO_HEAR: '~/desk/content/Report/:id',
};
