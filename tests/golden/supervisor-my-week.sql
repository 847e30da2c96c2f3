WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $5::uuid
AND a.epoch = $11::int
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
FROM (SELECT *
FROM (SELECT 'ABSENCE_UNREPORTED'::text AS kind, 'contract'::text AS noun, (SELECT s.day::date
FROM (SELECT (SELECT min(t47.day) + 14
FROM attendance t47
WHERE t47.contract_id = t44.id
AND t47.day > $6::date - 92
AND t47.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t47.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND EXISTS (SELECT
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t47.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'reported'
AND f.value ->> 'text' = 'YES')
AND t47.day <@ ANY (SELECT daterange(t45.starts_on, t45.ends_on, '[]')
FROM benefit_payer t45
WHERE t45.client_id = t44.client_id
AND t45.state = 'VALID'
AND t45."unit_id" = $4::uuid)
AND NOT (t47.day, t47.code) IN (SELECT t46.day, t46.code
FROM reported_absence t46
WHERE t46.contract_id = t44.id
AND t46.code IS NOT NULL
AND NOT EXISTS (SELECT
FROM reported_absence n
WHERE n.corrects_id = t46.id)
AND t46."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t46."client_id") IS TRUE)
AND t46."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t46."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t46."client_id") IS TRUE))
AND t47."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t47."client_id") IS TRUE)
AND t47."unit_id" = $4::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t47."client_id") IS TRUE)) AS day) e
CROSS
JOIN LATERAL generate_series(e.day, e.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($8::date[])
ORDER BY s.day LIMIT 1) AS moment, t44.id AS id
FROM contract t44
WHERE (t44."unit_id" = $4::uuid
AND t44.state IN ('ACTIVE', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED'))) d
WHERE d.moment <= $6::date + 7) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REFERRAL_TO_START'::text AS kind, 'referral'::text AS noun, coalesce(t48.wanted_start_on, DATE '9999-01-01') AS moment, t48.id AS id
FROM referral t48
WHERE (t48."unit_id" = $4::uuid
AND t48.state IN ('ACCEPTED'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_EXPLAIN'::text AS kind, 'proposal'::text AS noun, DATE '9999-01-01' AS moment, t49.id AS id
FROM proposal t49
WHERE (t49."unit_id" = $4::uuid
AND t49.state IN ('ASKED'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_CARRY_OUT'::text AS kind, 'proposal'::text AS noun, coalesce(t50.starts_on, DATE '9999-01-01') AS moment, t50.id AS id
FROM proposal t50
WHERE (t50."unit_id" = $4::uuid
AND t50.state IN ('ACCEPTED'))
AND (t50.carried_out_on IS NULL)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_APPROVE'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t51.id AS id
FROM report t51
WHERE (t51."unit_id" = $4::uuid
AND t51.state IN ('HEARD'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_DELIVER'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t52.id AS id
FROM report t52
WHERE (t52."unit_id" = $4::uuid
AND t52.state IN ('APPROVED'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONTRACT_TO_SIGN'::text AS kind, 'contract'::text AS noun, coalesce(t53.starts_on, DATE '9999-01-01') AS moment, t53.id AS id
FROM contract t53
WHERE (t53."unit_id" = $4::uuid
AND t53.state IN ('AWAITING_SIGNATURES'))
AND (NOT t53.signatures @> '[{"party": "ARRANGER"}]'::jsonb)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ANOMALY_TO_EXPLAIN'::text AS kind, 'anomaly'::text AS noun, DATE '9999-01-01' AS moment, t54.id AS id
FROM anomaly t54
WHERE (t54."unit_id" = $4::uuid
AND t54.state IN ('OPEN'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t54.account_id
AND (a.id = $5::uuid
OR a.staff_id = $9::uuid))
AND (t54.staff_member_id = $9::uuid) IS NOT TRUE)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'EMERGENCY_ACCESS_TO_REVIEW'::text AS kind, 'emergency_access'::text AS noun, DATE '9999-01-01' AS moment, t55.id AS id
FROM emergency_access t55
WHERE (t55."unit_id" = $4::uuid
AND t55.state IN ('ENDED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t55.created_by
AND (a.id = $5::uuid
OR a.staff_id = $9::uuid))
AND NOT EXISTS (SELECT
FROM account a
WHERE a.id = t55.account_id
AND (a.id = $5::uuid
OR a.staff_id = $9::uuid))
AND (t55.staff_member_id = $9::uuid) IS NOT TRUE)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'SUPPORT_ACCESS_TO_REVIEW'::text AS kind, 'support_access'::text AS noun, DATE '9999-01-01' AS moment, t56.id AS id
FROM support_access t56
WHERE (t56."whole_unit_id" = $4::uuid
AND t56.state IN ('ENDED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t56.created_by
AND (a.id = $5::uuid
OR a.staff_id = $9::uuid))
AND (t56.staff_member_id = $9::uuid) IS NOT TRUE)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPRESENTATION_TO_CONFIRM'::text AS kind, 'representation'::text AS noun, DATE '9999-01-01' AS moment, t57.id AS id
FROM representation t57
WHERE (t57."unit_id" = $4::uuid
AND t57.state IN ('DRAFT'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1), v24 AS MATERIALIZED (SELECT *
FROM w24 w
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint), q24_contract AS MATERIALIZED (SELECT t58."id" AS "id", t58.client_id AS "subject"
FROM contract t58
WHERE t58.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'contract')
AND t58."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q24_programme AS MATERIALIZED (SELECT t59."id" AS "id", t59.client_id AS "subject"
FROM programme t59
WHERE t59.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'programme')
AND t59."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q24_relationship AS MATERIALIZED (SELECT t60."id" AS "id", t60.client_id AS "subject"
FROM relationship t60
WHERE t60.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'relationship')
AND t60."unit_id" = $4::uuid
AND t60.state IN ('ACTIVE', 'ENDED')
AND (SELECT ok
FROM live)), q24_client AS MATERIALIZED (SELECT t61."id" AS "id", t61.id AS "subject"
FROM client t61
WHERE t61.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'client')
AND t61."unit_id" = $4::uuid
AND t61.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND (SELECT ok
FROM live)), q24_referral AS MATERIALIZED (SELECT t62."id" AS "id", coalesce(t62.client_id, t62.id) AS "subject"
FROM referral t62
WHERE t62.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'referral')
AND ((t62."entered_by" = $5::uuid
AND t62.state IN ('DRAFT'))
OR (t62."unit_id" = $4::uuid
AND t62.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')))
AND (SELECT ok
FROM live)), q24_attendance_month AS MATERIALIZED (SELECT t64."id" AS "id"
FROM attendance_month t64
WHERE t64.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'attendance_month')
AND t64."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q24_absence_report AS MATERIALIZED (SELECT t65."id" AS "id", t65.client_id AS "subject"
FROM absence_report t65
WHERE t65.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'absence_report')
AND t65."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t65."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q24_attendance AS MATERIALIZED (SELECT t66."id" AS "id", t66.client_id AS "subject"
FROM attendance t66
WHERE t66.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'attendance')
AND t66."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t66."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q24_proposal AS MATERIALIZED (SELECT t71."id" AS "id", coalesce(t71.client_id, t71.referral_id) AS "subject"
FROM proposal t71
WHERE t71.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'proposal')
AND t71."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q24_report AS MATERIALIZED (SELECT t73."id" AS "id", t73.client_id AS "subject"
FROM report t73
WHERE t73.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'report')
AND t73."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q24_anomaly AS MATERIALIZED (SELECT t76."id" AS "id"
FROM anomaly t76
WHERE t76.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'anomaly')
AND t76."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q24_emergency_access AS MATERIALIZED (SELECT t77."id" AS "id", t77.client_id AS "subject"
FROM emergency_access t77
WHERE t77.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'emergency_access')
AND ((t77."account_id" = $5::uuid)
OR (t77."unit_id" = $4::uuid))
AND (SELECT ok
FROM live)), q24_support_access AS MATERIALIZED (SELECT t78."id" AS "id", t78.client_id AS "subject"
FROM support_access t78
WHERE t78.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'support_access')
AND t78."whole_unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q24_representation AS MATERIALIZED (SELECT t79."id" AS "id", t79.client_id AS "subject"
FROM representation t79
WHERE t79.id IN (SELECT v.id
FROM v24 v
WHERE v.noun = 'representation')
AND ((t79."account_id" = $5::uuid
AND t79.state IN ('IN_FORCE'))
OR (t79."unit_id" = $4::uuid))
AND (SELECT ok
FROM live)), w80 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'CONTRACT_ENDS'::text AS kind, 'contract'::text AS noun, coalesce(t81.ends_on, DATE '9999-01-01') AS moment, t81.id AS id
FROM contract t81
WHERE (t81."unit_id" = $4::uuid
AND t81.state IN ('ACTIVE', 'SUSPENDED'))
AND (NOT EXISTS (SELECT
FROM contract t82
WHERE t82.programme_id = t81.programme_id
AND t82.ends_on > t81.ends_on
AND (t82.state = 'DRAFT'
OR t82.state IN ('AWAITING_SIGNATURES', 'ACTIVE', 'SUSPENDED'))
AND t82."unit_id" = $4::uuid))) d
WHERE d.moment <= $6::date + 14) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'PROGRAMME_REVIEW'::text AS kind, 'programme'::text AS noun, coalesce(t83.next_review_on, (greatest(t83.starts_on, (SELECT max(t84.ends_on)
FROM report t84
WHERE t84.relationship_id = t83.relationship_id
AND t84.state IN ('HEARD', 'APPROVED', 'DELIVERED')
AND t84."unit_id" = $4::uuid)) + interval '3 months')::date) AS moment, t83.id AS id
FROM programme t83
WHERE (t83."unit_id" = $4::uuid
AND t83.state IN ('ACTIVE'))) d
WHERE d.moment <= $6::date + 14) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'NO_CONTACT'::text AS kind, 'relationship'::text AS noun, (greatest(t85.started_on, (SELECT max((t86.occurred_at AT TIME ZONE 'Europe/Helsinki')::date)
FROM coaching_note t86
WHERE t86.relationship_id = t85.id
AND t86.state IN ('SIGNED', 'AMENDED')
AND ((t86."created_by" = $5::uuid
AND t86.state IN ('DRAFT'))
OR (t86."unit_id" = $4::uuid
AND t86.state IN ('AMENDED', 'SIGNED')))), (SELECT max(t87.day)
FROM attendance t87
WHERE t87.client_id = t85.client_id
AND t87.presence = 'PRESENT'
AND t87.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND t87."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t87."client_id") IS TRUE))) + 30) AS moment, t85.id AS id
FROM relationship t85
WHERE (t85."unit_id" = $4::uuid
AND t85.state IN ('ACTIVE'))) d
WHERE d.moment <= $6::date + 0) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'SAFETY_REVIEW'::text AS kind, 'client'::text AS noun, coalesce(t88.safety_review_on, DATE '9999-01-01') AS moment, t88.id AS id
FROM client t88
WHERE (t88."unit_id" = $4::uuid
AND t88.state IN ('ACTIVE', 'PROSPECT'))
AND (t88.safety_restriction
AND t88.safety_review_on IS NOT NULL)) d
WHERE d.moment <= $6::date + 14) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'WAITLIST_ENDS'::text AS kind, 'referral'::text AS noun, coalesce(t89.waitlist_until, DATE '9999-01-01') AS moment, t89.id AS id
FROM referral t89
WHERE (t89."unit_id" = $4::uuid
AND t89.state IN ('WAITLISTED'))
AND (t89.waitlist_until IS NOT NULL)) d
WHERE d.moment <= $6::date + 14) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REFERRAL_DUE'::text AS kind, 'referral'::text AS noun, coalesce(t90.due_on, DATE '9999-01-01') AS moment, t90.id AS id
FROM referral t90
WHERE (t90."unit_id" = $4::uuid
AND t90.state IN ('INTERVIEW', 'IN_REVIEW', 'RECEIVED', 'SUBMITTED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'MONTH_TO_CLOSE'::text AS kind, 'attendance_month'::text AS noun, (t91.month + interval '1 month')::date AS moment, t91.id AS id
FROM attendance_month t91
WHERE (t91."unit_id" = $4::uuid
AND t91.state IN ('CONFIRMED', 'OPEN', 'REOPENED'))) d
WHERE d.moment <= $6::date + 0) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ABSENCE_REPORT_DUE'::text AS kind, 'absence_report'::text AS noun, coalesce(t92.due_on, DATE '9999-01-01') AS moment, t92.id AS id
FROM absence_report t92
WHERE (t92."unit_id" = $4::uuid
AND t92.state IN ('DRAFT', 'READY'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t92."client_id") IS TRUE))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REASON_OVERDUE'::text AS kind, 'attendance'::text AS noun, (SELECT s.day::date
FROM generate_series(t93.day + 1, t93.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($8::date[])
ORDER BY s.day LIMIT 1 OFFSET 2) AS moment, t93.id AS id
FROM attendance t93
WHERE (t93."unit_id" = $4::uuid
AND t93.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t93."client_id") IS TRUE))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t93."client_id") IS TRUE))
AND (EXISTS (SELECT
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t93.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'is_pending'
AND f.value ->> 'text' = 'yes')
AND (SELECT s.day::date
FROM generate_series(t93.day + 1, t93.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($8::date[])
ORDER BY s.day LIMIT 1 OFFSET 2) < $6::date)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CERTIFICATE_MISSING'::text AS kind, 'attendance'::text AS noun, t94.day AS moment, t94.id AS id
FROM attendance t94
WHERE (t94."unit_id" = $4::uuid
AND t94.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t94."client_id") IS TRUE))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t94."client_id") IS TRUE))
AND (NOT EXISTS (SELECT
FROM attendance t96
WHERE t96.client_id = t94.client_id
AND t96.day <= t94.day
AND t96.certificate_seen_until >= t94.day
AND t96."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t96."client_id") IS TRUE)
AND t96."unit_id" = $4::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t96."client_id") IS TRUE))
AND EXISTS (SELECT
FROM (SELECT m.most
FROM (SELECT max((f.value ->> 'text')::int) AS most
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t94.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'needs_certificate_after_days') m
WHERE m.most IS NOT NULL) m
CROSS
JOIN LATERAL (SELECT m.most, count(*) FILTER (WHERE p.code = t94.code
AND p.place <= m.most) AS alike, count(*) FILTER (WHERE p.code = t94.code) AS longer, max(p.day) AS day_before
FROM (SELECT t97.code, t97.day, row_number() OVER (ORDER BY t97.day DESC, t97.id DESC) AS place
FROM attendance t97
WHERE t97.client_id = t94.client_id
AND t97.day < t94.day
AND t97.presence IS NOT NULL
AND t97.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t97.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND t97."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t97."client_id") IS TRUE)
AND t97."unit_id" = $4::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t97."client_id") IS TRUE)
ORDER BY t97.day DESC, t97.id DESC LIMIT m.most + 1) p) run
WHERE run.alike = run.most
AND (run.longer = run.most
OR EXISTS (SELECT
FROM attendance t95
WHERE t95.client_id = t94.client_id
AND t95.day <= run.day_before
AND t95.certificate_seen_until >= run.day_before
AND t95."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t95."client_id") IS TRUE)
AND t95."unit_id" = $4::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t95."client_id") IS TRUE)))))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ABSENCE_TOO_LONG'::text AS kind, 'attendance'::text AS noun, t98.day AS moment, t98.id AS id
FROM attendance t98
WHERE (t98."unit_id" = $4::uuid
AND t98.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t98."client_id") IS TRUE))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t98."client_id") IS TRUE))
AND (EXISTS (SELECT
FROM (SELECT m.most
FROM (SELECT max((f.value ->> 'text')::int) AS most
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t98.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'longest_days') m
WHERE m.most IS NOT NULL) m
CROSS
JOIN LATERAL (SELECT m.most, count(*) FILTER (WHERE p.code = t98.code
AND p.place <= m.most) AS alike, count(*) FILTER (WHERE p.code = t98.code) AS longer, max(p.day) AS day_before
FROM (SELECT t99.code, t99.day, row_number() OVER (ORDER BY t99.day DESC, t99.id DESC) AS place
FROM attendance t99
WHERE t99.client_id = t98.client_id
AND t99.day < t98.day
AND t99.presence IS NOT NULL
AND t99.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t99.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND t99."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t99."client_id") IS TRUE)
AND t99."unit_id" = $4::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t99."client_id") IS TRUE)
ORDER BY t99.day DESC, t99.id DESC LIMIT m.most + 1) p) run
WHERE run.alike = run.most
AND run.longer = run.most))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'ABSENCE_UNREPORTED'::text AS kind, 'contract'::text AS noun, (SELECT s.day::date
FROM (SELECT (SELECT min(t103.day) + 14
FROM attendance t103
WHERE t103.contract_id = t100.id
AND t103.day > $6::date - 92
AND t103.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t103.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND EXISTS (SELECT
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t103.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'reported'
AND f.value ->> 'text' = 'YES')
AND t103.day <@ ANY (SELECT daterange(t101.starts_on, t101.ends_on, '[]')
FROM benefit_payer t101
WHERE t101.client_id = t100.client_id
AND t101.state = 'VALID'
AND t101."unit_id" = $4::uuid)
AND NOT (t103.day, t103.code) IN (SELECT t102.day, t102.code
FROM reported_absence t102
WHERE t102.contract_id = t100.id
AND t102.code IS NOT NULL
AND NOT EXISTS (SELECT
FROM reported_absence n
WHERE n.corrects_id = t102.id)
AND t102."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t102."client_id") IS TRUE)
AND t102."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t102."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t102."client_id") IS TRUE))
AND t103."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t103."client_id") IS TRUE)
AND t103."unit_id" = $4::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t103."client_id") IS TRUE)) AS day) e
CROSS
JOIN LATERAL generate_series(e.day, e.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($8::date[])
ORDER BY s.day LIMIT 1) AS moment, t100.id AS id
FROM contract t100
WHERE (t100."unit_id" = $4::uuid
AND t100.state IN ('ACTIVE', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED'))) d
WHERE d.moment <= $6::date + 7) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REFERRAL_TO_START'::text AS kind, 'referral'::text AS noun, coalesce(t104.wanted_start_on, DATE '9999-01-01') AS moment, t104.id AS id
FROM referral t104
WHERE (t104."unit_id" = $4::uuid
AND t104.state IN ('ACCEPTED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_EXPLAIN'::text AS kind, 'proposal'::text AS noun, DATE '9999-01-01' AS moment, t105.id AS id
FROM proposal t105
WHERE (t105."unit_id" = $4::uuid
AND t105.state IN ('ASKED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_CARRY_OUT'::text AS kind, 'proposal'::text AS noun, coalesce(t106.starts_on, DATE '9999-01-01') AS moment, t106.id AS id
FROM proposal t106
WHERE (t106."unit_id" = $4::uuid
AND t106.state IN ('ACCEPTED'))
AND (t106.carried_out_on IS NULL)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_APPROVE'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t107.id AS id
FROM report t107
WHERE (t107."unit_id" = $4::uuid
AND t107.state IN ('HEARD'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_DELIVER'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t108.id AS id
FROM report t108
WHERE (t108."unit_id" = $4::uuid
AND t108.state IN ('APPROVED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONTRACT_TO_SIGN'::text AS kind, 'contract'::text AS noun, coalesce(t109.starts_on, DATE '9999-01-01') AS moment, t109.id AS id
FROM contract t109
WHERE (t109."unit_id" = $4::uuid
AND t109.state IN ('AWAITING_SIGNATURES'))
AND (NOT t109.signatures @> '[{"party": "ARRANGER"}]'::jsonb)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ANOMALY_TO_EXPLAIN'::text AS kind, 'anomaly'::text AS noun, DATE '9999-01-01' AS moment, t110.id AS id
FROM anomaly t110
WHERE (t110."unit_id" = $4::uuid
AND t110.state IN ('OPEN'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t110.account_id
AND (a.id = $5::uuid
OR a.staff_id = $9::uuid))
AND (t110.staff_member_id = $9::uuid) IS NOT TRUE)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'EMERGENCY_ACCESS_TO_REVIEW'::text AS kind, 'emergency_access'::text AS noun, DATE '9999-01-01' AS moment, t111.id AS id
FROM emergency_access t111
WHERE (t111."unit_id" = $4::uuid
AND t111.state IN ('ENDED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t111.created_by
AND (a.id = $5::uuid
OR a.staff_id = $9::uuid))
AND NOT EXISTS (SELECT
FROM account a
WHERE a.id = t111.account_id
AND (a.id = $5::uuid
OR a.staff_id = $9::uuid))
AND (t111.staff_member_id = $9::uuid) IS NOT TRUE)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'SUPPORT_ACCESS_TO_REVIEW'::text AS kind, 'support_access'::text AS noun, DATE '9999-01-01' AS moment, t112.id AS id
FROM support_access t112
WHERE (t112."whole_unit_id" = $4::uuid
AND t112.state IN ('ENDED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t112.created_by
AND (a.id = $5::uuid
OR a.staff_id = $9::uuid))
AND (t112.staff_member_id = $9::uuid) IS NOT TRUE)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPRESENTATION_TO_CONFIRM'::text AS kind, 'representation'::text AS noun, DATE '9999-01-01' AS moment, t113.id AS id
FROM representation t113
WHERE (t113."unit_id" = $4::uuid
AND t113.state IN ('DRAFT'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1), v80 AS MATERIALIZED (SELECT *
FROM w80 w
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint), q80_contract AS MATERIALIZED (SELECT t114."id" AS "id", t114.client_id AS "subject"
FROM contract t114
WHERE t114.id IN (SELECT v.id
FROM v80 v
WHERE v.noun = 'contract')
AND t114."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q80_programme AS MATERIALIZED (SELECT t115."id" AS "id", t115.client_id AS "subject"
FROM programme t115
WHERE t115.id IN (SELECT v.id
FROM v80 v
WHERE v.noun = 'programme')
AND t115."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q80_relationship AS MATERIALIZED (SELECT t116."id" AS "id", t116.client_id AS "subject"
FROM relationship t116
WHERE t116.id IN (SELECT v.id
FROM v80 v
WHERE v.noun = 'relationship')
AND t116."unit_id" = $4::uuid
AND t116.state IN ('ACTIVE', 'ENDED')
AND (SELECT ok
FROM live)), q80_client AS MATERIALIZED (SELECT t117."id" AS "id", t117.id AS "subject"
FROM client t117
WHERE t117.id IN (SELECT v.id
FROM v80 v
WHERE v.noun = 'client')
AND t117."unit_id" = $4::uuid
AND t117.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND (SELECT ok
FROM live)), q80_referral AS MATERIALIZED (SELECT t118."id" AS "id", coalesce(t118.client_id, t118.id) AS "subject"
FROM referral t118
WHERE t118.id IN (SELECT v.id
FROM v80 v
WHERE v.noun = 'referral')
AND ((t118."entered_by" = $5::uuid
AND t118.state IN ('DRAFT'))
OR (t118."unit_id" = $4::uuid
AND t118.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')))
AND (SELECT ok
FROM live)), q80_attendance_month AS MATERIALIZED (SELECT t120."id" AS "id"
FROM attendance_month t120
WHERE t120.id IN (SELECT v.id
FROM v80 v
WHERE v.noun = 'attendance_month')
AND t120."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q80_absence_report AS MATERIALIZED (SELECT t121."id" AS "id", t121.client_id AS "subject"
FROM absence_report t121
WHERE t121.id IN (SELECT v.id
FROM v80 v
WHERE v.noun = 'absence_report')
AND t121."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t121."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q80_attendance AS MATERIALIZED (SELECT t122."id" AS "id", t122.client_id AS "subject"
FROM attendance t122
WHERE t122.id IN (SELECT v.id
FROM v80 v
WHERE v.noun = 'attendance')
AND t122."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t122."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q80_proposal AS MATERIALIZED (SELECT t127."id" AS "id", coalesce(t127.client_id, t127.referral_id) AS "subject"
FROM proposal t127
WHERE t127.id IN (SELECT v.id
FROM v80 v
WHERE v.noun = 'proposal')
AND t127."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q80_report AS MATERIALIZED (SELECT t129."id" AS "id", t129.client_id AS "subject"
FROM report t129
WHERE t129.id IN (SELECT v.id
FROM v80 v
WHERE v.noun = 'report')
AND t129."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q80_anomaly AS MATERIALIZED (SELECT t132."id" AS "id"
FROM anomaly t132
WHERE t132.id IN (SELECT v.id
FROM v80 v
WHERE v.noun = 'anomaly')
AND t132."unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q80_emergency_access AS MATERIALIZED (SELECT t133."id" AS "id", t133.client_id AS "subject"
FROM emergency_access t133
WHERE t133.id IN (SELECT v.id
FROM v80 v
WHERE v.noun = 'emergency_access')
AND ((t133."account_id" = $5::uuid)
OR (t133."unit_id" = $4::uuid))
AND (SELECT ok
FROM live)), q80_support_access AS MATERIALIZED (SELECT t134."id" AS "id", t134.client_id AS "subject"
FROM support_access t134
WHERE t134.id IN (SELECT v.id
FROM v80 v
WHERE v.noun = 'support_access')
AND t134."whole_unit_id" = $4::uuid
AND (SELECT ok
FROM live)), q80_representation AS MATERIALIZED (SELECT t135."id" AS "id", t135.client_id AS "subject"
FROM representation t135
WHERE t135.id IN (SELECT v.id
FROM v80 v
WHERE v.noun = 'representation')
AND ((t135."account_id" = $5::uuid
AND t135.state IN ('IN_FORCE'))
OR (t135."unit_id" = $4::uuid))
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $18::timestamptz, $5::uuid, $12::text, $19::text, $20::text, '{AbsenceReport.dueOn:filter,AbsenceReport.id,AbsenceReport.state:filter,Attendance.certificateSeenUntil:filter,Attendance.client,Attendance.code,Attendance.code:filter,Attendance.day,Attendance.day:filter,Attendance.id,Attendance.presence:filter,Attendance.recordedAt:filter,Attendance.state:filter,BenefitPayer.endsOn:filter,BenefitPayer.startsOn:filter,Client.callName,Client.id,Client.lastName,Client.safetyRestriction:filter,Client.safetyReviewOn:filter,Client.state:filter,CoachingNote.id,CoachingNote.modifiedAt:filter,CoachingNote.occurredAt:filter,CoachingNote.state:filter,Contract.client,Contract.endsOn:filter,Contract.id,Contract.modifiedAt:filter,Contract.startsOn:filter,Contract.state,Contract.state:filter,EmergencyAccess.id,EmergencyAccess.state:filter,Goal.id,Goal.modifiedAt:filter,Goal.state:filter,Measure.id,Measure.modifiedAt:filter,Measure.state:filter,Programme.id,Programme.modifiedAt:filter,Programme.nextReviewOn:filter,Programme.startsOn:filter,Programme.state:filter,Proposal.carriedOutOn:filter,Proposal.id,Proposal.modifiedAt:filter,Proposal.startsOn:filter,Proposal.state:filter,Referral.dueOn:filter,Referral.id,Referral.lastName,Referral.modifiedAt:filter,Referral.state,Referral.state:filter,Referral.waitlistUntil:filter,Referral.wantedStartOn:filter,Relationship.id,Relationship.modifiedAt:filter,Relationship.startedOn:filter,Relationship.state:filter,Report.endsOn:filter,Report.id,Report.modifiedAt:filter,Report.state:filter,ReportedAbsence.code:filter,ReportedAbsence.contract:filter,ReportedAbsence.day:filter,Representation.id,Representation.state:filter,SupportAccess.id,SupportAccess.state:filter}'::text[], $13::uuid[], $14::text, $15::uuid, $16::text, $17::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
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
FROM q24_emergency_access)
UNION (SELECT subject
FROM q24_support_access)
UNION (SELECT subject
FROM q24_representation)
UNION (SELECT subject
FROM q80_contract)
UNION (SELECT subject
FROM q80_programme)
UNION (SELECT subject
FROM q80_relationship)
UNION (SELECT subject
FROM q80_client)
UNION (SELECT subject
FROM q80_referral)
UNION (SELECT subject
FROM q80_absence_report)
UNION (SELECT subject
FROM q80_attendance)
UNION (SELECT subject
FROM q80_proposal)
UNION (SELECT subject
FROM q80_report)
UNION (SELECT subject
FROM q80_emergency_access)
UNION (SELECT subject
FROM q80_support_access)
UNION (SELECT subject
FROM q80_representation)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(s.*)
FROM (SELECT $1::date AS "from", $2::date AS "before", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT row_to_json(i.*)
FROM (SELECT (SELECT count(*) > $3::bigint
FROM w1) AS "hasNextPage", (SELECT chr(2) || '0:' || encode(convert_to(w.moment::text || chr(31) || w.kind::text || chr(31) || w.id::text, 'UTF8'), 'hex')
FROM v1 w
ORDER BY w.moment, w.kind, w.id LIMIT 1) AS "endCursor") i) AS "pageInfo", (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", w.moment AS "at", CASE w.noun WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_' || encode(uuid_send(p12."id"), 'hex') AS "id", p12."day" AS "day", CASE WHEN p12.may_care THEN p12."code" END AS "code", (SELECT row_to_json(r.*)
FROM (SELECT p22."call_name" AS "callName", p22."last_name" AS "lastName"
FROM (SELECT t22."call_name" AS "call_name", t22."last_name" AS "last_name"
FROM client t22
WHERE t22.id = p12."client_id"
AND t22."unit_id" = $4::uuid
AND t22.state IN ('ACTIVE', 'ENDED', 'PROSPECT')) p22) r) AS "client") r)
FROM q1_attendance p12
WHERE p12."id" = w.id) WHEN 'coaching_note' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'coaching_note_' || encode(uuid_send(p13."id"), 'hex') AS "id") r)
FROM q1_coaching_note p13
WHERE p13."id" = w.id) WHEN 'referral' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'referral_' || encode(uuid_send(p14."id"), 'hex') AS "id", p14."state" AS "state", CASE WHEN p14.may_name THEN p14."last_name" END AS "lastName") r)
FROM q1_referral p14
WHERE p14."id" = w.id) WHEN 'relationship' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'relationship_' || encode(uuid_send(p15."id"), 'hex') AS "id") r)
FROM q1_relationship p15
WHERE p15."id" = w.id) WHEN 'programme' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'programme_' || encode(uuid_send(p16."id"), 'hex') AS "id") r)
FROM q1_programme p16
WHERE p16."id" = w.id) WHEN 'goal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'goal_' || encode(uuid_send(p17."id"), 'hex') AS "id") r)
FROM q1_goal p17
WHERE p17."id" = w.id) WHEN 'measure' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'measure_' || encode(uuid_send(p18."id"), 'hex') AS "id") r)
FROM q1_measure p18
WHERE p18."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p19."id"), 'hex') AS "id", p19."state" AS "contractState", (SELECT row_to_json(r.*)
FROM (SELECT p23."call_name" AS "callName", p23."last_name" AS "lastName"
FROM (SELECT t23."call_name" AS "call_name", t23."last_name" AS "last_name"
FROM client t23
WHERE t23.id = p19."client_id"
AND t23."unit_id" = $4::uuid
AND t23.state IN ('ACTIVE', 'ENDED', 'PROSPECT')) p23) r) AS "client") r)
FROM q1_contract p19
WHERE p19."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'proposal_' || encode(uuid_send(p20."id"), 'hex') AS "id") r)
FROM q1_proposal p20
WHERE p20."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p21."id"), 'hex') AS "id") r)
FROM q1_report p21
WHERE p21."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC) r) AS "nodes") c) AS "happened", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p58."id"), 'hex') AS "id") r)
FROM q24_contract p58
WHERE p58."id" = w.id) WHEN 'programme' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'programme_' || encode(uuid_send(p59."id"), 'hex') AS "id") r)
FROM q24_programme p59
WHERE p59."id" = w.id) WHEN 'relationship' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'relationship_' || encode(uuid_send(p60."id"), 'hex') AS "id") r)
FROM q24_relationship p60
WHERE p60."id" = w.id) WHEN 'client' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p61."id"), 'hex') AS "id") r)
FROM q24_client p61
WHERE p61."id" = w.id) WHEN 'referral' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'referral_' || encode(uuid_send(p62."id"), 'hex') AS "id") r)
FROM q24_referral p62
WHERE p62."id" = w.id) WHEN 'attendance_month' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_month_' || encode(uuid_send(p64."id"), 'hex') AS "id") r)
FROM q24_attendance_month p64
WHERE p64."id" = w.id) WHEN 'absence_report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'absence_report_' || encode(uuid_send(p65."id"), 'hex') AS "id") r)
FROM q24_absence_report p65
WHERE p65."id" = w.id) WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_' || encode(uuid_send(p66."id"), 'hex') AS "id") r)
FROM q24_attendance p66
WHERE p66."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'proposal_' || encode(uuid_send(p71."id"), 'hex') AS "id") r)
FROM q24_proposal p71
WHERE p71."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p73."id"), 'hex') AS "id") r)
FROM q24_report p73
WHERE p73."id" = w.id) WHEN 'anomaly' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'anomaly_' || encode(uuid_send(p76."id"), 'hex') AS "id") r)
FROM q24_anomaly p76
WHERE p76."id" = w.id) WHEN 'emergency_access' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'emergency_access_' || encode(uuid_send(p77."id"), 'hex') AS "id") r)
FROM q24_emergency_access p77
WHERE p77."id" = w.id) WHEN 'support_access' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'support_access_' || encode(uuid_send(p78."id"), 'hex') AS "id") r)
FROM q24_support_access p78
WHERE p78."id" = w.id) WHEN 'representation' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'representation_' || encode(uuid_send(p79."id"), 'hex') AS "id") r)
FROM q24_representation p79
WHERE p79."id" = w.id) END AS "object"
FROM v24 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "due", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p114."id"), 'hex') AS "id") r)
FROM q80_contract p114
WHERE p114."id" = w.id) WHEN 'programme' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'programme_' || encode(uuid_send(p115."id"), 'hex') AS "id") r)
FROM q80_programme p115
WHERE p115."id" = w.id) WHEN 'relationship' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'relationship_' || encode(uuid_send(p116."id"), 'hex') AS "id") r)
FROM q80_relationship p116
WHERE p116."id" = w.id) WHEN 'client' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p117."id"), 'hex') AS "id") r)
FROM q80_client p117
WHERE p117."id" = w.id) WHEN 'referral' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'referral_' || encode(uuid_send(p118."id"), 'hex') AS "id") r)
FROM q80_referral p118
WHERE p118."id" = w.id) WHEN 'attendance_month' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_month_' || encode(uuid_send(p120."id"), 'hex') AS "id") r)
FROM q80_attendance_month p120
WHERE p120."id" = w.id) WHEN 'absence_report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'absence_report_' || encode(uuid_send(p121."id"), 'hex') AS "id") r)
FROM q80_absence_report p121
WHERE p121."id" = w.id) WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_' || encode(uuid_send(p122."id"), 'hex') AS "id") r)
FROM q80_attendance p122
WHERE p122."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'proposal_' || encode(uuid_send(p127."id"), 'hex') AS "id") r)
FROM q80_proposal p127
WHERE p127."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p129."id"), 'hex') AS "id") r)
FROM q80_report p129
WHERE p129."id" = w.id) WHEN 'anomaly' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'anomaly_' || encode(uuid_send(p132."id"), 'hex') AS "id") r)
FROM q80_anomaly p132
WHERE p132."id" = w.id) WHEN 'emergency_access' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'emergency_access_' || encode(uuid_send(p133."id"), 'hex') AS "id") r)
FROM q80_emergency_access p133
WHERE p133."id" = w.id) WHEN 'support_access' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'support_access_' || encode(uuid_send(p134."id"), 'hex') AS "id") r)
FROM q80_support_access p134
WHERE p134."id" = w.id) WHEN 'representation' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'representation_' || encode(uuid_send(p135."id"), 'hex') AS "id") r)
FROM q80_representation p135
WHERE p135."id" = w.id) END AS "object"
FROM v80 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "waiting") s) AS r0
