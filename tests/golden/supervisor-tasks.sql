WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $5::uuid
AND a.epoch = $8::int
AND a.disabled_at IS NULL) AS ok), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'CONTRACT_ENDS'::text AS kind, 'contract'::text AS noun, coalesce(t2.ends_on, DATE '9999-01-01') AS moment, t2.id AS id
FROM contract t2
WHERE (t2."unit_id" = $3::uuid
AND t2.state IN ('ACTIVE', 'SUSPENDED'))
AND (NOT EXISTS (SELECT
FROM contract t3
WHERE t3.programme_id = t2.programme_id
AND t3.ends_on > t2.ends_on
AND (t3.state = 'DRAFT'
OR t3.state IN ('AWAITING_SIGNATURES', 'ACTIVE', 'SUSPENDED'))
AND t3."unit_id" = $3::uuid))) d
WHERE d.moment <= $4::date + 14) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'PROGRAMME_REVIEW'::text AS kind, 'programme'::text AS noun, coalesce(t4.next_review_on, (greatest(t4.starts_on, (SELECT max(t5.ends_on)
FROM report t5
WHERE t5.relationship_id = t4.relationship_id
AND t5.state IN ('HEARD', 'APPROVED', 'DELIVERED')
AND t5."unit_id" = $3::uuid)) + interval '3 months')::date) AS moment, t4.id AS id
FROM programme t4
WHERE (t4."unit_id" = $3::uuid
AND t4.state IN ('ACTIVE'))) d
WHERE d.moment <= $4::date + 14) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'NO_CONTACT'::text AS kind, 'relationship'::text AS noun, (greatest(t6.started_on, (SELECT max((t7.occurred_at AT TIME ZONE 'Europe/Helsinki')::date)
FROM coaching_note t7
WHERE t7.relationship_id = t6.id
AND t7.state IN ('SIGNED', 'AMENDED')
AND ((t7."created_by" = $5::uuid
AND t7.state IN ('DRAFT'))
OR (t7."unit_id" = $3::uuid
AND t7.state IN ('AMENDED', 'SIGNED')))), (SELECT max(t8.day)
FROM attendance t8
WHERE t8.client_id = t6.client_id
AND t8.presence = 'PRESENT'
AND t8.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND t8."unit_id" = $3::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t8."client_id") IS TRUE))) + 30) AS moment, t6.id AS id
FROM relationship t6
WHERE (t6."unit_id" = $3::uuid
AND t6.state IN ('ACTIVE'))) d
WHERE d.moment <= $4::date + 0) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'SAFETY_REVIEW'::text AS kind, 'client'::text AS noun, coalesce(t9.safety_review_on, DATE '9999-01-01') AS moment, t9.id AS id
FROM client t9
WHERE (t9."unit_id" = $3::uuid
AND t9.state IN ('ACTIVE', 'PROSPECT'))
AND (t9.safety_restriction
AND t9.safety_review_on IS NOT NULL)) d
WHERE d.moment <= $4::date + 14) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'WAITLIST_ENDS'::text AS kind, 'referral'::text AS noun, coalesce(t10.waitlist_until, DATE '9999-01-01') AS moment, t10.id AS id
FROM referral t10
WHERE (t10."unit_id" = $3::uuid
AND t10.state IN ('WAITLISTED'))
AND (t10.waitlist_until IS NOT NULL)) d
WHERE d.moment <= $4::date + 14) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REFERRAL_DUE'::text AS kind, 'referral'::text AS noun, coalesce(t11.due_on, DATE '9999-01-01') AS moment, t11.id AS id
FROM referral t11
WHERE (t11."unit_id" = $3::uuid
AND t11.state IN ('INTERVIEW', 'IN_REVIEW', 'RECEIVED', 'SUBMITTED'))) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'MONTH_TO_CLOSE'::text AS kind, 'attendance_month'::text AS noun, (t12.month + interval '1 month')::date AS moment, t12.id AS id
FROM attendance_month t12
WHERE (t12."unit_id" = $3::uuid
AND t12.state IN ('CONFIRMED', 'OPEN', 'REOPENED'))) d
WHERE d.moment <= $4::date + 0) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ABSENCE_REPORT_DUE'::text AS kind, 'absence_report'::text AS noun, coalesce(t13.due_on, DATE '9999-01-01') AS moment, t13.id AS id
FROM absence_report t13
WHERE (t13."unit_id" = $3::uuid
AND t13.state IN ('DRAFT', 'READY'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t13."client_id") IS TRUE))) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REASON_OVERDUE'::text AS kind, 'attendance'::text AS noun, (SELECT s.day::date
FROM generate_series(t14.day + 1, t14.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($6::date[])
ORDER BY s.day LIMIT 1 OFFSET 2) AS moment, t14.id AS id
FROM attendance t14
WHERE (t14."unit_id" = $3::uuid
AND t14.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t14."client_id") IS TRUE))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t14."client_id") IS TRUE))
AND (EXISTS (SELECT
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t14.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'is_pending'
AND f.value ->> 'text' = 'yes')
AND (SELECT s.day::date
FROM generate_series(t14.day + 1, t14.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($6::date[])
ORDER BY s.day LIMIT 1 OFFSET 2) < $4::date)) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CERTIFICATE_MISSING'::text AS kind, 'attendance'::text AS noun, t15.day AS moment, t15.id AS id
FROM attendance t15
WHERE (t15."unit_id" = $3::uuid
AND t15.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t15."client_id") IS TRUE))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t15."client_id") IS TRUE))
AND (NOT EXISTS (SELECT
FROM attendance t17
WHERE t17.client_id = t15.client_id
AND t17.day <= t15.day
AND t17.certificate_seen_until >= t15.day
AND t17."unit_id" = $3::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t17."client_id") IS TRUE)
AND t17."unit_id" = $3::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t17."client_id") IS TRUE))
AND EXISTS (SELECT
FROM (SELECT m.most
FROM (SELECT max((f.value ->> 'text')::int) AS most
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t15.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'needs_certificate_after_days') m
WHERE m.most IS NOT NULL) m
CROSS
JOIN LATERAL (SELECT m.most, count(*) FILTER (WHERE p.code = t15.code
AND p.place <= m.most) AS alike, count(*) FILTER (WHERE p.code = t15.code) AS longer, max(p.day) AS day_before
FROM (SELECT t18.code, t18.day, row_number() OVER (ORDER BY t18.day DESC, t18.id DESC) AS place
FROM attendance t18
WHERE t18.client_id = t15.client_id
AND t18.day < t15.day
AND t18.presence IS NOT NULL
AND t18.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t18.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND t18."unit_id" = $3::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t18."client_id") IS TRUE)
AND t18."unit_id" = $3::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t18."client_id") IS TRUE)
ORDER BY t18.day DESC, t18.id DESC LIMIT m.most + 1) p) run
WHERE run.alike = run.most
AND (run.longer = run.most
OR EXISTS (SELECT
FROM attendance t16
WHERE t16.client_id = t15.client_id
AND t16.day <= run.day_before
AND t16.certificate_seen_until >= run.day_before
AND t16."unit_id" = $3::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t16."client_id") IS TRUE)
AND t16."unit_id" = $3::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t16."client_id") IS TRUE)))))) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ABSENCE_TOO_LONG'::text AS kind, 'attendance'::text AS noun, t19.day AS moment, t19.id AS id
FROM attendance t19
WHERE (t19."unit_id" = $3::uuid
AND t19.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t19."client_id") IS TRUE))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t19."client_id") IS TRUE))
AND (EXISTS (SELECT
FROM (SELECT m.most
FROM (SELECT max((f.value ->> 'text')::int) AS most
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t19.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'longest_days') m
WHERE m.most IS NOT NULL) m
CROSS
JOIN LATERAL (SELECT m.most, count(*) FILTER (WHERE p.code = t19.code
AND p.place <= m.most) AS alike, count(*) FILTER (WHERE p.code = t19.code) AS longer, max(p.day) AS day_before
FROM (SELECT t20.code, t20.day, row_number() OVER (ORDER BY t20.day DESC, t20.id DESC) AS place
FROM attendance t20
WHERE t20.client_id = t19.client_id
AND t20.day < t19.day
AND t20.presence IS NOT NULL
AND t20.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t20.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND t20."unit_id" = $3::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t20."client_id") IS TRUE)
AND t20."unit_id" = $3::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t20."client_id") IS TRUE)
ORDER BY t20.day DESC, t20.id DESC LIMIT m.most + 1) p) run
WHERE run.alike = run.most
AND run.longer = run.most))) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'ABSENCE_UNREPORTED'::text AS kind, 'contract'::text AS noun, (SELECT s.day::date
FROM (SELECT (SELECT min(t24.day) + 14
FROM attendance t24
WHERE t24.contract_id = t21.id
AND t24.day > $4::date - 92
AND t24.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t24.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND EXISTS (SELECT
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t24.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'reported'
AND f.value ->> 'text' = 'YES')
AND t24.day <@ ANY (SELECT daterange(t22.starts_on, t22.ends_on, '[]')
FROM benefit_payer t22
WHERE t22.client_id = t21.client_id
AND t22.state = 'VALID'
AND t22."unit_id" = $3::uuid)
AND NOT (t24.day, t24.code) IN (SELECT t23.day, t23.code
FROM reported_absence t23
WHERE t23.contract_id = t21.id
AND t23.code IS NOT NULL
AND NOT EXISTS (SELECT
FROM reported_absence n
WHERE n.corrects_id = t23.id)
AND t23."unit_id" = $3::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t23."client_id") IS TRUE)
AND t23."unit_id" = $3::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t23."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t23."client_id") IS TRUE))
AND t24."unit_id" = $3::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t24."client_id") IS TRUE)
AND t24."unit_id" = $3::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t24."client_id") IS TRUE)) AS day) e
CROSS
JOIN LATERAL generate_series(e.day, e.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($6::date[])
ORDER BY s.day LIMIT 1) AS moment, t21.id AS id
FROM contract t21
WHERE (t21."unit_id" = $3::uuid
AND t21.state IN ('ACTIVE', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED'))) d
WHERE d.moment <= $4::date + 7) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REFERRAL_TO_START'::text AS kind, 'referral'::text AS noun, coalesce(t25.wanted_start_on, DATE '9999-01-01') AS moment, t25.id AS id
FROM referral t25
WHERE (t25."unit_id" = $3::uuid
AND t25.state IN ('ACCEPTED'))) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_EXPLAIN'::text AS kind, 'proposal'::text AS noun, DATE '9999-01-01' AS moment, t26.id AS id
FROM proposal t26
WHERE (t26."unit_id" = $3::uuid
AND t26.state IN ('ASKED'))) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_CARRY_OUT'::text AS kind, 'proposal'::text AS noun, coalesce(t27.starts_on, DATE '9999-01-01') AS moment, t27.id AS id
FROM proposal t27
WHERE (t27."unit_id" = $3::uuid
AND t27.state IN ('ACCEPTED'))
AND (t27.carried_out_on IS NULL)) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_APPROVE'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t28.id AS id
FROM report t28
WHERE (t28."unit_id" = $3::uuid
AND t28.state IN ('HEARD'))) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_DELIVER'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t29.id AS id
FROM report t29
WHERE (t29."unit_id" = $3::uuid
AND t29.state IN ('APPROVED'))) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONTRACT_TO_SIGN'::text AS kind, 'contract'::text AS noun, coalesce(t30.starts_on, DATE '9999-01-01') AS moment, t30.id AS id
FROM contract t30
WHERE (t30."unit_id" = $3::uuid
AND t30.state IN ('AWAITING_SIGNATURES'))
AND (NOT t30.signatures @> '[{"party": "ARRANGER"}]'::jsonb)) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ANOMALY_TO_EXPLAIN'::text AS kind, 'anomaly'::text AS noun, DATE '9999-01-01' AS moment, t31.id AS id
FROM anomaly t31
WHERE (t31."unit_id" = $3::uuid
AND t31.state IN ('OPEN'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t31.account_id
AND (a.id = $5::uuid
OR a.staff_id = $7::uuid))
AND (t31.staff_member_id = $7::uuid) IS NOT TRUE)) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'EMERGENCY_ACCESS_TO_REVIEW'::text AS kind, 'emergency_access'::text AS noun, DATE '9999-01-01' AS moment, t32.id AS id
FROM emergency_access t32
WHERE (t32."unit_id" = $3::uuid
AND t32.state IN ('ENDED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t32.created_by
AND (a.id = $5::uuid
OR a.staff_id = $7::uuid))
AND NOT EXISTS (SELECT
FROM account a
WHERE a.id = t32.account_id
AND (a.id = $5::uuid
OR a.staff_id = $7::uuid))
AND (t32.staff_member_id = $7::uuid) IS NOT TRUE)) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'SUPPORT_ACCESS_TO_REVIEW'::text AS kind, 'support_access'::text AS noun, DATE '9999-01-01' AS moment, t33.id AS id
FROM support_access t33
WHERE (t33."whole_unit_id" = $3::uuid
AND t33.state IN ('ENDED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t33.created_by
AND (a.id = $5::uuid
OR a.staff_id = $7::uuid))
AND (t33.staff_member_id = $7::uuid) IS NOT TRUE)) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPRESENTATION_TO_CONFIRM'::text AS kind, 'representation'::text AS noun, DATE '9999-01-01' AS moment, t34.id AS id
FROM representation t34
WHERE (t34."unit_id" = $3::uuid
AND t34.state IN ('DRAFT'))) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint), q1_contract AS MATERIALIZED (SELECT t35."id" AS "id", t35."state" AS "state", t35."client_id" AS "client_id", t35.client_id AS "subject"
FROM contract t35
WHERE t35.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'contract')
AND t35."unit_id" = $3::uuid
AND (SELECT ok
FROM live)), q1_programme AS MATERIALIZED (SELECT t36."id" AS "id", t36.client_id AS "subject"
FROM programme t36
WHERE t36.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'programme')
AND t36."unit_id" = $3::uuid
AND (SELECT ok
FROM live)), q1_relationship AS MATERIALIZED (SELECT t37."id" AS "id", t37.client_id AS "subject"
FROM relationship t37
WHERE t37.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'relationship')
AND t37."unit_id" = $3::uuid
AND t37.state IN ('ACTIVE', 'ENDED')
AND (SELECT ok
FROM live)), q1_client AS MATERIALIZED (SELECT t38."id" AS "id", t38.id AS "subject"
FROM client t38
WHERE t38.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'client')
AND t38."unit_id" = $3::uuid
AND t38.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND (SELECT ok
FROM live)), q1_referral AS MATERIALIZED (SELECT t39."id" AS "id", t39."state" AS "state", (NOT (t39.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'ACCEPTED')
AND (t39.basis <> 'CONSENT'
OR (t39.consent_given_on <= $4::date
AND t39.consent_withdrawn_on IS NULL
AND (t39.consent_valid_until IS NULL
OR t39.consent_valid_until >= $4::date))) IS NOT TRUE)
OR t39."entered_by" = $5::uuid) AS "may_name", t39."last_name" AS "last_name", coalesce(t39.client_id, t39.id) AS "subject"
FROM referral t39
WHERE t39.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'referral')
AND ((t39."entered_by" = $5::uuid
AND t39.state IN ('DRAFT'))
OR (t39."unit_id" = $3::uuid
AND t39.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')))
AND (SELECT ok
FROM live)), q1_attendance_month AS MATERIALIZED (SELECT t41."id" AS "id", t41."month" AS "month"
FROM attendance_month t41
WHERE t41.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'attendance_month')
AND t41."unit_id" = $3::uuid
AND (SELECT ok
FROM live)), q1_absence_report AS MATERIALIZED (SELECT t42."id" AS "id", t42.client_id AS "subject"
FROM absence_report t42
WHERE t42.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'absence_report')
AND t42."unit_id" = $3::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t42."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q1_attendance AS MATERIALIZED (SELECT t43."id" AS "id", t43."day" AS "day", (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t43."client_id") IS TRUE) AS "may_care", t43."code" AS "code", t43."client_id" AS "client_id", t43.client_id AS "subject"
FROM attendance t43
WHERE t43.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'attendance')
AND t43."unit_id" = $3::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t43."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q1_proposal AS MATERIALIZED (SELECT t48."id" AS "id", coalesce(t48.client_id, t48.referral_id) AS "subject"
FROM proposal t48
WHERE t48.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'proposal')
AND t48."unit_id" = $3::uuid
AND (SELECT ok
FROM live)), q1_report AS MATERIALIZED (SELECT t50."id" AS "id", t50."kind" AS "kind", t50."client_id" AS "client_id", t50.client_id AS "subject"
FROM report t50
WHERE t50.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'report')
AND t50."unit_id" = $3::uuid
AND (SELECT ok
FROM live)), q1_anomaly AS MATERIALIZED (SELECT t53."id" AS "id"
FROM anomaly t53
WHERE t53.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'anomaly')
AND t53."unit_id" = $3::uuid
AND (SELECT ok
FROM live)), q1_emergency_access AS MATERIALIZED (SELECT t54."id" AS "id", t54.client_id AS "subject"
FROM emergency_access t54
WHERE t54.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'emergency_access')
AND ((t54."account_id" = $5::uuid)
OR (t54."unit_id" = $3::uuid))
AND (SELECT ok
FROM live)), q1_support_access AS MATERIALIZED (SELECT t55."id" AS "id", t55.client_id AS "subject"
FROM support_access t55
WHERE t55.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'support_access')
AND t55."whole_unit_id" = $3::uuid
AND (SELECT ok
FROM live)), q1_representation AS MATERIALIZED (SELECT t56."id" AS "id", t56.client_id AS "subject"
FROM representation t56
WHERE t56.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'representation')
AND ((t56."account_id" = $5::uuid
AND t56.state IN ('IN_FORCE'))
OR (t56."unit_id" = $3::uuid))
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $15::timestamptz, $5::uuid, $9::text, $16::text, $17::text, '{AbsenceReport.dueOn:filter,AbsenceReport.id,AbsenceReport.state:filter,Attendance.certificateSeenUntil:filter,Attendance.client,Attendance.code,Attendance.code:filter,Attendance.day,Attendance.day:filter,Attendance.id,Attendance.presence:filter,Attendance.state:filter,BenefitPayer.endsOn:filter,BenefitPayer.startsOn:filter,Client.callName,Client.id,Client.lastName,Client.safetyRestriction:filter,Client.safetyReviewOn:filter,Client.state:filter,CoachingNote.occurredAt:filter,Contract.client,Contract.endsOn:filter,Contract.id,Contract.startsOn:filter,Contract.state,Contract.state:filter,EmergencyAccess.id,EmergencyAccess.state:filter,Programme.id,Programme.nextReviewOn:filter,Programme.startsOn:filter,Programme.state:filter,Proposal.carriedOutOn:filter,Proposal.id,Proposal.startsOn:filter,Proposal.state:filter,Referral.dueOn:filter,Referral.id,Referral.lastName,Referral.state,Referral.state:filter,Referral.waitlistUntil:filter,Referral.wantedStartOn:filter,Relationship.id,Relationship.startedOn:filter,Relationship.state:filter,Report.client,Report.endsOn:filter,Report.id,Report.kind,Report.state:filter,ReportedAbsence.code:filter,ReportedAbsence.contract:filter,ReportedAbsence.day:filter,Representation.id,Representation.state:filter,SupportAccess.id,SupportAccess.state:filter}'::text[], $10::uuid[], $11::text, $12::uuid, $13::text, $14::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_contract)
UNION (SELECT subject
FROM q1_programme)
UNION (SELECT subject
FROM q1_relationship)
UNION (SELECT subject
FROM q1_client)
UNION (SELECT subject
FROM q1_referral)
UNION (SELECT subject
FROM q1_absence_report)
UNION (SELECT subject
FROM q1_attendance)
UNION (SELECT subject
FROM q1_proposal)
UNION (SELECT subject
FROM q1_report)
UNION (SELECT subject
FROM q1_emergency_access)
UNION (SELECT subject
FROM q1_support_access)
UNION (SELECT subject
FROM q1_representation)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p35."id"), 'hex') AS "id", p35."state" AS "contractState", (SELECT row_to_json(r.*)
FROM (SELECT p57."call_name" AS "callName", p57."last_name" AS "lastName"
FROM (SELECT t57."call_name" AS "call_name", t57."last_name" AS "last_name"
FROM client t57
WHERE t57.id = p35."client_id"
AND t57."unit_id" = $3::uuid
AND t57.state IN ('ACTIVE', 'ENDED', 'PROSPECT')) p57) r) AS "client") r)
FROM q1_contract p35
WHERE p35."id" = w.id) WHEN 'programme' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'programme_' || encode(uuid_send(p36."id"), 'hex') AS "id") r)
FROM q1_programme p36
WHERE p36."id" = w.id) WHEN 'relationship' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'relationship_' || encode(uuid_send(p37."id"), 'hex') AS "id") r)
FROM q1_relationship p37
WHERE p37."id" = w.id) WHEN 'client' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p38."id"), 'hex') AS "id") r)
FROM q1_client p38
WHERE p38."id" = w.id) WHEN 'referral' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'referral_' || encode(uuid_send(p39."id"), 'hex') AS "id", p39."state" AS "state", CASE WHEN p39.may_name THEN p39."last_name" END AS "lastName") r)
FROM q1_referral p39
WHERE p39."id" = w.id) WHEN 'attendance_month' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_month_' || encode(uuid_send(p41."id"), 'hex') AS "id", p41."month" AS "month") r)
FROM q1_attendance_month p41
WHERE p41."id" = w.id) WHEN 'absence_report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'absence_report_' || encode(uuid_send(p42."id"), 'hex') AS "id") r)
FROM q1_absence_report p42
WHERE p42."id" = w.id) WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_' || encode(uuid_send(p43."id"), 'hex') AS "id", p43."day" AS "day", CASE WHEN p43.may_care THEN p43."code" END AS "code", (SELECT row_to_json(r.*)
FROM (SELECT p58."call_name" AS "callName", p58."last_name" AS "lastName"
FROM (SELECT t58."call_name" AS "call_name", t58."last_name" AS "last_name"
FROM client t58
WHERE t58.id = p43."client_id"
AND t58."unit_id" = $3::uuid
AND t58.state IN ('ACTIVE', 'ENDED', 'PROSPECT')) p58) r) AS "client") r)
FROM q1_attendance p43
WHERE p43."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'proposal_' || encode(uuid_send(p48."id"), 'hex') AS "id") r)
FROM q1_proposal p48
WHERE p48."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p50."id"), 'hex') AS "id", p50."kind" AS "kind", (SELECT row_to_json(r.*)
FROM (SELECT p59."call_name" AS "callName", p59."last_name" AS "lastName"
FROM (SELECT t59."call_name" AS "call_name", t59."last_name" AS "last_name"
FROM client t59
WHERE t59.id = p50."client_id"
AND t59."unit_id" = $3::uuid
AND t59.state IN ('ACTIVE', 'ENDED', 'PROSPECT')) p59) r) AS "client") r)
FROM q1_report p50
WHERE p50."id" = w.id) WHEN 'anomaly' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'anomaly_' || encode(uuid_send(p53."id"), 'hex') AS "id") r)
FROM q1_anomaly p53
WHERE p53."id" = w.id) WHEN 'emergency_access' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'emergency_access_' || encode(uuid_send(p54."id"), 'hex') AS "id") r)
FROM q1_emergency_access p54
WHERE p54."id" = w.id) WHEN 'support_access' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'support_access_' || encode(uuid_send(p55."id"), 'hex') AS "id") r)
FROM q1_support_access p55
WHERE p55."id" = w.id) WHEN 'representation' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'representation_' || encode(uuid_send(p56."id"), 'hex') AS "id") r)
FROM q1_representation p56
WHERE p56."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes", (SELECT row_to_json(i.*)
FROM (SELECT (SELECT count(*) > $2::bigint
FROM w1) AS "hasNextPage", (SELECT chr(2) || '0:' || encode(convert_to(w.moment::text || chr(31) || w.kind::text || chr(31) || w.id::text, 'UTF8'), 'hex')
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT 1) AS "endCursor") i) AS "pageInfo") c) AS r0
