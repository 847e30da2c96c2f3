WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $6::uuid
AND a.epoch = $7::int
AND a.disabled_at IS NULL) AS ok),
by_caseload(id) AS MATERIALIZED (SELECT c.client_id
FROM relationship c
WHERE c.responsible_coach_id = $2::uuid
AND c.state IN ('ACTIVE', 'ENDED')
UNION ALL
SELECT s.client_id
FROM substitution s
WHERE s.staff_member_id = $2::uuid
AND s.state = 'VALID'
AND s.starts_on <= $3::date
AND (s.ends_before IS NULL
OR s.ends_before > $3::date)), u1 AS MATERIALIZED (SELECT t1."id" AS "id", t1.id AS "subject"
FROM client t1
WHERE t1.id = $1::uuid
AND ((t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t1."unit_id" = $4::uuid
AND t1.state IN ('ACTIVE', 'PROSPECT')))
AND (SELECT ok
FROM live)), w2 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'AbsenceReport.clientId'::text AS kind, 'absence_report'::text AS noun, t3.created_at AS moment, t3.id AS id
FROM absence_report t3
WHERE t3.client_id = (SELECT u.id
FROM u1 u)
AND t3."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t3."client_id") IS TRUE)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ReportedAbsence.clientId'::text AS kind, 'reported_absence'::text AS noun, t4.created_at AS moment, t4.id AS id
FROM reported_absence t4
WHERE t4.client_id = (SELECT u.id
FROM u1 u)
AND t4."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t4."client_id") IS TRUE)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'Attendance.clientId'::text AS kind, 'attendance'::text AS noun, t5.created_at AS moment, t5.id AS id
FROM attendance t5
WHERE t5.client_id = (SELECT u.id
FROM u1 u)
AND ((t5."client_id" IN (SELECT id
FROM by_caseload))
OR (t5."unit_id" = $4::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t5."client_id") IS TRUE)
AND (NOT (t5.state = 'PLANNED'
AND t5.day <> $3::date)
OR t5."client_id" IN (SELECT id
FROM by_caseload))) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'BenefitPayer.clientId'::text AS kind, 'benefit_payer'::text AS noun, t6.created_at AS moment, t6.id AS id
FROM benefit_payer t6
WHERE t6.client_id = (SELECT u.id
FROM u1 u)
AND t6."client_id" IN (SELECT id
FROM by_caseload)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'BinItem.clientId'::text AS kind, 'bin_item'::text AS noun, t7.created_at AS moment, t7.id AS id
FROM bin_item t7
WHERE t7.client_id = (SELECT u.id
FROM u1 u)
AND ((t7."created_by" = $6::uuid)
OR (t7."client_id" IN (SELECT id
FROM by_caseload)
AND t7.state IN ('TEAM')))) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'GroupMember.clientId'::text AS kind, 'group_member'::text AS noun, t8.created_at AS moment, t8.id AS id
FROM group_member t8
WHERE t8.client_id = (SELECT u.id
FROM u1 u)
AND t8."client_id" IN (SELECT id
FROM by_caseload)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CoachingNote.clientId'::text AS kind, 'coaching_note'::text AS noun, t9.created_at AS moment, t9.id AS id
FROM coaching_note t9
WHERE t9.client_id = (SELECT u.id
FROM u1 u)
AND ((t9."created_by" = $6::uuid
AND t9.state IN ('DRAFT'))
OR (t9."client_id" IN (SELECT id
FROM by_caseload)
AND t9.state IN ('AMENDED', 'SIGNED')))) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'Consent.clientId'::text AS kind, 'consent'::text AS noun, t10.created_at AS moment, t10.id AS id
FROM consent t10
WHERE t10.client_id = (SELECT u.id
FROM u1 u)
AND t10."client_id" IN (SELECT id
FROM by_caseload)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'Contract.clientId'::text AS kind, 'contract'::text AS noun, t11.created_at AS moment, t11.id AS id
FROM contract t11
WHERE t11.client_id = (SELECT u.id
FROM u1 u)
AND t11."client_id" IN (SELECT id
FROM by_caseload)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DataRequest.clientId'::text AS kind, 'data_request'::text AS noun, t12.created_at AS moment, t12.id AS id
FROM data_request t12
WHERE t12.client_id = (SELECT u.id
FROM u1 u)
AND t12."entered_by" = $6::uuid
AND t12.state IN ('RECEIVED')) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'EmergencyAccess.clientId'::text AS kind, 'emergency_access'::text AS noun, t13.created_at AS moment, t13.id AS id
FROM emergency_access t13
WHERE t13.client_id = (SELECT u.id
FROM u1 u)
AND ((t13."account_id" = $6::uuid)
OR (t13."client_id" IN (SELECT id
FROM by_caseload)))) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'FormAnswer.clientId'::text AS kind, 'form_answer'::text AS noun, t14.created_at AS moment, t14.id AS id
FROM form_answer t14
WHERE t14.client_id = (SELECT u.id
FROM u1 u)
AND ((t14."entered_by" = $6::uuid
AND t14.state IN ('REFERRAL_DRAFT'))
OR (t14."client_id" IN (SELECT id
FROM by_caseload)
AND t14.state IN ('DRAFT', 'LOCKED', 'REFERRAL_ASKED', 'REFERRAL_CLOSED', 'REFERRAL_SENT', 'SUBMITTED')))) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PaperOriginal.clientId'::text AS kind, 'paper_original'::text AS noun, t15.created_at AS moment, t15.id AS id
FROM paper_original t15
WHERE t15.client_id = (SELECT u.id
FROM u1 u)
AND t15."client_id" IN (SELECT id
FROM by_caseload)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'NoticeAcceptance.clientId'::text AS kind, 'notice_acceptance'::text AS noun, t16.created_at AS moment, t16.id AS id
FROM notice_acceptance t16
WHERE t16.client_id = (SELECT u.id
FROM u1 u)
AND t16."created_by" = $6::uuid) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'NoticeTelling.clientId'::text AS kind, 'notice_telling'::text AS noun, t17.created_at AS moment, t17.id AS id
FROM notice_telling t17
WHERE t17.client_id = (SELECT u.id
FROM u1 u)
AND t17."client_id" IN (SELECT id
FROM by_caseload)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'Programme.clientId'::text AS kind, 'programme'::text AS noun, t18.created_at AS moment, t18.id AS id
FROM programme t18
WHERE t18.client_id = (SELECT u.id
FROM u1 u)
AND t18."client_id" IN (SELECT id
FROM by_caseload)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'Goal.clientId'::text AS kind, 'goal'::text AS noun, t19.created_at AS moment, t19.id AS id
FROM goal t19
WHERE t19.client_id = (SELECT u.id
FROM u1 u)
AND t19."client_id" IN (SELECT id
FROM by_caseload)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'Measure.clientId'::text AS kind, 'measure'::text AS noun, t20.created_at AS moment, t20.id AS id
FROM measure t20
WHERE t20.client_id = (SELECT u.id
FROM u1 u)
AND t20."client_id" IN (SELECT id
FROM by_caseload)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'Proposal.clientId'::text AS kind, 'proposal'::text AS noun, t21.created_at AS moment, t21.id AS id
FROM proposal t21
WHERE t21.client_id = (SELECT u.id
FROM u1 u)
AND t21."client_id" IN (SELECT id
FROM by_caseload)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'Referral.clientId'::text AS kind, 'referral'::text AS noun, t22.created_at AS moment, t22.id AS id
FROM referral t22
WHERE t22.client_id = (SELECT u.id
FROM u1 u)
AND ((t22."entered_by" = $6::uuid
AND t22.state IN ('DRAFT'))
OR (t22."client_id" IN (SELECT id
FROM by_caseload)
AND t22.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')))) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'Report.clientId'::text AS kind, 'report'::text AS noun, t23.created_at AS moment, t23.id AS id
FROM report t23
WHERE t23.client_id = (SELECT u.id
FROM u1 u)
AND t23."client_id" IN (SELECT id
FROM by_caseload)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'Relationship.clientId'::text AS kind, 'relationship'::text AS noun, t24.created_at AS moment, t24.id AS id
FROM relationship t24
WHERE t24.client_id = (SELECT u.id
FROM u1 u)
AND t24."client_id" IN (SELECT id
FROM by_caseload)
AND t24.state IN ('ACTIVE', 'ENDED')) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'Substitution.clientId'::text AS kind, 'substitution'::text AS noun, t25.created_at AS moment, t25.id AS id
FROM substitution t25
WHERE t25.client_id = (SELECT u.id
FROM u1 u)
AND t25."client_id" IN (SELECT id
FROM by_caseload)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'Representation.clientId'::text AS kind, 'representation'::text AS noun, t26.created_at AS moment, t26.id AS id
FROM representation t26
WHERE t26.client_id = (SELECT u.id
FROM u1 u)
AND ((t26."account_id" = $6::uuid
AND t26.state IN ('IN_FORCE'))
OR (t26."client_id" IN (SELECT id
FROM by_caseload)))) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'TellingRefusal.clientId'::text AS kind, 'telling_refusal'::text AS noun, t27.created_at AS moment, t27.id AS id
FROM telling_refusal t27
WHERE t27.client_id = (SELECT u.id
FROM u1 u)
AND t27."client_id" IN (SELECT id
FROM by_caseload)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'GuardianInvitation.clientId'::text AS kind, 'guardian_invitation'::text AS noun, t28.created_at AS moment, t28.id AS id
FROM guardian_invitation t28
WHERE t28.client_id = (SELECT u.id
FROM u1 u)
AND t28."client_id" IN (SELECT id
FROM by_caseload)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ClientInvitation.clientId'::text AS kind, 'client_invitation'::text AS noun, t29.created_at AS moment, t29.id AS id
FROM client_invitation t29
WHERE t29.client_id = (SELECT u.id
FROM u1 u)
AND t29."client_id" IN (SELECT id
FROM by_caseload)) w
WHERE EXISTS (SELECT
FROM u1)
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1)) w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint + 1), v2 AS MATERIALIZED (SELECT *
FROM w2 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $5::bigint), q2_absence_report AS MATERIALIZED (SELECT t30."id" AS "id", t30.client_id AS "subject"
FROM absence_report t30
WHERE t30.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'absence_report')
AND t30."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t30."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q2_reported_absence AS MATERIALIZED (SELECT t31."id" AS "id", t31.client_id AS "subject"
FROM reported_absence t31
WHERE t31.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'reported_absence')
AND t31."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t31."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q2_attendance AS MATERIALIZED (SELECT t32."id" AS "id", t32.client_id AS "subject"
FROM attendance t32
WHERE t32.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'attendance')
AND ((t32."client_id" IN (SELECT id
FROM by_caseload))
OR (t32."unit_id" = $4::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t32."client_id") IS TRUE)
AND (NOT (t32.state = 'PLANNED'
AND t32.day <> $3::date)
OR t32."client_id" IN (SELECT id
FROM by_caseload))
AND (SELECT ok
FROM live)), q2_benefit_payer AS MATERIALIZED (SELECT t33."id" AS "id", t33.client_id AS "subject"
FROM benefit_payer t33
WHERE t33.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'benefit_payer')
AND t33."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q2_bin_item AS MATERIALIZED (SELECT t34."id" AS "id", t34.client_id AS "subject"
FROM bin_item t34
WHERE t34.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'bin_item')
AND ((t34."created_by" = $6::uuid)
OR (t34."client_id" IN (SELECT id
FROM by_caseload)
AND t34.state IN ('TEAM')))
AND (SELECT ok
FROM live)), q2_group_member AS MATERIALIZED (SELECT t35."id" AS "id", t35.client_id AS "subject"
FROM group_member t35
WHERE t35.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'group_member')
AND t35."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q2_coaching_note AS MATERIALIZED (SELECT t36."id" AS "id", t36.client_id AS "subject"
FROM coaching_note t36
WHERE t36.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'coaching_note')
AND ((t36."created_by" = $6::uuid
AND t36.state IN ('DRAFT'))
OR (t36."client_id" IN (SELECT id
FROM by_caseload)
AND t36.state IN ('AMENDED', 'SIGNED')))
AND (SELECT ok
FROM live)), q2_consent AS MATERIALIZED (SELECT t37."id" AS "id", t37.client_id AS "subject"
FROM consent t37
WHERE t37.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'consent')
AND t37."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q2_contract AS MATERIALIZED (SELECT t38."id" AS "id", t38."state" AS "state", t38."starts_on" AS "starts_on", t38."ends_on" AS "ends_on", t38.client_id AS "subject"
FROM contract t38
WHERE t38.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'contract')
AND t38."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q2_data_request AS MATERIALIZED (SELECT t39."id" AS "id", t39.client_id AS "subject"
FROM data_request t39
WHERE t39.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'data_request')
AND t39."entered_by" = $6::uuid
AND t39.state IN ('RECEIVED')
AND (SELECT ok
FROM live)), q2_emergency_access AS MATERIALIZED (SELECT t40."id" AS "id", t40.client_id AS "subject"
FROM emergency_access t40
WHERE t40.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'emergency_access')
AND ((t40."account_id" = $6::uuid)
OR (t40."client_id" IN (SELECT id
FROM by_caseload)))
AND (SELECT ok
FROM live)), q2_form_answer AS MATERIALIZED (SELECT t41."id" AS "id", coalesce(t41.client_id, t41.referral_id) AS "subject"
FROM form_answer t41
WHERE t41.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'form_answer')
AND ((t41."entered_by" = $6::uuid
AND t41.state IN ('REFERRAL_DRAFT'))
OR (t41."client_id" IN (SELECT id
FROM by_caseload)
AND t41.state IN ('DRAFT', 'LOCKED', 'REFERRAL_ASKED', 'REFERRAL_CLOSED', 'REFERRAL_SENT', 'SUBMITTED')))
AND (SELECT ok
FROM live)), q2_paper_original AS MATERIALIZED (SELECT t42."id" AS "id", t42.client_id AS "subject"
FROM paper_original t42
WHERE t42.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'paper_original')
AND t42."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q2_notice_acceptance AS MATERIALIZED (SELECT t43."id" AS "id", t43.client_id AS "subject"
FROM notice_acceptance t43
WHERE t43.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'notice_acceptance')
AND t43."created_by" = $6::uuid
AND (SELECT ok
FROM live)), q2_notice_telling AS MATERIALIZED (SELECT t44."id" AS "id", t44.client_id AS "subject"
FROM notice_telling t44
WHERE t44.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'notice_telling')
AND t44."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q2_programme AS MATERIALIZED (SELECT t45."id" AS "id", t45.client_id AS "subject"
FROM programme t45
WHERE t45.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'programme')
AND t45."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q2_goal AS MATERIALIZED (SELECT t46."id" AS "id", t46.client_id AS "subject"
FROM goal t46
WHERE t46.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'goal')
AND t46."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q2_measure AS MATERIALIZED (SELECT t47."id" AS "id", t47.client_id AS "subject"
FROM measure t47
WHERE t47.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'measure')
AND t47."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q2_proposal AS MATERIALIZED (SELECT t48."id" AS "id", coalesce(t48.client_id, t48.referral_id) AS "subject"
FROM proposal t48
WHERE t48.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'proposal')
AND t48."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q2_referral AS MATERIALIZED (SELECT t49."id" AS "id", coalesce(t49.client_id, t49.id) AS "subject"
FROM referral t49
WHERE t49.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'referral')
AND ((t49."entered_by" = $6::uuid
AND t49.state IN ('DRAFT'))
OR (t49."client_id" IN (SELECT id
FROM by_caseload)
AND t49.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')))
AND (SELECT ok
FROM live)), q2_report AS MATERIALIZED (SELECT t50."id" AS "id", t50.client_id AS "subject"
FROM report t50
WHERE t50.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'report')
AND t50."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q2_relationship AS MATERIALIZED (SELECT t51."id" AS "id", t51.client_id AS "subject"
FROM relationship t51
WHERE t51.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'relationship')
AND t51."client_id" IN (SELECT id
FROM by_caseload)
AND t51.state IN ('ACTIVE', 'ENDED')
AND (SELECT ok
FROM live)), q2_substitution AS MATERIALIZED (SELECT t52."id" AS "id", t52.client_id AS "subject"
FROM substitution t52
WHERE t52.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'substitution')
AND t52."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q2_representation AS MATERIALIZED (SELECT t53."id" AS "id", t53.client_id AS "subject"
FROM representation t53
WHERE t53.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'representation')
AND ((t53."account_id" = $6::uuid
AND t53.state IN ('IN_FORCE'))
OR (t53."client_id" IN (SELECT id
FROM by_caseload)))
AND (SELECT ok
FROM live)), q2_telling_refusal AS MATERIALIZED (SELECT t54."id" AS "id", t54.client_id AS "subject"
FROM telling_refusal t54
WHERE t54.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'telling_refusal')
AND t54."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q2_guardian_invitation AS MATERIALIZED (SELECT t55."id" AS "id", t55.client_id AS "subject"
FROM guardian_invitation t55
WHERE t55.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'guardian_invitation')
AND t55."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q2_client_invitation AS MATERIALIZED (SELECT t56."id" AS "id", t56.client_id AS "subject"
FROM client_invitation t56
WHERE t56.id IN (SELECT v.id
FROM v2 v
WHERE v.noun = 'client_invitation')
AND t56."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $14::timestamptz, $6::uuid, $8::text, $15::text, $16::text, '{AbsenceReport.clientId:filter,AbsenceReport.id,Attendance.clientId:filter,Attendance.id,BenefitPayer.clientId:filter,BenefitPayer.id,BinItem.clientId:filter,BinItem.id,Client.id,ClientInvitation.clientId:filter,ClientInvitation.id,CoachingNote.clientId:filter,CoachingNote.id,Consent.clientId:filter,Consent.id,Contract.clientId:filter,Contract.endsOn,Contract.id,Contract.startsOn,Contract.state,DataRequest.clientId:filter,DataRequest.id,EmergencyAccess.clientId:filter,EmergencyAccess.id,FormAnswer.clientId:filter,FormAnswer.id,Goal.clientId:filter,Goal.id,GroupMember.clientId:filter,GroupMember.id,GuardianInvitation.clientId:filter,GuardianInvitation.id,Measure.clientId:filter,Measure.id,NoticeAcceptance.clientId:filter,NoticeAcceptance.id,NoticeTelling.clientId:filter,NoticeTelling.id,PaperOriginal.clientId:filter,PaperOriginal.id,Programme.clientId:filter,Programme.id,Proposal.clientId:filter,Proposal.id,Referral.clientId:filter,Referral.id,Relationship.clientId:filter,Relationship.id,Report.clientId:filter,Report.id,ReportedAbsence.clientId:filter,ReportedAbsence.id,Representation.clientId:filter,Representation.id,Substitution.clientId:filter,Substitution.id,TellingRefusal.clientId:filter,TellingRefusal.id}'::text[], $9::uuid[], $10::text, $11::uuid, $12::text, $13::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM u1)
UNION (SELECT subject
FROM q2_absence_report)
UNION (SELECT subject
FROM q2_reported_absence)
UNION (SELECT subject
FROM q2_attendance)
UNION (SELECT subject
FROM q2_benefit_payer)
UNION (SELECT subject
FROM q2_bin_item)
UNION (SELECT subject
FROM q2_group_member)
UNION (SELECT subject
FROM q2_coaching_note)
UNION (SELECT subject
FROM q2_consent)
UNION (SELECT subject
FROM q2_contract)
UNION (SELECT subject
FROM q2_data_request)
UNION (SELECT subject
FROM q2_emergency_access)
UNION (SELECT subject
FROM q2_form_answer)
UNION (SELECT subject
FROM q2_paper_original)
UNION (SELECT subject
FROM q2_notice_acceptance)
UNION (SELECT subject
FROM q2_notice_telling)
UNION (SELECT subject
FROM q2_programme)
UNION (SELECT subject
FROM q2_goal)
UNION (SELECT subject
FROM q2_measure)
UNION (SELECT subject
FROM q2_proposal)
UNION (SELECT subject
FROM q2_referral)
UNION (SELECT subject
FROM q2_report)
UNION (SELECT subject
FROM q2_relationship)
UNION (SELECT subject
FROM q2_substitution)
UNION (SELECT subject
FROM q2_representation)
UNION (SELECT subject
FROM q2_telling_refusal)
UNION (SELECT subject
FROM q2_guardian_invitation)
UNION (SELECT subject
FROM q2_client_invitation)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT split_part(w.kind, '.', 1) AS "type", split_part(w.kind, '.', 2) AS "field", CASE w.noun WHEN 'absence_report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'absence_report_' || encode(uuid_send(p30."id"), 'hex') AS "id") r)
FROM q2_absence_report p30
WHERE p30."id" = w.id) WHEN 'reported_absence' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'reported_absence_' || encode(uuid_send(p31."id"), 'hex') AS "id") r)
FROM q2_reported_absence p31
WHERE p31."id" = w.id) WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_' || encode(uuid_send(p32."id"), 'hex') AS "id") r)
FROM q2_attendance p32
WHERE p32."id" = w.id) WHEN 'benefit_payer' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'benefit_payer_' || encode(uuid_send(p33."id"), 'hex') AS "id") r)
FROM q2_benefit_payer p33
WHERE p33."id" = w.id) WHEN 'bin_item' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'bin_item_' || encode(uuid_send(p34."id"), 'hex') AS "id") r)
FROM q2_bin_item p34
WHERE p34."id" = w.id) WHEN 'group_member' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'group_member_' || encode(uuid_send(p35."id"), 'hex') AS "id") r)
FROM q2_group_member p35
WHERE p35."id" = w.id) WHEN 'coaching_note' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'coaching_note_' || encode(uuid_send(p36."id"), 'hex') AS "id") r)
FROM q2_coaching_note p36
WHERE p36."id" = w.id) WHEN 'consent' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'consent_' || encode(uuid_send(p37."id"), 'hex') AS "id") r)
FROM q2_consent p37
WHERE p37."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p38."id"), 'hex') AS "id", p38."state" AS "state", p38."starts_on" AS "startsOn", p38."ends_on" AS "endsOn") r)
FROM q2_contract p38
WHERE p38."id" = w.id) WHEN 'data_request' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'data_request_' || encode(uuid_send(p39."id"), 'hex') AS "id") r)
FROM q2_data_request p39
WHERE p39."id" = w.id) WHEN 'emergency_access' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'emergency_access_' || encode(uuid_send(p40."id"), 'hex') AS "id") r)
FROM q2_emergency_access p40
WHERE p40."id" = w.id) WHEN 'form_answer' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'form_answer_' || encode(uuid_send(p41."id"), 'hex') AS "id") r)
FROM q2_form_answer p41
WHERE p41."id" = w.id) WHEN 'paper_original' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'paper_original_' || encode(uuid_send(p42."id"), 'hex') AS "id") r)
FROM q2_paper_original p42
WHERE p42."id" = w.id) WHEN 'notice_acceptance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'notice_acceptance_' || encode(uuid_send(p43."id"), 'hex') AS "id") r)
FROM q2_notice_acceptance p43
WHERE p43."id" = w.id) WHEN 'notice_telling' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'notice_telling_' || encode(uuid_send(p44."id"), 'hex') AS "id") r)
FROM q2_notice_telling p44
WHERE p44."id" = w.id) WHEN 'programme' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'programme_' || encode(uuid_send(p45."id"), 'hex') AS "id") r)
FROM q2_programme p45
WHERE p45."id" = w.id) WHEN 'goal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'goal_' || encode(uuid_send(p46."id"), 'hex') AS "id") r)
FROM q2_goal p46
WHERE p46."id" = w.id) WHEN 'measure' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'measure_' || encode(uuid_send(p47."id"), 'hex') AS "id") r)
FROM q2_measure p47
WHERE p47."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'proposal_' || encode(uuid_send(p48."id"), 'hex') AS "id") r)
FROM q2_proposal p48
WHERE p48."id" = w.id) WHEN 'referral' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'referral_' || encode(uuid_send(p49."id"), 'hex') AS "id") r)
FROM q2_referral p49
WHERE p49."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p50."id"), 'hex') AS "id") r)
FROM q2_report p50
WHERE p50."id" = w.id) WHEN 'relationship' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'relationship_' || encode(uuid_send(p51."id"), 'hex') AS "id") r)
FROM q2_relationship p51
WHERE p51."id" = w.id) WHEN 'substitution' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'substitution_' || encode(uuid_send(p52."id"), 'hex') AS "id") r)
FROM q2_substitution p52
WHERE p52."id" = w.id) WHEN 'representation' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'representation_' || encode(uuid_send(p53."id"), 'hex') AS "id") r)
FROM q2_representation p53
WHERE p53."id" = w.id) WHEN 'telling_refusal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'telling_refusal_' || encode(uuid_send(p54."id"), 'hex') AS "id") r)
FROM q2_telling_refusal p54
WHERE p54."id" = w.id) WHEN 'guardian_invitation' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'guardian_invitation_' || encode(uuid_send(p55."id"), 'hex') AS "id") r)
FROM q2_guardian_invitation p55
WHERE p55."id" = w.id) WHEN 'client_invitation' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'client_invitation_' || encode(uuid_send(p56."id"), 'hex') AS "id") r)
FROM q2_client_invitation p56
WHERE p56."id" = w.id) END AS "object"
FROM v2 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC) r) AS "nodes", (SELECT row_to_json(i.*)
FROM (SELECT (SELECT count(*) > $5::bigint
FROM w2) AS "hasNextPage", (SELECT chr(2) || '0:' || encode(convert_to(w.moment::text || chr(31) || w.kind::text || chr(31) || w.id::text, 'UTF8'), 'hex')
FROM v2 w
ORDER BY w.moment, w.kind, w.id LIMIT 1) AS "endCursor") i) AS "pageInfo") c)
WHERE EXISTS (SELECT
FROM u1)) AS r0
