// The page on which each kind of task of this desk is done.
import type { Ways } from '../../records/task-ways';

export const WAYS: Ways = {
  DAY_TO_RECORD: '~/desk/content/Attendance/:id',
  CONTRACT_TO_SIGN: '~/desk/content/Contract/:id',
};
