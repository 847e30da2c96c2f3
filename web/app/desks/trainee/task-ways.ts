// The page on which each kind of task of this desk is done.
import type { Ways } from '../../records/task-ways';

export const WAYS: Ways = {
  CONTRACT_TO_SIGN: '/contract',
  CONSENT_TO_GIVE: '/consents',
  MEASURE_DUE: '/goals',
  REPORT_TO_HEAR: '~/desk/content/Report/:id',
};
