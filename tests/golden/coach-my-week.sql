WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $6::uuid
AND a.epoch = $11::int
AND a.disabled_at IS NULL) AS ok),
by_caseload(id) AS MATERIALIZED (SELECT c.client_id
FROM relationship c
WHERE c.responsible_coach_id = $5::uuid
AND c.state IN ('ACTIVE', 'ENDED')
UNION ALL
SELECT s.client_id
FROM substitution s
WHERE s.staff_member_id = $5::uuid
AND s.state = 'VALID'
AND s.starts_on <= $4::date
AND (s.ends_before IS NULL
OR s.ends_before > $4::date)), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DAY_RECORDED'::text AS kind, 'attendance'::text AS noun, t2.recorded_at AS moment, t2.id AS id
FROM attendance t2
WHERE (t2."client_id" IN (SELECT id
FROM by_caseload)
AND t2.state IN ('CONFIRMED', 'LOCKED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE)
AND (NOT (t2.state = 'PLANNED'
AND t2.day <> $4::date)
OR t2."client_id" IN (SELECT id
FROM by_caseload)))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'NOTE_SIGNED'::text AS kind, 'coaching_note'::text AS noun, t3.modified_at AS moment, t3.id AS id
FROM coaching_note t3
WHERE (t3."client_id" IN (SELECT id
FROM by_caseload)
AND t3.state IN ('AMENDED', 'SIGNED'))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'referral'::text AS noun, t4.modified_at AS moment, t4.id AS id
FROM referral t4
WHERE (t4."client_id" IN (SELECT id
FROM by_caseload))
AND (((t4."entered_by" = $6::uuid
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
WHERE (t5."client_id" IN (SELECT id
FROM by_caseload))
AND (t5.state IN ('ACTIVE', 'ENDED'))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'programme'::text AS noun, t6.modified_at AS moment, t6.id AS id
FROM programme t6
WHERE (t6."client_id" IN (SELECT id
FROM by_caseload))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'goal'::text AS noun, t7.modified_at AS moment, t7.id AS id
FROM goal t7
WHERE (t7."client_id" IN (SELECT id
FROM by_caseload))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'measure'::text AS noun, t8.modified_at AS moment, t8.id AS id
FROM measure t8
WHERE (t8."client_id" IN (SELECT id
FROM by_caseload))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'contract'::text AS noun, t9.modified_at AS moment, t9.id AS id
FROM contract t9
WHERE (t9."client_id" IN (SELECT id
FROM by_caseload))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'proposal'::text AS noun, t10.modified_at AS moment, t10.id AS id
FROM proposal t10
WHERE (t10."client_id" IN (SELECT id
FROM by_caseload))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'report'::text AS noun, t11.modified_at AS moment, t11.id AS id
FROM report t11
WHERE (t11."client_id" IN (SELECT id
FROM by_caseload))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)) w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint), q1_attendance AS MATERIALIZED (SELECT t12."id" AS "id", t12."day" AS "day", t12."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t12."client_id") IS TRUE) AS "may_care", t12."code" AS "code", t12."client_id" AS "client_id", t12.client_id AS "subject"
FROM attendance t12
WHERE t12.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'attendance')
AND ((t12."client_id" IN (SELECT id
FROM by_caseload))
OR (t12."unit_id" = $7::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t12."client_id") IS TRUE)
AND (NOT (t12.state = 'PLANNED'
AND t12.day <> $4::date)
OR t12."client_id" IN (SELECT id
FROM by_caseload))
AND (SELECT ok
FROM live)), q1_coaching_note AS MATERIALIZED (SELECT t13."id" AS "id", t13."kind" AS "kind", t13."client_id" AS "client_id", t13.client_id AS "subject"
FROM coaching_note t13
WHERE t13.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'coaching_note')
AND ((t13."created_by" = $6::uuid
AND t13.state IN ('DRAFT'))
OR (t13."client_id" IN (SELECT id
FROM by_caseload)
AND t13.state IN ('AMENDED', 'SIGNED')))
AND (SELECT ok
FROM live)), q1_referral AS MATERIALIZED (SELECT t14."id" AS "id", coalesce(t14.client_id, t14.id) AS "subject"
FROM referral t14
WHERE t14.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'referral')
AND ((t14."entered_by" = $6::uuid
AND t14.state IN ('DRAFT'))
OR (t14."client_id" IN (SELECT id
FROM by_caseload)
AND t14.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')))
AND (SELECT ok
FROM live)), q1_relationship AS MATERIALIZED (SELECT t15."id" AS "id", t15.client_id AS "subject"
FROM relationship t15
WHERE t15.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'relationship')
AND t15."client_id" IN (SELECT id
FROM by_caseload)
AND t15.state IN ('ACTIVE', 'ENDED')
AND (SELECT ok
FROM live)), q1_programme AS MATERIALIZED (SELECT t16."id" AS "id", t16.client_id AS "subject"
FROM programme t16
WHERE t16.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'programme')
AND t16."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q1_goal AS MATERIALIZED (SELECT t17."id" AS "id", t17.client_id AS "subject"
FROM goal t17
WHERE t17.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'goal')
AND t17."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q1_measure AS MATERIALIZED (SELECT t18."id" AS "id", t18.client_id AS "subject"
FROM measure t18
WHERE t18.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'measure')
AND t18."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q1_contract AS MATERIALIZED (SELECT t19."id" AS "id", t19."state" AS "state", t19."client_id" AS "client_id", t19.client_id AS "subject"
FROM contract t19
WHERE t19.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'contract')
AND t19."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q1_proposal AS MATERIALIZED (SELECT t20."id" AS "id", coalesce(t20.client_id, t20.referral_id) AS "subject"
FROM proposal t20
WHERE t20.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'proposal')
AND t20."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q1_report AS MATERIALIZED (SELECT t21."id" AS "id", t21.client_id AS "subject"
FROM report t21
WHERE t21.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'report')
AND t21."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), w25 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'CONTRACT_ENDS'::text AS kind, 'contract'::text AS noun, coalesce(t26.ends_on, DATE '9999-01-01') AS moment, t26.id AS id
FROM contract t26
WHERE (t26."client_id" IN (SELECT id
FROM by_caseload)
AND t26.state IN ('ACTIVE', 'SUSPENDED'))
AND (NOT EXISTS (SELECT
FROM contract t27
WHERE t27.programme_id = t26.programme_id
AND t27.ends_on > t26.ends_on
AND (t27.state = 'DRAFT'
OR t27.state IN ('AWAITING_SIGNATURES', 'ACTIVE', 'SUSPENDED'))
AND t27."client_id" IN (SELECT id
FROM by_caseload)))) d
WHERE d.moment <= $4::date + 14) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'PROGRAMME_REVIEW'::text AS kind, 'programme'::text AS noun, coalesce(t28.next_review_on, (greatest(t28.starts_on, (SELECT max(t29.ends_on)
FROM report t29
WHERE t29.relationship_id = t28.relationship_id
AND t29.state IN ('HEARD', 'APPROVED', 'DELIVERED')
AND t29."client_id" IN (SELECT id
FROM by_caseload))) + interval '3 months')::date) AS moment, t28.id AS id
FROM programme t28
WHERE (t28."client_id" IN (SELECT id
FROM by_caseload)
AND t28.state IN ('ACTIVE'))) d
WHERE d.moment <= $4::date + 14) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'NO_CONTACT'::text AS kind, 'relationship'::text AS noun, (greatest(t30.started_on, (SELECT max((t31.occurred_at AT TIME ZONE 'Europe/Helsinki')::date)
FROM coaching_note t31
WHERE t31.relationship_id = t30.id
AND t31.state IN ('SIGNED', 'AMENDED')
AND ((t31."created_by" = $6::uuid
AND t31.state IN ('DRAFT'))
OR (t31."client_id" IN (SELECT id
FROM by_caseload)
AND t31.state IN ('AMENDED', 'SIGNED')))), (SELECT max(t32.day)
FROM attendance t32
WHERE t32.client_id = t30.client_id
AND t32.presence = 'PRESENT'
AND t32.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND ((t32."client_id" IN (SELECT id
FROM by_caseload))
OR (t32."unit_id" = $7::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t32."client_id") IS TRUE)
AND (NOT (t32.state = 'PLANNED'
AND t32.day <> $4::date)
OR t32."client_id" IN (SELECT id
FROM by_caseload)))) + 30) AS moment, t30.id AS id
FROM relationship t30
WHERE (t30."client_id" IN (SELECT id
FROM by_caseload)
AND t30.state IN ('ACTIVE'))) d
WHERE d.moment <= $4::date + 0) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'MEASURE_DUE'::text AS kind, 'measure'::text AS noun, coalesce(t33.due_on, DATE '9999-01-01') AS moment, t33.id AS id
FROM measure t33
WHERE (t33."client_id" IN (SELECT id
FROM by_caseload)
AND t33.state IN ('OPEN'))
AND (t33.due_on IS NOT NULL)) d
WHERE d.moment <= $4::date + 14) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'SAFETY_REVIEW'::text AS kind, 'client'::text AS noun, coalesce(t34.safety_review_on, DATE '9999-01-01') AS moment, t34.id AS id
FROM client t34
WHERE (t34."id" IN (SELECT id
FROM by_caseload)
AND t34.state IN ('ACTIVE', 'PROSPECT'))
AND (t34.safety_restriction
AND t34.safety_review_on IS NOT NULL)) d
WHERE d.moment <= $4::date + 14) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ABSENCE_REPORT_DUE'::text AS kind, 'absence_report'::text AS noun, coalesce(t35.due_on, DATE '9999-01-01') AS moment, t35.id AS id
FROM absence_report t35
WHERE (t35."client_id" IN (SELECT id
FROM by_caseload)
AND t35.state IN ('DRAFT', 'READY'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t35."client_id") IS TRUE))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REASON_PENDING'::text AS kind, 'attendance'::text AS noun, (SELECT s.day::date
FROM generate_series(t36.day + 1, t36.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($9::date[])
ORDER BY s.day LIMIT 1 OFFSET 2) AS moment, t36.id AS id
FROM attendance t36
WHERE (t36."client_id" IN (SELECT id
FROM by_caseload)
AND t36.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t36."client_id") IS TRUE)
AND (NOT (t36.state = 'PLANNED'
AND t36.day <> $4::date)
OR t36."client_id" IN (SELECT id
FROM by_caseload)))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t36."client_id") IS TRUE))
AND (EXISTS (SELECT
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t36.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'is_pending'
AND f.value ->> 'text' = 'yes'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CERTIFICATE_MISSING'::text AS kind, 'attendance'::text AS noun, t37.day AS moment, t37.id AS id
FROM attendance t37
WHERE (t37."client_id" IN (SELECT id
FROM by_caseload)
AND t37.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t37."client_id") IS TRUE)
AND (NOT (t37.state = 'PLANNED'
AND t37.day <> $4::date)
OR t37."client_id" IN (SELECT id
FROM by_caseload)))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t37."client_id") IS TRUE))
AND (NOT EXISTS (SELECT
FROM attendance t39
WHERE t39.client_id = t37.client_id
AND t39.day <= t37.day
AND t39.certificate_seen_until >= t37.day
AND ((t39."client_id" IN (SELECT id
FROM by_caseload))
OR (t39."unit_id" = $7::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t39."client_id") IS TRUE)
AND (NOT (t39.state = 'PLANNED'
AND t39.day <> $4::date)
OR t39."client_id" IN (SELECT id
FROM by_caseload))
AND t39."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t39."client_id") IS TRUE))
AND EXISTS (SELECT
FROM (SELECT m.most
FROM (SELECT max((f.value ->> 'text')::int) AS most
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t37.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'needs_certificate_after_days') m
WHERE m.most IS NOT NULL) m
CROSS
JOIN LATERAL (SELECT m.most, count(*) FILTER (WHERE p.code = t37.code
AND p.place <= m.most) AS alike, count(*) FILTER (WHERE p.code = t37.code) AS longer, max(p.day) AS day_before
FROM (SELECT t40.code, t40.day, row_number() OVER (ORDER BY t40.day DESC, t40.id DESC) AS place
FROM attendance t40
WHERE t40.client_id = t37.client_id
AND t40.day < t37.day
AND t40.presence IS NOT NULL
AND t40.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t40.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND ((t40."client_id" IN (SELECT id
FROM by_caseload))
OR (t40."unit_id" = $7::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t40."client_id") IS TRUE)
AND (NOT (t40.state = 'PLANNED'
AND t40.day <> $4::date)
OR t40."client_id" IN (SELECT id
FROM by_caseload))
AND t40."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t40."client_id") IS TRUE)
ORDER BY t40.day DESC, t40.id DESC LIMIT m.most + 1) p) run
WHERE run.alike = run.most
AND (run.longer = run.most
OR EXISTS (SELECT
FROM attendance t38
WHERE t38.client_id = t37.client_id
AND t38.day <= run.day_before
AND t38.certificate_seen_until >= run.day_before
AND ((t38."client_id" IN (SELECT id
FROM by_caseload))
OR (t38."unit_id" = $7::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t38."client_id") IS TRUE)
AND (NOT (t38.state = 'PLANNED'
AND t38.day <> $4::date)
OR t38."client_id" IN (SELECT id
FROM by_caseload))
AND t38."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t38."client_id") IS TRUE)))))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ABSENCE_TOO_LONG'::text AS kind, 'attendance'::text AS noun, t41.day AS moment, t41.id AS id
FROM attendance t41
WHERE (t41."client_id" IN (SELECT id
FROM by_caseload)
AND t41.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t41."client_id") IS TRUE)
AND (NOT (t41.state = 'PLANNED'
AND t41.day <> $4::date)
OR t41."client_id" IN (SELECT id
FROM by_caseload)))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t41."client_id") IS TRUE))
AND (EXISTS (SELECT
FROM (SELECT m.most
FROM (SELECT max((f.value ->> 'text')::int) AS most
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t41.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'longest_days') m
WHERE m.most IS NOT NULL) m
CROSS
JOIN LATERAL (SELECT m.most, count(*) FILTER (WHERE p.code = t41.code
AND p.place <= m.most) AS alike, count(*) FILTER (WHERE p.code = t41.code) AS longer, max(p.day) AS day_before
FROM (SELECT t42.code, t42.day, row_number() OVER (ORDER BY t42.day DESC, t42.id DESC) AS place
FROM attendance t42
WHERE t42.client_id = t41.client_id
AND t42.day < t41.day
AND t42.presence IS NOT NULL
AND t42.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t42.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND ((t42."client_id" IN (SELECT id
FROM by_caseload))
OR (t42."unit_id" = $7::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t42."client_id") IS TRUE)
AND (NOT (t42.state = 'PLANNED'
AND t42.day <> $4::date)
OR t42."client_id" IN (SELECT id
FROM by_caseload))
AND t42."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t42."client_id") IS TRUE)
ORDER BY t42.day DESC, t42.id DESC LIMIT m.most + 1) p) run
WHERE run.alike = run.most
AND run.longer = run.most))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'ABSENCE_UNREPORTED'::text AS kind, 'contract'::text AS noun, (SELECT s.day::date
FROM (SELECT (SELECT min(t46.day) + 14
FROM attendance t46
WHERE t46.contract_id = t43.id
AND t46.day > $4::date - 92
AND t46.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t46.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND EXISTS (SELECT
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t46.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'reported'
AND f.value ->> 'text' = 'YES')
AND t46.day <@ ANY (SELECT daterange(t44.starts_on, t44.ends_on, '[]')
FROM benefit_payer t44
WHERE t44.client_id = t43.client_id
AND t44.state = 'VALID'
AND t44."client_id" IN (SELECT id
FROM by_caseload))
AND NOT (t46.day, t46.code) IN (SELECT t45.day, t45.code
FROM reported_absence t45
WHERE t45.contract_id = t43.id
AND t45.code IS NOT NULL
AND NOT EXISTS (SELECT
FROM reported_absence n
WHERE n.corrects_id = t45.id)
AND t45."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t45."client_id") IS TRUE)
AND t45."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t45."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t45."client_id") IS TRUE))
AND ((t46."client_id" IN (SELECT id
FROM by_caseload))
OR (t46."unit_id" = $7::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t46."client_id") IS TRUE)
AND (NOT (t46.state = 'PLANNED'
AND t46.day <> $4::date)
OR t46."client_id" IN (SELECT id
FROM by_caseload))
AND t46."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t46."client_id") IS TRUE)) AS day) e
CROSS
JOIN LATERAL generate_series(e.day, e.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($9::date[])
ORDER BY s.day LIMIT 1) AS moment, t43.id AS id
FROM contract t43
WHERE (t43."client_id" IN (SELECT id
FROM by_caseload)
AND t43.state IN ('ACTIVE', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED'))) d
WHERE d.moment <= $4::date + 7) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_EXPLAIN'::text AS kind, 'proposal'::text AS noun, DATE '9999-01-01' AS moment, t47.id AS id
FROM proposal t47
WHERE (t47."client_id" IN (SELECT id
FROM by_caseload)
AND t47.state IN ('ASKED'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_CARRY_OUT'::text AS kind, 'proposal'::text AS noun, coalesce(t48.starts_on, DATE '9999-01-01') AS moment, t48.id AS id
FROM proposal t48
WHERE (t48."client_id" IN (SELECT id
FROM by_caseload)
AND t48.state IN ('ACCEPTED'))
AND (t48.carried_out_on IS NULL)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_DELIVER'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t49.id AS id
FROM report t49
WHERE (t49."client_id" IN (SELECT id
FROM by_caseload)
AND t49.state IN ('APPROVED'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1), v25 AS MATERIALIZED (SELECT *
FROM w25 w
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint), q25_contract AS MATERIALIZED (SELECT t50."id" AS "id", t50.client_id AS "subject"
FROM contract t50
WHERE t50.id IN (SELECT v.id
FROM v25 v
WHERE v.noun = 'contract')
AND t50."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q25_programme AS MATERIALIZED (SELECT t51."id" AS "id", t51.client_id AS "subject"
FROM programme t51
WHERE t51.id IN (SELECT v.id
FROM v25 v
WHERE v.noun = 'programme')
AND t51."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q25_relationship AS MATERIALIZED (SELECT t52."id" AS "id", t52.client_id AS "subject"
FROM relationship t52
WHERE t52.id IN (SELECT v.id
FROM v25 v
WHERE v.noun = 'relationship')
AND t52."client_id" IN (SELECT id
FROM by_caseload)
AND t52.state IN ('ACTIVE', 'ENDED')
AND (SELECT ok
FROM live)), q25_measure AS MATERIALIZED (SELECT t53."id" AS "id", t53.client_id AS "subject"
FROM measure t53
WHERE t53.id IN (SELECT v.id
FROM v25 v
WHERE v.noun = 'measure')
AND t53."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q25_client AS MATERIALIZED (SELECT t54."id" AS "id", t54.id AS "subject"
FROM client t54
WHERE t54.id IN (SELECT v.id
FROM v25 v
WHERE v.noun = 'client')
AND ((t54."id" IN (SELECT id
FROM by_caseload)
AND t54.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t54."unit_id" = $7::uuid
AND t54.state IN ('ACTIVE', 'PROSPECT')))
AND (SELECT ok
FROM live)), q25_absence_report AS MATERIALIZED (SELECT t55."id" AS "id", t55.client_id AS "subject"
FROM absence_report t55
WHERE t55.id IN (SELECT v.id
FROM v25 v
WHERE v.noun = 'absence_report')
AND t55."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t55."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q25_attendance AS MATERIALIZED (SELECT t56."id" AS "id", t56.client_id AS "subject"
FROM attendance t56
WHERE t56.id IN (SELECT v.id
FROM v25 v
WHERE v.noun = 'attendance')
AND ((t56."client_id" IN (SELECT id
FROM by_caseload))
OR (t56."unit_id" = $7::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t56."client_id") IS TRUE)
AND (NOT (t56.state = 'PLANNED'
AND t56.day <> $4::date)
OR t56."client_id" IN (SELECT id
FROM by_caseload))
AND (SELECT ok
FROM live)), q25_proposal AS MATERIALIZED (SELECT t60."id" AS "id", coalesce(t60.client_id, t60.referral_id) AS "subject"
FROM proposal t60
WHERE t60.id IN (SELECT v.id
FROM v25 v
WHERE v.noun = 'proposal')
AND t60."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q25_report AS MATERIALIZED (SELECT t62."id" AS "id", t62.client_id AS "subject"
FROM report t62
WHERE t62.id IN (SELECT v.id
FROM v25 v
WHERE v.noun = 'report')
AND t62."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), w63 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'CONTRACT_ENDS'::text AS kind, 'contract'::text AS noun, coalesce(t64.ends_on, DATE '9999-01-01') AS moment, t64.id AS id
FROM contract t64
WHERE (t64."client_id" IN (SELECT id
FROM by_caseload)
AND t64.state IN ('ACTIVE', 'SUSPENDED'))
AND (NOT EXISTS (SELECT
FROM contract t65
WHERE t65.programme_id = t64.programme_id
AND t65.ends_on > t64.ends_on
AND (t65.state = 'DRAFT'
OR t65.state IN ('AWAITING_SIGNATURES', 'ACTIVE', 'SUSPENDED'))
AND t65."client_id" IN (SELECT id
FROM by_caseload)))) d
WHERE d.moment <= $4::date + 14) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'PROGRAMME_REVIEW'::text AS kind, 'programme'::text AS noun, coalesce(t66.next_review_on, (greatest(t66.starts_on, (SELECT max(t67.ends_on)
FROM report t67
WHERE t67.relationship_id = t66.relationship_id
AND t67.state IN ('HEARD', 'APPROVED', 'DELIVERED')
AND t67."client_id" IN (SELECT id
FROM by_caseload))) + interval '3 months')::date) AS moment, t66.id AS id
FROM programme t66
WHERE (t66."client_id" IN (SELECT id
FROM by_caseload)
AND t66.state IN ('ACTIVE'))) d
WHERE d.moment <= $4::date + 14) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'NO_CONTACT'::text AS kind, 'relationship'::text AS noun, (greatest(t68.started_on, (SELECT max((t69.occurred_at AT TIME ZONE 'Europe/Helsinki')::date)
FROM coaching_note t69
WHERE t69.relationship_id = t68.id
AND t69.state IN ('SIGNED', 'AMENDED')
AND ((t69."created_by" = $6::uuid
AND t69.state IN ('DRAFT'))
OR (t69."client_id" IN (SELECT id
FROM by_caseload)
AND t69.state IN ('AMENDED', 'SIGNED')))), (SELECT max(t70.day)
FROM attendance t70
WHERE t70.client_id = t68.client_id
AND t70.presence = 'PRESENT'
AND t70.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND ((t70."client_id" IN (SELECT id
FROM by_caseload))
OR (t70."unit_id" = $7::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t70."client_id") IS TRUE)
AND (NOT (t70.state = 'PLANNED'
AND t70.day <> $4::date)
OR t70."client_id" IN (SELECT id
FROM by_caseload)))) + 30) AS moment, t68.id AS id
FROM relationship t68
WHERE (t68."client_id" IN (SELECT id
FROM by_caseload)
AND t68.state IN ('ACTIVE'))) d
WHERE d.moment <= $4::date + 0) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'MEASURE_DUE'::text AS kind, 'measure'::text AS noun, coalesce(t71.due_on, DATE '9999-01-01') AS moment, t71.id AS id
FROM measure t71
WHERE (t71."client_id" IN (SELECT id
FROM by_caseload)
AND t71.state IN ('OPEN'))
AND (t71.due_on IS NOT NULL)) d
WHERE d.moment <= $4::date + 14) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'SAFETY_REVIEW'::text AS kind, 'client'::text AS noun, coalesce(t72.safety_review_on, DATE '9999-01-01') AS moment, t72.id AS id
FROM client t72
WHERE (t72."id" IN (SELECT id
FROM by_caseload)
AND t72.state IN ('ACTIVE', 'PROSPECT'))
AND (t72.safety_restriction
AND t72.safety_review_on IS NOT NULL)) d
WHERE d.moment <= $4::date + 14) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ABSENCE_REPORT_DUE'::text AS kind, 'absence_report'::text AS noun, coalesce(t73.due_on, DATE '9999-01-01') AS moment, t73.id AS id
FROM absence_report t73
WHERE (t73."client_id" IN (SELECT id
FROM by_caseload)
AND t73.state IN ('DRAFT', 'READY'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t73."client_id") IS TRUE))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REASON_PENDING'::text AS kind, 'attendance'::text AS noun, (SELECT s.day::date
FROM generate_series(t74.day + 1, t74.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($9::date[])
ORDER BY s.day LIMIT 1 OFFSET 2) AS moment, t74.id AS id
FROM attendance t74
WHERE (t74."client_id" IN (SELECT id
FROM by_caseload)
AND t74.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t74."client_id") IS TRUE)
AND (NOT (t74.state = 'PLANNED'
AND t74.day <> $4::date)
OR t74."client_id" IN (SELECT id
FROM by_caseload)))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t74."client_id") IS TRUE))
AND (EXISTS (SELECT
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t74.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'is_pending'
AND f.value ->> 'text' = 'yes'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CERTIFICATE_MISSING'::text AS kind, 'attendance'::text AS noun, t75.day AS moment, t75.id AS id
FROM attendance t75
WHERE (t75."client_id" IN (SELECT id
FROM by_caseload)
AND t75.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t75."client_id") IS TRUE)
AND (NOT (t75.state = 'PLANNED'
AND t75.day <> $4::date)
OR t75."client_id" IN (SELECT id
FROM by_caseload)))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t75."client_id") IS TRUE))
AND (NOT EXISTS (SELECT
FROM attendance t77
WHERE t77.client_id = t75.client_id
AND t77.day <= t75.day
AND t77.certificate_seen_until >= t75.day
AND ((t77."client_id" IN (SELECT id
FROM by_caseload))
OR (t77."unit_id" = $7::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t77."client_id") IS TRUE)
AND (NOT (t77.state = 'PLANNED'
AND t77.day <> $4::date)
OR t77."client_id" IN (SELECT id
FROM by_caseload))
AND t77."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t77."client_id") IS TRUE))
AND EXISTS (SELECT
FROM (SELECT m.most
FROM (SELECT max((f.value ->> 'text')::int) AS most
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t75.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'needs_certificate_after_days') m
WHERE m.most IS NOT NULL) m
CROSS
JOIN LATERAL (SELECT m.most, count(*) FILTER (WHERE p.code = t75.code
AND p.place <= m.most) AS alike, count(*) FILTER (WHERE p.code = t75.code) AS longer, max(p.day) AS day_before
FROM (SELECT t78.code, t78.day, row_number() OVER (ORDER BY t78.day DESC, t78.id DESC) AS place
FROM attendance t78
WHERE t78.client_id = t75.client_id
AND t78.day < t75.day
AND t78.presence IS NOT NULL
AND t78.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t78.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND ((t78."client_id" IN (SELECT id
FROM by_caseload))
OR (t78."unit_id" = $7::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t78."client_id") IS TRUE)
AND (NOT (t78.state = 'PLANNED'
AND t78.day <> $4::date)
OR t78."client_id" IN (SELECT id
FROM by_caseload))
AND t78."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t78."client_id") IS TRUE)
ORDER BY t78.day DESC, t78.id DESC LIMIT m.most + 1) p) run
WHERE run.alike = run.most
AND (run.longer = run.most
OR EXISTS (SELECT
FROM attendance t76
WHERE t76.client_id = t75.client_id
AND t76.day <= run.day_before
AND t76.certificate_seen_until >= run.day_before
AND ((t76."client_id" IN (SELECT id
FROM by_caseload))
OR (t76."unit_id" = $7::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t76."client_id") IS TRUE)
AND (NOT (t76.state = 'PLANNED'
AND t76.day <> $4::date)
OR t76."client_id" IN (SELECT id
FROM by_caseload))
AND t76."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t76."client_id") IS TRUE)))))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ABSENCE_TOO_LONG'::text AS kind, 'attendance'::text AS noun, t79.day AS moment, t79.id AS id
FROM attendance t79
WHERE (t79."client_id" IN (SELECT id
FROM by_caseload)
AND t79.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t79."client_id") IS TRUE)
AND (NOT (t79.state = 'PLANNED'
AND t79.day <> $4::date)
OR t79."client_id" IN (SELECT id
FROM by_caseload)))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t79."client_id") IS TRUE))
AND (EXISTS (SELECT
FROM (SELECT m.most
FROM (SELECT max((f.value ->> 'text')::int) AS most
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t79.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'longest_days') m
WHERE m.most IS NOT NULL) m
CROSS
JOIN LATERAL (SELECT m.most, count(*) FILTER (WHERE p.code = t79.code
AND p.place <= m.most) AS alike, count(*) FILTER (WHERE p.code = t79.code) AS longer, max(p.day) AS day_before
FROM (SELECT t80.code, t80.day, row_number() OVER (ORDER BY t80.day DESC, t80.id DESC) AS place
FROM attendance t80
WHERE t80.client_id = t79.client_id
AND t80.day < t79.day
AND t80.presence IS NOT NULL
AND t80.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t80.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND ((t80."client_id" IN (SELECT id
FROM by_caseload))
OR (t80."unit_id" = $7::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t80."client_id") IS TRUE)
AND (NOT (t80.state = 'PLANNED'
AND t80.day <> $4::date)
OR t80."client_id" IN (SELECT id
FROM by_caseload))
AND t80."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t80."client_id") IS TRUE)
ORDER BY t80.day DESC, t80.id DESC LIMIT m.most + 1) p) run
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
FROM (SELECT (SELECT min(t84.day) + 14
FROM attendance t84
WHERE t84.contract_id = t81.id
AND t84.day > $4::date - 92
AND t84.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t84.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND EXISTS (SELECT
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t84.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'reported'
AND f.value ->> 'text' = 'YES')
AND t84.day <@ ANY (SELECT daterange(t82.starts_on, t82.ends_on, '[]')
FROM benefit_payer t82
WHERE t82.client_id = t81.client_id
AND t82.state = 'VALID'
AND t82."client_id" IN (SELECT id
FROM by_caseload))
AND NOT (t84.day, t84.code) IN (SELECT t83.day, t83.code
FROM reported_absence t83
WHERE t83.contract_id = t81.id
AND t83.code IS NOT NULL
AND NOT EXISTS (SELECT
FROM reported_absence n
WHERE n.corrects_id = t83.id)
AND t83."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t83."client_id") IS TRUE)
AND t83."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t83."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t83."client_id") IS TRUE))
AND ((t84."client_id" IN (SELECT id
FROM by_caseload))
OR (t84."unit_id" = $7::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t84."client_id") IS TRUE)
AND (NOT (t84.state = 'PLANNED'
AND t84.day <> $4::date)
OR t84."client_id" IN (SELECT id
FROM by_caseload))
AND t84."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t84."client_id") IS TRUE)) AS day) e
CROSS
JOIN LATERAL generate_series(e.day, e.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($9::date[])
ORDER BY s.day LIMIT 1) AS moment, t81.id AS id
FROM contract t81
WHERE (t81."client_id" IN (SELECT id
FROM by_caseload)
AND t81.state IN ('ACTIVE', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED'))) d
WHERE d.moment <= $4::date + 7) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_EXPLAIN'::text AS kind, 'proposal'::text AS noun, DATE '9999-01-01' AS moment, t85.id AS id
FROM proposal t85
WHERE (t85."client_id" IN (SELECT id
FROM by_caseload)
AND t85.state IN ('ASKED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_CARRY_OUT'::text AS kind, 'proposal'::text AS noun, coalesce(t86.starts_on, DATE '9999-01-01') AS moment, t86.id AS id
FROM proposal t86
WHERE (t86."client_id" IN (SELECT id
FROM by_caseload)
AND t86.state IN ('ACCEPTED'))
AND (t86.carried_out_on IS NULL)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_DELIVER'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t87.id AS id
FROM report t87
WHERE (t87."client_id" IN (SELECT id
FROM by_caseload)
AND t87.state IN ('APPROVED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint + 1), v63 AS MATERIALIZED (SELECT *
FROM w63 w
ORDER BY w.moment, w.kind, w.id LIMIT $10::bigint), q63_contract AS MATERIALIZED (SELECT t88."id" AS "id", t88.client_id AS "subject"
FROM contract t88
WHERE t88.id IN (SELECT v.id
FROM v63 v
WHERE v.noun = 'contract')
AND t88."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q63_programme AS MATERIALIZED (SELECT t89."id" AS "id", t89.client_id AS "subject"
FROM programme t89
WHERE t89.id IN (SELECT v.id
FROM v63 v
WHERE v.noun = 'programme')
AND t89."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q63_relationship AS MATERIALIZED (SELECT t90."id" AS "id", t90.client_id AS "subject"
FROM relationship t90
WHERE t90.id IN (SELECT v.id
FROM v63 v
WHERE v.noun = 'relationship')
AND t90."client_id" IN (SELECT id
FROM by_caseload)
AND t90.state IN ('ACTIVE', 'ENDED')
AND (SELECT ok
FROM live)), q63_measure AS MATERIALIZED (SELECT t91."id" AS "id", t91.client_id AS "subject"
FROM measure t91
WHERE t91.id IN (SELECT v.id
FROM v63 v
WHERE v.noun = 'measure')
AND t91."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q63_client AS MATERIALIZED (SELECT t92."id" AS "id", t92.id AS "subject"
FROM client t92
WHERE t92.id IN (SELECT v.id
FROM v63 v
WHERE v.noun = 'client')
AND ((t92."id" IN (SELECT id
FROM by_caseload)
AND t92.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t92."unit_id" = $7::uuid
AND t92.state IN ('ACTIVE', 'PROSPECT')))
AND (SELECT ok
FROM live)), q63_absence_report AS MATERIALIZED (SELECT t93."id" AS "id", t93.client_id AS "subject"
FROM absence_report t93
WHERE t93.id IN (SELECT v.id
FROM v63 v
WHERE v.noun = 'absence_report')
AND t93."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t93."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q63_attendance AS MATERIALIZED (SELECT t94."id" AS "id", t94.client_id AS "subject"
FROM attendance t94
WHERE t94.id IN (SELECT v.id
FROM v63 v
WHERE v.noun = 'attendance')
AND ((t94."client_id" IN (SELECT id
FROM by_caseload))
OR (t94."unit_id" = $7::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t94."client_id") IS TRUE)
AND (NOT (t94.state = 'PLANNED'
AND t94.day <> $4::date)
OR t94."client_id" IN (SELECT id
FROM by_caseload))
AND (SELECT ok
FROM live)), q63_proposal AS MATERIALIZED (SELECT t98."id" AS "id", coalesce(t98.client_id, t98.referral_id) AS "subject"
FROM proposal t98
WHERE t98.id IN (SELECT v.id
FROM v63 v
WHERE v.noun = 'proposal')
AND t98."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q63_report AS MATERIALIZED (SELECT t100."id" AS "id", t100.client_id AS "subject"
FROM report t100
WHERE t100.id IN (SELECT v.id
FROM v63 v
WHERE v.noun = 'report')
AND t100."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $18::timestamptz, $6::uuid, $12::text, $19::text, $20::text, '{AbsenceReport.dueOn:filter,AbsenceReport.id,AbsenceReport.state:filter,Attendance.certificateSeenUntil:filter,Attendance.client,Attendance.code,Attendance.code:filter,Attendance.day,Attendance.day:filter,Attendance.id,Attendance.presence:filter,Attendance.recordedAt:filter,Attendance.state:filter,BenefitPayer.endsOn:filter,BenefitPayer.startsOn:filter,Client.callName,Client.id,Client.lastName,Client.safetyRestriction:filter,Client.safetyReviewOn:filter,Client.state:filter,CoachingNote.client,CoachingNote.id,CoachingNote.kind,CoachingNote.modifiedAt:filter,CoachingNote.occurredAt:filter,CoachingNote.state:filter,Contract.client,Contract.endsOn:filter,Contract.id,Contract.modifiedAt:filter,Contract.state,Contract.state:filter,Goal.id,Goal.modifiedAt:filter,Goal.state:filter,Measure.dueOn:filter,Measure.id,Measure.modifiedAt:filter,Measure.state:filter,Programme.id,Programme.modifiedAt:filter,Programme.nextReviewOn:filter,Programme.startsOn:filter,Programme.state:filter,Proposal.carriedOutOn:filter,Proposal.id,Proposal.modifiedAt:filter,Proposal.startsOn:filter,Proposal.state:filter,Referral.id,Referral.modifiedAt:filter,Referral.state:filter,Relationship.id,Relationship.modifiedAt:filter,Relationship.startedOn:filter,Relationship.state:filter,Report.endsOn:filter,Report.id,Report.modifiedAt:filter,Report.state:filter,ReportedAbsence.code:filter,ReportedAbsence.contract:filter,ReportedAbsence.day:filter}'::text[], $13::uuid[], $14::text, $15::uuid, $16::text, $17::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
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
FROM q25_contract)
UNION (SELECT subject
FROM q25_programme)
UNION (SELECT subject
FROM q25_relationship)
UNION (SELECT subject
FROM q25_measure)
UNION (SELECT subject
FROM q25_client)
UNION (SELECT subject
FROM q25_absence_report)
UNION (SELECT subject
FROM q25_attendance)
UNION (SELECT subject
FROM q25_proposal)
UNION (SELECT subject
FROM q25_report)
UNION (SELECT subject
FROM q63_contract)
UNION (SELECT subject
FROM q63_programme)
UNION (SELECT subject
FROM q63_relationship)
UNION (SELECT subject
FROM q63_measure)
UNION (SELECT subject
FROM q63_client)
UNION (SELECT subject
FROM q63_absence_report)
UNION (SELECT subject
FROM q63_attendance)
UNION (SELECT subject
FROM q63_proposal)
UNION (SELECT subject
FROM q63_report)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(s.*)
FROM (SELECT $1::date AS "from", $2::date AS "before", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", w.moment AS "at", CASE w.noun WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_' || encode(uuid_send(p12."id"), 'hex') AS "id", p12."day" AS "day", CASE WHEN p12.may_care THEN p12."code" END AS "code", (SELECT row_to_json(r.*)
FROM (SELECT p22."call_name" AS "callName", p22."last_name" AS "lastName"
FROM (SELECT t22."call_name" AS "call_name", t22."last_name" AS "last_name"
FROM client t22
WHERE t22.id = p12."client_id"
AND ((t22."id" IN (SELECT id
FROM by_caseload)
AND t22.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t22."unit_id" = $7::uuid
AND t22.state IN ('ACTIVE', 'PROSPECT')))) p22) r) AS "client") r)
FROM q1_attendance p12
WHERE p12."id" = w.id) WHEN 'coaching_note' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'coaching_note_' || encode(uuid_send(p13."id"), 'hex') AS "id", p13."kind" AS "kind", (SELECT row_to_json(r.*)
FROM (SELECT p23."call_name" AS "callName", p23."last_name" AS "lastName"
FROM (SELECT t23."call_name" AS "call_name", t23."last_name" AS "last_name"
FROM client t23
WHERE t23.id = p13."client_id"
AND ((t23."id" IN (SELECT id
FROM by_caseload)
AND t23.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t23."unit_id" = $7::uuid
AND t23.state IN ('ACTIVE', 'PROSPECT')))) p23) r) AS "client") r)
FROM q1_coaching_note p13
WHERE p13."id" = w.id) WHEN 'referral' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'referral_' || encode(uuid_send(p14."id"), 'hex') AS "id") r)
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
FROM (SELECT 'contract_' || encode(uuid_send(p19."id"), 'hex') AS "id", p19."state" AS "state", (SELECT row_to_json(r.*)
FROM (SELECT p24."call_name" AS "callName", p24."last_name" AS "lastName"
FROM (SELECT t24."call_name" AS "call_name", t24."last_name" AS "last_name"
FROM client t24
WHERE t24.id = p19."client_id"
AND ((t24."id" IN (SELECT id
FROM by_caseload)
AND t24.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t24."unit_id" = $7::uuid
AND t24.state IN ('ACTIVE', 'PROSPECT')))) p24) r) AS "client") r)
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
FROM (SELECT 'contract_' || encode(uuid_send(p50."id"), 'hex') AS "id") r)
FROM q25_contract p50
WHERE p50."id" = w.id) WHEN 'programme' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'programme_' || encode(uuid_send(p51."id"), 'hex') AS "id") r)
FROM q25_programme p51
WHERE p51."id" = w.id) WHEN 'relationship' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'relationship_' || encode(uuid_send(p52."id"), 'hex') AS "id") r)
FROM q25_relationship p52
WHERE p52."id" = w.id) WHEN 'measure' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'measure_' || encode(uuid_send(p53."id"), 'hex') AS "id") r)
FROM q25_measure p53
WHERE p53."id" = w.id) WHEN 'client' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p54."id"), 'hex') AS "id") r)
FROM q25_client p54
WHERE p54."id" = w.id) WHEN 'absence_report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'absence_report_' || encode(uuid_send(p55."id"), 'hex') AS "id") r)
FROM q25_absence_report p55
WHERE p55."id" = w.id) WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_' || encode(uuid_send(p56."id"), 'hex') AS "id") r)
FROM q25_attendance p56
WHERE p56."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'proposal_' || encode(uuid_send(p60."id"), 'hex') AS "id") r)
FROM q25_proposal p60
WHERE p60."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p62."id"), 'hex') AS "id") r)
FROM q25_report p62
WHERE p62."id" = w.id) END AS "object"
FROM v25 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "due", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p88."id"), 'hex') AS "id") r)
FROM q63_contract p88
WHERE p88."id" = w.id) WHEN 'programme' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'programme_' || encode(uuid_send(p89."id"), 'hex') AS "id") r)
FROM q63_programme p89
WHERE p89."id" = w.id) WHEN 'relationship' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'relationship_' || encode(uuid_send(p90."id"), 'hex') AS "id") r)
FROM q63_relationship p90
WHERE p90."id" = w.id) WHEN 'measure' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'measure_' || encode(uuid_send(p91."id"), 'hex') AS "id") r)
FROM q63_measure p91
WHERE p91."id" = w.id) WHEN 'client' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p92."id"), 'hex') AS "id") r)
FROM q63_client p92
WHERE p92."id" = w.id) WHEN 'absence_report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'absence_report_' || encode(uuid_send(p93."id"), 'hex') AS "id") r)
FROM q63_absence_report p93
WHERE p93."id" = w.id) WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_' || encode(uuid_send(p94."id"), 'hex') AS "id") r)
FROM q63_attendance p94
WHERE p94."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'proposal_' || encode(uuid_send(p98."id"), 'hex') AS "id") r)
FROM q63_proposal p98
WHERE p98."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p100."id"), 'hex') AS "id") r)
FROM q63_report p100
WHERE p100."id" = w.id) END AS "object"
FROM v63 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "waiting") s) AS r0
