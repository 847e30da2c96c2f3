// The page on which each kind of task of this desk is done.
import type { Ways } from '../../records/task-ways';

export const WAYS: Ways = {
  DATA_REQUEST_DUE: '~/desk/content/DataRequest/:id',
  RECTIFICATION_TO_DECIDE: '~/desk/content/Rectification/:id',
  IDENTITY_MATCH_TO_DECIDE: '~/desk/content/IdentityMatch/:id',
};
