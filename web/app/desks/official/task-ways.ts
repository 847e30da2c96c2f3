// The page on which each kind of task of this desk is done.
import type { Ways } from '../../records/task-ways';

export const WAYS: Ways = {
  REFERRAL_TO_COMPLETE: '~/desk/content/Referral/:id',
  PROPOSAL_TO_DECIDE: '/proposals',
};
