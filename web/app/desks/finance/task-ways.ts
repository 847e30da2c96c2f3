// The page on which each kind of task of this desk is done.
import type { Ways } from '../../records/task-ways';

export const WAYS: Ways = {
  PRICE_MISSING: '~/desk/content/Contract/:id/edit',
};
