// The page on which each kind of task of this desk is done.
import type { Ways } from '../../records/task-ways';

export const WAYS: Ways = {
  REFERRAL_DUE: '/referrals/:id',
  WAITLIST_ENDS: '/referrals/:id',
  REFERRAL_TO_START: '/referrals/:id',
  CONTRACT_TO_SIGN: '/contracts',
  MONTH_TO_CLOSE: '/days',
  REPORT_TO_APPROVE: '/reports',
  REPORT_TO_DELIVER: '/reports',
  CONTRACT_ENDS: '~/desk/content/Contract/:id',
  PROGRAMME_REVIEW: '~/desk/content/Programme/:id',
  NO_CONTACT: '~/desk/content/Relationship/:id',
  SAFETY_REVIEW: '~/desk/content/Client/:id',
  ABSENCE_REPORT_DUE: '~/desk/content/AbsenceReport/:id',
  ABSENCE_UNREPORTED: '~/desk/content/Contract/:id',
  REASON_OVERDUE: '~/desk/content/Attendance/:id',
  CERTIFICATE_MISSING: '~/desk/content/Attendance/:id',
  ABSENCE_TOO_LONG: '~/desk/content/Attendance/:id',
  PROPOSAL_TO_EXPLAIN: '~/desk/content/Proposal/:id',
  PROPOSAL_TO_CARRY_OUT: '~/desk/content/Proposal/:id',
};
