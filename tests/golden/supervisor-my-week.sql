WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $5::uuid
AND a.epoch = $10::int
AND a.disabled_at IS NULL) AS ok), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DAY_RECORDED'::text AS kind, 'attendance'::text AS noun, t2.recorded_at AS moment, t2.id AS id
FROM attendance t2
WHERE (t2."unit_id" = $4::uuid
AND t2.state IN ('CONFIRMED', 'LOCKED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'NOTE_SIGNED'::text AS kind, 'coaching_note'::text AS noun, t3.modified_at AS moment, t3.id AS id
FROM coaching_note t3
WHERE (t3."unit_id" = $4::uuid
AND t3.state IN ('AMENDED', 'SIGNED'))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'referral'::text AS noun, t4.modified_at AS moment, t4.id AS id
FROM referral t4
WHERE (t4."unit_id" = $4::uuid)
AND (((t4."entered_by" = $5::uuid
AND t4.state IN ('DRAFT'))
OR (t4.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN'))))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'relationship'::text AS noun, t5.modified_at AS moment, t5.id AS id
FROM relationship t5
WHERE (t5."unit_id" = $4::uuid)
AND (t5.state IN ('ACTIVE', 'ENDED'))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'programme'::text AS noun, t6.modified_at AS moment, t6.id AS id
FROM programme t6
WHERE (t6."unit_id" = $4::uuid)) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'goal'::text AS noun, t7.modified_at AS moment, t7.id AS id
FROM goal t7
WHERE (t7."unit_id" = $4::uuid)) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'measure'::text AS noun, t8.modified_at AS moment, t8.id AS id
FROM measure t8
WHERE (t8."unit_id" = $4::uuid)) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'contract'::text AS noun, t9.modified_at AS moment, t9.id AS id
FROM contract t9
WHERE (t9."unit_id" = $4::uuid)) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'proposal'::text AS noun, t10.modified_at AS moment, t10.id AS id
FROM proposal t10
WHERE (t10."unit_id" = $4::uuid)) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'report'::text AS noun, t11.modified_at AS moment, t11.id AS id
FROM report t11
WHERE (t11."unit_id" = $4::uuid)) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)) w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint), q1_attendance AS MATERIALIZED (SELECT t12."id" AS "id", t12."day" AS "day", (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t12."client_id") IS TRUE) AS "may_care", t12."code" AS "code", t12."client_id" AS "client_id", t12.client_id AS "subject"
FROM attendance t12
WHERE t12.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'attendance')
AND t12."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t12."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q1_coaching_note AS MATERIALIZED (SELECT t13."id" AS "id", t13.client_id AS "subject"
FROM coaching_note t13
WHERE t13.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'coaching_note')
AND ((t13."created_by" = $5::uuid
AND t13.state IN ('DRAFT'))
OR (t13."unit_id" = $4::uuid
AND t13.state IN ('AMENDED', 'SIGNED')))
AND (SELECT ok
FROM live)), q1_referral AS MATERIALIZED (SELECT t14."id" AS "id", t14."state" AS "state", (NOT (t14.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'ACCEPTED')
AND (t14.basis <> 'CONSENT'
OR (t14.consent_given_on <= $6::date
AND t14.consent_withdrawn_on IS NULL
AND (t14.consent_valid_until IS NULL
OR t14.consent_valid_until >= $6::date))) IS NOT TRUE)
OR t14."entered_by" = $5::uuid) AS "may_name", t14."last_name" AS "last_name", coalesce(t14.client_id, t14.id) AS "subject"
FROM referral t14
WHERE t14.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'referral')
AND ((t14."entered_by" = $5::uuid
AND t14.state IN ('DRAFT'))
OR (t14."unit_id" = $4::uuid
AND t14.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')))
AND (SELECT ok
FROM live)), q1_relationship AS MATERIALIZED (SELECT t15."id" AS "id", t15.client_id AS "subject"
FROM relationship t15
WHERE t15.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'relationship')
AND t15."unit_id" = $4::uuid
AND t15.state IN ('ACTIVE', 'ENDED')
AND (SELECT ok
FROM live)), q1_programme AS MATERIALIZED (SELECT t16."id" AS "id", t16.client_id AS "subject"
FROM programme t16
WHERE t16.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'programme')
AND t16."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q1_goal AS MATERIALIZED (SELECT t17."id" AS "id", t17.client_id AS "subject"
FROM goal t17
WHERE t17.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'goal')
AND t17."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q1_measure AS MATERIALIZED (SELECT t18."id" AS "id", t18.client_id AS "subject"
FROM measure t18
WHERE t18.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'measure')
AND t18."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q1_contract AS MATERIALIZED (SELECT t19."id" AS "id", t19."state" AS "state", t19."client_id" AS "client_id", t19.client_id AS "subject"
FROM contract t19
WHERE t19.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'contract')
AND t19."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q1_proposal AS MATERIALIZED (SELECT t20."id" AS "id", coalesce(t20.client_id, t20.referral_id) AS "subject"
FROM proposal t20
WHERE t20.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'proposal')
AND t20."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q1_report AS MATERIALIZED (SELECT t21."id" AS "id", t21.client_id AS "subject"
FROM report t21
WHERE t21.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'report')
AND t21."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), w24 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'CONTRACT_ENDS'::text AS kind, 'contract'::text AS noun, coalesce(t25.ends_on, DATE '9999-01-01') AS moment, t25.id AS id
FROM contract t25
WHERE (t25."unit_id" = $4::uuid
AND t25.state IN ('ACTIVE', 'SUSPENDED'))
AND (NOT EXISTS (SELECT
FROM contract t26
WHERE t26.programme_id = t25.programme_id
AND t26.ends_on > t25.ends_on
AND (t26.state = 'DRAFT'
OR t26.state IN ('AWAITING_SIGNATURES', 'ACTIVE', 'SUSPENDED'))
AND t26."unit_id" = $4::uuid))) d
WHERE d.moment <= $6::date + 14) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'PROGRAMME_REVIEW'::text AS kind, 'programme'::text AS noun, coalesce(t27.next_review_on, (greatest(t27.starts_on, (SELECT max(t28.ends_on)
FROM report t28
WHERE t28.relationship_id = t27.relationship_id
AND t28.state IN ('HEARD', 'APPROVED', 'DELIVERED')
AND t28."unit_id" = $4::uuid)) + interval '3 months')::date) AS moment, t27.id AS id
FROM programme t27
WHERE (t27."unit_id" = $4::uuid
AND t27.state IN ('ACTIVE'))) d
WHERE d.moment <= $6::date + 14) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'NO_CONTACT'::text AS kind, 'relationship'::text AS noun, (greatest(t29.started_on, (SELECT max((t30.occurred_at AT TIME ZONE 'Europe/Helsinki')::date)
FROM coaching_note t30
WHERE t30.relationship_id = t29.id
AND t30.state IN ('SIGNED', 'AMENDED')
AND ((t30."created_by" = $5::uuid
AND t30.state IN ('DRAFT'))
OR (t30."unit_id" = $4::uuid
AND t30.state IN ('AMENDED', 'SIGNED')))), (SELECT max(t31.day)
FROM attendance t31
WHERE t31.client_id = t29.client_id
AND t31.presence = 'PRESENT'
AND t31.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND t31."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t31."client_id") IS TRUE))) + 30) AS moment, t29.id AS id
FROM relationship t29
WHERE (t29."unit_id" = $4::uuid
AND t29.state IN ('ACTIVE'))) d
WHERE d.moment <= $6::date + 0) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'SAFETY_REVIEW'::text AS kind, 'client'::text AS noun, coalesce(t32.safety_review_on, DATE '9999-01-01') AS moment, t32.id AS id
FROM client t32
WHERE (t32."unit_id" = $4::uuid
AND t32.state IN ('ACTIVE', 'PROSPECT'))
AND (t32.safety_restriction
AND t32.safety_review_on IS NOT NULL)) d
WHERE d.moment <= $6::date + 14) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'WAITLIST_ENDS'::text AS kind, 'referral'::text AS noun, coalesce(t33.waitlist_until, DATE '9999-01-01') AS moment, t33.id AS id
FROM referral t33
WHERE (t33."unit_id" = $4::uuid
AND t33.state IN ('WAITLISTED'))
AND (t33.waitlist_until IS NOT NULL)) d
WHERE d.moment <= $6::date + 14) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REFERRAL_DUE'::text AS kind, 'referral'::text AS noun, coalesce(t34.due_on, DATE '9999-01-01') AS moment, t34.id AS id
FROM referral t34
WHERE (t34."unit_id" = $4::uuid
AND t34.state IN ('INTERVIEW', 'IN_REVIEW', 'RECEIVED', 'SUBMITTED'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'MONTH_TO_CLOSE'::text AS kind, 'attendance_month'::text AS noun, (t35.month + interval '1 month')::date AS moment, t35.id AS id
FROM attendance_month t35
WHERE (t35."unit_id" = $4::uuid
AND t35.state IN ('CONFIRMED', 'OPEN', 'REOPENED'))) d
WHERE d.moment <= $6::date + 0) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ABSENCE_REPORT_DUE'::text AS kind, 'absence_report'::text AS noun, coalesce(t36.due_on, DATE '9999-01-01') AS moment, t36.id AS id
FROM absence_report t36
WHERE (t36."unit_id" = $4::uuid
AND t36.state IN ('DRAFT', 'READY'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t36."client_id") IS TRUE))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REASON_OVERDUE'::text AS kind, 'attendance'::text AS noun, (SELECT s.day::date
FROM generate_series(t37.day + 1, t37.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($8::date[])
ORDER BY s.day LIMIT 1 OFFSET 2) AS moment, t37.id AS id
FROM attendance t37
WHERE (t37."unit_id" = $4::uuid
AND t37.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t37."client_id") IS TRUE))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t37."client_id") IS TRUE))
AND (EXISTS (SELECT
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t37.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'is_pending'
AND f.value ->> 'text' = 'yes')
AND (SELECT s.day::date
FROM generate_series(t37.day + 1, t37.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($8::date[])
ORDER BY s.day LIMIT 1 OFFSET 2) < $6::date)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CERTIFICATE_MISSING'::text AS kind, 'attendance'::text AS noun, t38.day AS moment, t38.id AS id
FROM attendance t38
WHERE (t38."unit_id" = $4::uuid
AND t38.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t38."client_id") IS TRUE))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t38."client_id") IS TRUE))
AND (NOT EXISTS (SELECT
FROM attendance t40
WHERE t40.client_id = t38.client_id
AND t40.day <= t38.day
AND t40.certificate_seen_until >= t38.day
AND t40."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t40."client_id") IS TRUE)
AND t40."unit_id" = $4::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t40."client_id") IS TRUE))
AND EXISTS (SELECT
FROM (SELECT m.most
FROM (SELECT max((f.value ->> 'text')::int) AS most
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t38.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'needs_certificate_after_days') m
WHERE m.most IS NOT NULL) m
CROSS
JOIN LATERAL (SELECT m.most, count(*) FILTER (WHERE p.code = t38.code
AND p.place <= m.most) AS alike, count(*) FILTER (WHERE p.code = t38.code) AS longer, max(p.day) AS day_before
FROM (SELECT t41.code, t41.day, row_number() OVER (ORDER BY t41.day DESC, t41.id DESC) AS place
FROM attendance t41
WHERE t41.client_id = t38.client_id
AND t41.day < t38.day
AND t41.presence IS NOT NULL
AND t41.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t41.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND t41."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t41."client_id") IS TRUE)
AND t41."unit_id" = $4::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t41."client_id") IS TRUE)
ORDER BY t41.day DESC, t41.id DESC LIMIT m.most + 1) p) run
WHERE run.alike = run.most
AND (run.longer = run.most
OR EXISTS (SELECT
FROM attendance t39
WHERE t39.client_id = t38.client_id
AND t39.day <= run.day_before
AND t39.certificate_seen_until >= run.day_before
AND t39."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t39."client_id") IS TRUE)
AND t39."unit_id" = $4::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t39."client_id") IS TRUE)))))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ABSENCE_TOO_LONG'::text AS kind, 'attendance'::text AS noun, t42.day AS moment, t42.id AS id
FROM attendance t42
WHERE (t42."unit_id" = $4::uuid
AND t42.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t42."client_id") IS TRUE))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t42."client_id") IS TRUE))
AND (EXISTS (SELECT
FROM (SELECT m.most
FROM (SELECT max((f.value ->> 'text')::int) AS most
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t42.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'longest_days') m
WHERE m.most IS NOT NULL) m
CROSS
JOIN LATERAL (SELECT m.most, count(*) FILTER (WHERE p.code = t42.code
AND p.place <= m.most) AS alike, count(*) FILTER (WHERE p.code = t42.code) AS longer, max(p.day) AS day_before
FROM (SELECT t43.code, t43.day, row_number() OVER (ORDER BY t43.day DESC, t43.id DESC) AS place
FROM attendance t43
WHERE t43.client_id = t42.client_id
AND t43.day < t42.day
AND t43.presence IS NOT NULL
AND t43.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t43.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND t43."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t43."client_id") IS TRUE)
AND t43."unit_id" = $4::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t43."client_id") IS TRUE)
ORDER BY t43.day DESC, t43.id DESC LIMIT m.most + 1) p) run
WHERE run.alike = run.most
AND run.longer = run.most))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REFERRAL_TO_START'::text AS kind, 'referral'::text AS noun, coalesce(t44.wanted_start_on, DATE '9999-01-01') AS moment, t44.id AS id
FROM referral t44
WHERE (t44."unit_id" = $4::uuid
AND t44.state IN ('ACCEPTED'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_EXPLAIN'::text AS kind, 'proposal'::text AS noun, DATE '9999-01-01' AS moment, t45.id AS id
FROM proposal t45
WHERE (t45."unit_id" = $4::uuid
AND t45.state IN ('ASKED'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_CARRY_OUT'::text AS kind, 'proposal'::text AS noun, coalesce(t46.starts_on, DATE '9999-01-01') AS moment, t46.id AS id
FROM proposal t46
WHERE (t46."unit_id" = $4::uuid
AND t46.state IN ('ACCEPTED'))
AND (t46.carried_out_on IS NULL)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_APPROVE'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t47.id AS id
FROM report t47
WHERE (t47."unit_id" = $4::uuid
AND t47.state IN ('HEARD'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_DELIVER'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t48.id AS id
FROM report t48
WHERE (t48."unit_id" = $4::uuid
AND t48.state IN ('APPROVED'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONTRACT_TO_SIGN'::text AS kind, 'contract'::text AS noun, coalesce(t49.starts_on, DATE '9999-01-01') AS moment, t49.id AS id
FROM contract t49
WHERE (t49."unit_id" = $4::uuid
AND t49.state IN ('AWAITING_SIGNATURES'))
AND (NOT t49.signatures @> '[{"party": "ARRANGER"}]'::jsonb)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1), v24 AS MATERIALIZED (SELECT *
FROM w24 w
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint), q24_contract AS MATERIALIZED (SELECT t50."id" AS "id", t50.client_id AS "subject"
FROM contract t50
WHERE t50.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'contract')
AND t50."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q24_programme AS MATERIALIZED (SELECT t51."id" AS "id", t51.client_id AS "subject"
FROM programme t51
WHERE t51.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'programme')
AND t51."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q24_relationship AS MATERIALIZED (SELECT t52."id" AS "id", t52.client_id AS "subject"
FROM relationship t52
WHERE t52.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'relationship')
AND t52."unit_id" = $4::uuid
AND t52.state IN ('ACTIVE', 'ENDED')
AND (SELECT ok
FROM live)), q24_client AS MATERIALIZED (SELECT t53."id" AS "id", t53.id AS "subject"
FROM client t53
WHERE t53.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'client')
AND t53."unit_id" = $4::uuid
AND t53.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND (SELECT ok
FROM live)), q24_referral AS MATERIALIZED (SELECT t54."id" AS "id", coalesce(t54.client_id, t54.id) AS "subject"
FROM referral t54
WHERE t54.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'referral')
AND ((t54."entered_by" = $5::uuid
AND t54.state IN ('DRAFT'))
OR (t54."unit_id" = $4::uuid
AND t54.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')))
AND (SELECT ok
FROM live)), q24_attendance_month AS MATERIALIZED (SELECT t56."id" AS "id"
FROM attendance_month t56
WHERE t56.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'attendance_month')
AND t56."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q24_absence_report AS MATERIALIZED (SELECT t57."id" AS "id", t57.client_id AS "subject"
FROM absence_report t57
WHERE t57.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'absence_report')
AND t57."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t57."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q24_attendance AS MATERIALIZED (SELECT t58."id" AS "id", t58.client_id AS "subject"
FROM attendance t58
WHERE t58.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'attendance')
AND t58."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t58."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q24_proposal AS MATERIALIZED (SELECT t62."id" AS "id", coalesce(t62.client_id, t62.referral_id) AS "subject"
FROM proposal t62
WHERE t62.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'proposal')
AND t62."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q24_report AS MATERIALIZED (SELECT t64."id" AS "id", t64.client_id AS "subject"
FROM report t64
WHERE t64.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'report')
AND t64."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), w67 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'CONTRACT_ENDS'::text AS kind, 'contract'::text AS noun, coalesce(t68.ends_on, DATE '9999-01-01') AS moment, t68.id AS id
FROM contract t68
WHERE (t68."unit_id" = $4::uuid
AND t68.state IN ('ACTIVE', 'SUSPENDED'))
AND (NOT EXISTS (SELECT
FROM contract t69
WHERE t69.programme_id = t68.programme_id
AND t69.ends_on > t68.ends_on
AND (t69.state = 'DRAFT'
OR t69.state IN ('AWAITING_SIGNATURES', 'ACTIVE', 'SUSPENDED'))
AND t69."unit_id" = $4::uuid))) d
WHERE d.moment <= $6::date + 14) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'PROGRAMME_REVIEW'::text AS kind, 'programme'::text AS noun, coalesce(t70.next_review_on, (greatest(t70.starts_on, (SELECT max(t71.ends_on)
FROM report t71
WHERE t71.relationship_id = t70.relationship_id
AND t71.state IN ('HEARD', 'APPROVED', 'DELIVERED')
AND t71."unit_id" = $4::uuid)) + interval '3 months')::date) AS moment, t70.id AS id
FROM programme t70
WHERE (t70."unit_id" = $4::uuid
AND t70.state IN ('ACTIVE'))) d
WHERE d.moment <= $6::date + 14) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'NO_CONTACT'::text AS kind, 'relationship'::text AS noun, (greatest(t72.started_on, (SELECT max((t73.occurred_at AT TIME ZONE 'Europe/Helsinki')::date)
FROM coaching_note t73
WHERE t73.relationship_id = t72.id
AND t73.state IN ('SIGNED', 'AMENDED')
AND ((t73."created_by" = $5::uuid
AND t73.state IN ('DRAFT'))
OR (t73."unit_id" = $4::uuid
AND t73.state IN ('AMENDED', 'SIGNED')))), (SELECT max(t74.day)
FROM attendance t74
WHERE t74.client_id = t72.client_id
AND t74.presence = 'PRESENT'
AND t74.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND t74."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t74."client_id") IS TRUE))) + 30) AS moment, t72.id AS id
FROM relationship t72
WHERE (t72."unit_id" = $4::uuid
AND t72.state IN ('ACTIVE'))) d
WHERE d.moment <= $6::date + 0) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'SAFETY_REVIEW'::text AS kind, 'client'::text AS noun, coalesce(t75.safety_review_on, DATE '9999-01-01') AS moment, t75.id AS id
FROM client t75
WHERE (t75."unit_id" = $4::uuid
AND t75.state IN ('ACTIVE', 'PROSPECT'))
AND (t75.safety_restriction
AND t75.safety_review_on IS NOT NULL)) d
WHERE d.moment <= $6::date + 14) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'WAITLIST_ENDS'::text AS kind, 'referral'::text AS noun, coalesce(t76.waitlist_until, DATE '9999-01-01') AS moment, t76.id AS id
FROM referral t76
WHERE (t76."unit_id" = $4::uuid
AND t76.state IN ('WAITLISTED'))
AND (t76.waitlist_until IS NOT NULL)) d
WHERE d.moment <= $6::date + 14) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REFERRAL_DUE'::text AS kind, 'referral'::text AS noun, coalesce(t77.due_on, DATE '9999-01-01') AS moment, t77.id AS id
FROM referral t77
WHERE (t77."unit_id" = $4::uuid
AND t77.state IN ('INTERVIEW', 'IN_REVIEW', 'RECEIVED', 'SUBMITTED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'MONTH_TO_CLOSE'::text AS kind, 'attendance_month'::text AS noun, (t78.month + interval '1 month')::date AS moment, t78.id AS id
FROM attendance_month t78
WHERE (t78."unit_id" = $4::uuid
AND t78.state IN ('CONFIRMED', 'OPEN', 'REOPENED'))) d
WHERE d.moment <= $6::date + 0) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ABSENCE_REPORT_DUE'::text AS kind, 'absence_report'::text AS noun, coalesce(t79.due_on, DATE '9999-01-01') AS moment, t79.id AS id
FROM absence_report t79
WHERE (t79."unit_id" = $4::uuid
AND t79.state IN ('DRAFT', 'READY'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t79."client_id") IS TRUE))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REASON_OVERDUE'::text AS kind, 'attendance'::text AS noun, (SELECT s.day::date
FROM generate_series(t80.day + 1, t80.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($8::date[])
ORDER BY s.day LIMIT 1 OFFSET 2) AS moment, t80.id AS id
FROM attendance t80
WHERE (t80."unit_id" = $4::uuid
AND t80.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t80."client_id") IS TRUE))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t80."client_id") IS TRUE))
AND (EXISTS (SELECT
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t80.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'is_pending'
AND f.value ->> 'text' = 'yes')
AND (SELECT s.day::date
FROM generate_series(t80.day + 1, t80.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($8::date[])
ORDER BY s.day LIMIT 1 OFFSET 2) < $6::date)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CERTIFICATE_MISSING'::text AS kind, 'attendance'::text AS noun, t81.day AS moment, t81.id AS id
FROM attendance t81
WHERE (t81."unit_id" = $4::uuid
AND t81.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t81."client_id") IS TRUE))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t81."client_id") IS TRUE))
AND (NOT EXISTS (SELECT
FROM attendance t83
WHERE t83.client_id = t81.client_id
AND t83.day <= t81.day
AND t83.certificate_seen_until >= t81.day
AND t83."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t83."client_id") IS TRUE)
AND t83."unit_id" = $4::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t83."client_id") IS TRUE))
AND EXISTS (SELECT
FROM (SELECT m.most
FROM (SELECT max((f.value ->> 'text')::int) AS most
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t81.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'needs_certificate_after_days') m
WHERE m.most IS NOT NULL) m
CROSS
JOIN LATERAL (SELECT m.most, count(*) FILTER (WHERE p.code = t81.code
AND p.place <= m.most) AS alike, count(*) FILTER (WHERE p.code = t81.code) AS longer, max(p.day) AS day_before
FROM (SELECT t84.code, t84.day, row_number() OVER (ORDER BY t84.day DESC, t84.id DESC) AS place
FROM attendance t84
WHERE t84.client_id = t81.client_id
AND t84.day < t81.day
AND t84.presence IS NOT NULL
AND t84.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t84.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND t84."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t84."client_id") IS TRUE)
AND t84."unit_id" = $4::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t84."client_id") IS TRUE)
ORDER BY t84.day DESC, t84.id DESC LIMIT m.most + 1) p) run
WHERE run.alike = run.most
AND (run.longer = run.most
OR EXISTS (SELECT
FROM attendance t82
WHERE t82.client_id = t81.client_id
AND t82.day <= run.day_before
AND t82.certificate_seen_until >= run.day_before
AND t82."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t82."client_id") IS TRUE)
AND t82."unit_id" = $4::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t82."client_id") IS TRUE)))))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ABSENCE_TOO_LONG'::text AS kind, 'attendance'::text AS noun, t85.day AS moment, t85.id AS id
FROM attendance t85
WHERE (t85."unit_id" = $4::uuid
AND t85.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t85."client_id") IS TRUE))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t85."client_id") IS TRUE))
AND (EXISTS (SELECT
FROM (SELECT m.most
FROM (SELECT max((f.value ->> 'text')::int) AS most
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t85.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'longest_days') m
WHERE m.most IS NOT NULL) m
CROSS
JOIN LATERAL (SELECT m.most, count(*) FILTER (WHERE p.code = t85.code
AND p.place <= m.most) AS alike, count(*) FILTER (WHERE p.code = t85.code) AS longer, max(p.day) AS day_before
FROM (SELECT t86.code, t86.day, row_number() OVER (ORDER BY t86.day DESC, t86.id DESC) AS place
FROM attendance t86
WHERE t86.client_id = t85.client_id
AND t86.day < t85.day
AND t86.presence IS NOT NULL
AND t86.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t86.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND t86."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t86."client_id") IS TRUE)
AND t86."unit_id" = $4::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t86."client_id") IS TRUE)
ORDER BY t86.day DESC, t86.id DESC LIMIT m.most + 1) p) run
WHERE run.alike = run.most
AND run.longer = run.most))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REFERRAL_TO_START'::text AS kind, 'referral'::text AS noun, coalesce(t87.wanted_start_on, DATE '9999-01-01') AS moment, t87.id AS id
FROM referral t87
WHERE (t87."unit_id" = $4::uuid
AND t87.state IN ('ACCEPTED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_EXPLAIN'::text AS kind, 'proposal'::text AS noun, DATE '9999-01-01' AS moment, t88.id AS id
FROM proposal t88
WHERE (t88."unit_id" = $4::uuid
AND t88.state IN ('ASKED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_CARRY_OUT'::text AS kind, 'proposal'::text AS noun, coalesce(t89.starts_on, DATE '9999-01-01') AS moment, t89.id AS id
FROM proposal t89
WHERE (t89."unit_id" = $4::uuid
AND t89.state IN ('ACCEPTED'))
AND (t89.carried_out_on IS NULL)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_APPROVE'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t90.id AS id
FROM report t90
WHERE (t90."unit_id" = $4::uuid
AND t90.state IN ('HEARD'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_DELIVER'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t91.id AS id
FROM report t91
WHERE (t91."unit_id" = $4::uuid
AND t91.state IN ('APPROVED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONTRACT_TO_SIGN'::text AS kind, 'contract'::text AS noun, coalesce(t92.starts_on, DATE '9999-01-01') AS moment, t92.id AS id
FROM contract t92
WHERE (t92."unit_id" = $4::uuid
AND t92.state IN ('AWAITING_SIGNATURES'))
AND (NOT t92.signatures @> '[{"party": "ARRANGER"}]'::jsonb)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint + 1), v67 AS MATERIALIZED (SELECT *
FROM w67 w
ORDER BY w.moment, w.kind, w.id LIMIT $9::bigint), q67_contract AS MATERIALIZED (SELECT t93."id" AS "id", t93.client_id AS "subject"
FROM contract t93
WHERE t93.id IN (SELECT v.id
FROM v67 v
WHERE v.noun = 'contract')
AND t93."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q67_programme AS MATERIALIZED (SELECT t94."id" AS "id", t94.client_id AS "subject"
FROM programme t94
WHERE t94.id IN (SELECT v.id
FROM v67 v
WHERE v.noun = 'programme')
AND t94."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q67_relationship AS MATERIALIZED (SELECT t95."id" AS "id", t95.client_id AS "subject"
FROM relationship t95
WHERE t95.id IN (SELECT v.id
FROM v67 v
WHERE v.noun = 'relationship')
AND t95."unit_id" = $4::uuid
AND t95.state IN ('ACTIVE', 'ENDED')
AND (SELECT ok
FROM live)), q67_client AS MATERIALIZED (SELECT t96."id" AS "id", t96.id AS "subject"
FROM client t96
WHERE t96.id IN (SELECT v.id
FROM v67 v
WHERE v.noun = 'client')
AND t96."unit_id" = $4::uuid
AND t96.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND (SELECT ok
FROM live)), q67_referral AS MATERIALIZED (SELECT t97."id" AS "id", coalesce(t97.client_id, t97.id) AS "subject"
FROM referral t97
WHERE t97.id IN (SELECT v.id
FROM v67 v
WHERE v.noun = 'referral')
AND ((t97."entered_by" = $5::uuid
AND t97.state IN ('DRAFT'))
OR (t97."unit_id" = $4::uuid
AND t97.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')))
AND (SELECT ok
FROM live)), q67_attendance_month AS MATERIALIZED (SELECT t99."id" AS "id"
FROM attendance_month t99
WHERE t99.id IN (SELECT v.id
FROM v67 v
WHERE v.noun = 'attendance_month')
AND t99."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q67_absence_report AS MATERIALIZED (SELECT t100."id" AS "id", t100.client_id AS "subject"
FROM absence_report t100
WHERE t100.id IN (SELECT v.id
FROM v67 v
WHERE v.noun = 'absence_report')
AND t100."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t100."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q67_attendance AS MATERIALIZED (SELECT t101."id" AS "id", t101.client_id AS "subject"
FROM attendance t101
WHERE t101.id IN (SELECT v.id
FROM v67 v
WHERE v.noun = 'attendance')
AND t101."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t101."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q67_proposal AS MATERIALIZED (SELECT t105."id" AS "id", coalesce(t105.client_id, t105.referral_id) AS "subject"
FROM proposal t105
WHERE t105.id IN (SELECT v.id
FROM v67 v
WHERE v.noun = 'proposal')
AND t105."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q67_report AS MATERIALIZED (SELECT t107."id" AS "id", t107.client_id AS "subject"
FROM report t107
WHERE t107.id IN (SELECT v.id
FROM v67 v
WHERE v.noun = 'report')
AND t107."unit_id" = $4::uuid
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $11::timestamptz, $12::uuid, $13::text, $14::text, $15::text, '{AbsenceReport.dueOn:filter,AbsenceReport.id,AbsenceReport.state:filter,Attendance.certificateSeenUntil:filter,Attendance.client,Attendance.code,Attendance.code:filter,Attendance.day,Attendance.day:filter,Attendance.id,Attendance.presence:filter,Attendance.recordedAt:filter,Attendance.state:filter,Client.callName,Client.id,Client.lastName,Client.safetyRestriction:filter,Client.safetyReviewOn:filter,Client.state:filter,CoachingNote.id,CoachingNote.modifiedAt:filter,CoachingNote.occurredAt:filter,CoachingNote.state:filter,Contract.client,Contract.endsOn:filter,Contract.id,Contract.modifiedAt:filter,Contract.startsOn:filter,Contract.state,Contract.state:filter,Goal.id,Goal.modifiedAt:filter,Goal.state:filter,Measure.id,Measure.modifiedAt:filter,Measure.state:filter,Programme.id,Programme.modifiedAt:filter,Programme.nextReviewOn:filter,Programme.startsOn:filter,Programme.state:filter,Proposal.carriedOutOn:filter,Proposal.id,Proposal.modifiedAt:filter,Proposal.startsOn:filter,Proposal.state:filter,Referral.dueOn:filter,Referral.id,Referral.lastName,Referral.modifiedAt:filter,Referral.state,Referral.state:filter,Referral.waitlistUntil:filter,Referral.wantedStartOn:filter,Relationship.id,Relationship.modifiedAt:filter,Relationship.startedOn:filter,Relationship.state:filter,Report.endsOn:filter,Report.id,Report.modifiedAt:filter,Report.state:filter}'::text[], $16::uuid[], $17::text, $18::uuid, $19::text, $20::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_attendance)
UNION (SELECT subject
FROM q1_coaching_note)
UNION (SELECT subject
FROM q1_referral)
UNION (SELECT subject
FROM q1_relationship)
UNION (SELECT subject
FROM q1_programme)
UNION (SELECT subject
FROM q1_goal)
UNION (SELECT subject
FROM q1_measure)
UNION (SELECT subject
FROM q1_contract)
UNION (SELECT subject
FROM q1_proposal)
UNION (SELECT subject
FROM q1_report)
UNION (SELECT subject
FROM q24_contract)
UNION (SELECT subject
FROM q24_programme)
UNION (SELECT subject
FROM q24_relationship)
UNION (SELECT subject
FROM q24_client)
UNION (SELECT subject
FROM q24_referral)
UNION (SELECT subject
FROM q24_absence_report)
UNION (SELECT subject
FROM q24_attendance)
UNION (SELECT subject
FROM q24_proposal)
UNION (SELECT subject
FROM q24_report)
UNION (SELECT subject
FROM q67_contract)
UNION (SELECT subject
FROM q67_programme)
UNION (SELECT subject
FROM q67_relationship)
UNION (SELECT subject
FROM q67_client)
UNION (SELECT subject
FROM q67_referral)
UNION (SELECT subject
FROM q67_absence_report)
UNION (SELECT subject
FROM q67_attendance)
UNION (SELECT subject
FROM q67_proposal)
UNION (SELECT subject
FROM q67_report)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(s)
FROM (SELECT $1::date AS "from", $2::date AS "before", (SELECT row_to_json(c)
FROM (SELECT (SELECT coalesce(json_agg(r), '[]')
FROM (SELECT w.kind AS "kind", w.moment AS "at", CASE w.noun WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'attendance_' || encode(uuid_send(p12."id"), 'hex') AS "id", p12."day" AS "day", CASE WHEN p12.may_care THEN p12."code" END AS "code", (SELECT row_to_json(r)
FROM (SELECT p22."call_name" AS "callName", p22."last_name" AS "lastName"
FROM (SELECT t22."call_name" AS "call_name", t22."last_name" AS "last_name"
FROM client t22
WHERE t22.id = p12."client_id"
AND t22."unit_id" = $4::uuid
AND t22.state IN ('ACTIVE', 'ENDED', 'PROSPECT')) p22) r) AS "client") r)
FROM q1_attendance p12
WHERE p12."id" = w.id) WHEN 'coaching_note' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'coaching_note_' || encode(uuid_send(p13."id"), 'hex') AS "id") r)
FROM q1_coaching_note p13
WHERE p13."id" = w.id) WHEN 'referral' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'referral_' || encode(uuid_send(p14."id"), 'hex') AS "id", p14."state" AS "state", CASE WHEN p14.may_name THEN p14."last_name" END AS "lastName") r)
FROM q1_referral p14
WHERE p14."id" = w.id) WHEN 'relationship' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'relationship_' || encode(uuid_send(p15."id"), 'hex') AS "id") r)
FROM q1_relationship p15
WHERE p15."id" = w.id) WHEN 'programme' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'programme_' || encode(uuid_send(p16."id"), 'hex') AS "id") r)
FROM q1_programme p16
WHERE p16."id" = w.id) WHEN 'goal' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'goal_' || encode(uuid_send(p17."id"), 'hex') AS "id") r)
FROM q1_goal p17
WHERE p17."id" = w.id) WHEN 'measure' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'measure_' || encode(uuid_send(p18."id"), 'hex') AS "id") r)
FROM q1_measure p18
WHERE p18."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'contract_' || encode(uuid_send(p19."id"), 'hex') AS "id", p19."state" AS "contractState", (SELECT row_to_json(r)
FROM (SELECT p23."call_name" AS "callName", p23."last_name" AS "lastName"
FROM (SELECT t23."call_name" AS "call_name", t23."last_name" AS "last_name"
FROM client t23
WHERE t23.id = p19."client_id"
AND t23."unit_id" = $4::uuid
AND t23.state IN ('ACTIVE', 'ENDED', 'PROSPECT')) p23) r) AS "client") r)
FROM q1_contract p19
WHERE p19."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'proposal_' || encode(uuid_send(p20."id"), 'hex') AS "id") r)
FROM q1_proposal p20
WHERE p20."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'report_' || encode(uuid_send(p21."id"), 'hex') AS "id") r)
FROM q1_report p21
WHERE p21."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC) r) AS "nodes") c) AS "happened", (SELECT row_to_json(c)
FROM (SELECT (SELECT coalesce(json_agg(r), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'contract' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'contract_' || encode(uuid_send(p50."id"), 'hex') AS "id") r)
FROM q24_contract p50
WHERE p50."id" = w.id) WHEN 'programme' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'programme_' || encode(uuid_send(p51."id"), 'hex') AS "id") r)
FROM q24_programme p51
WHERE p51."id" = w.id) WHEN 'relationship' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'relationship_' || encode(uuid_send(p52."id"), 'hex') AS "id") r)
FROM q24_relationship p52
WHERE p52."id" = w.id) WHEN 'client' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'client_' || encode(uuid_send(p53."id"), 'hex') AS "id") r)
FROM q24_client p53
WHERE p53."id" = w.id) WHEN 'referral' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'referral_' || encode(uuid_send(p54."id"), 'hex') AS "id") r)
FROM q24_referral p54
WHERE p54."id" = w.id) WHEN 'attendance_month' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'attendance_month_' || encode(uuid_send(p56."id"), 'hex') AS "id") r)
FROM q24_attendance_month p56
WHERE p56."id" = w.id) WHEN 'absence_report' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'absence_report_' || encode(uuid_send(p57."id"), 'hex') AS "id") r)
FROM q24_absence_report p57
WHERE p57."id" = w.id) WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'attendance_' || encode(uuid_send(p58."id"), 'hex') AS "id") r)
FROM q24_attendance p58
WHERE p58."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'proposal_' || encode(uuid_send(p62."id"), 'hex') AS "id") r)
FROM q24_proposal p62
WHERE p62."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'report_' || encode(uuid_send(p64."id"), 'hex') AS "id") r)
FROM q24_report p64
WHERE p64."id" = w.id) END AS "object"
FROM v24 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "due", (SELECT row_to_json(c)
FROM (SELECT (SELECT coalesce(json_agg(r), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'contract' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'contract_' || encode(uuid_send(p93."id"), 'hex') AS "id") r)
FROM q67_contract p93
WHERE p93."id" = w.id) WHEN 'programme' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'programme_' || encode(uuid_send(p94."id"), 'hex') AS "id") r)
FROM q67_programme p94
WHERE p94."id" = w.id) WHEN 'relationship' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'relationship_' || encode(uuid_send(p95."id"), 'hex') AS "id") r)
FROM q67_relationship p95
WHERE p95."id" = w.id) WHEN 'client' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'client_' || encode(uuid_send(p96."id"), 'hex') AS "id") r)
FROM q67_client p96
WHERE p96."id" = w.id) WHEN 'referral' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'referral_' || encode(uuid_send(p97."id"), 'hex') AS "id") r)
FROM q67_referral p97
WHERE p97."id" = w.id) WHEN 'attendance_month' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'attendance_month_' || encode(uuid_send(p99."id"), 'hex') AS "id") r)
FROM q67_attendance_month p99
WHERE p99."id" = w.id) WHEN 'absence_report' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'absence_report_' || encode(uuid_send(p100."id"), 'hex') AS "id") r)
FROM q67_absence_report p100
WHERE p100."id" = w.id) WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'attendance_' || encode(uuid_send(p101."id"), 'hex') AS "id") r)
FROM q67_attendance p101
WHERE p101."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'proposal_' || encode(uuid_send(p105."id"), 'hex') AS "id") r)
FROM q67_proposal p105
WHERE p105."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'report_' || encode(uuid_send(p107."id"), 'hex') AS "id") r)
FROM q67_report p107
WHERE p107."id" = w.id) END AS "object"
FROM v67 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "waiting") s) AS r0
