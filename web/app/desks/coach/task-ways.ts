// The page on which each kind of task of this desk is done.
import type { Ways } from '../../records/task-ways';

export const WAYS: Ways = {
  CONTRACT_ENDS: '~/desk/content/Contract/:id',
  PROGRAMME_REVIEW: '/clients/:client/papers',
  NO_CONTACT: '/clients/:client',
  MEASURE_DUE: '~/desk/content/Measure/:id',
  SAFETY_REVIEW: '~/desk/content/Client/:id',
  ABSENCE_REPORT_DUE: '/absences',
  ABSENCE_UNREPORTED: '/absences',
  REASON_PENDING: '~/desk/content/Attendance/:id',
  CERTIFICATE_MISSING: '~/desk/content/Attendance/:id',
  ABSENCE_TOO_LONG: '~/desk/content/Attendance/:id',
  PROPOSAL_TO_EXPLAIN: '/clients/:client/papers',
  PROPOSAL_TO_CARRY_OUT: '/clients/:client/papers',
  REPORT_TO_DELIVER: '/clients/:client/papers',
};
