WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $5::uuid
AND a.epoch = $8::int
AND a.disabled_at IS NULL) AS ok),
by_caseload(id) AS MATERIALIZED (SELECT c.client_id
FROM relationship c
WHERE c.responsible_coach_id = $3::uuid
AND c.state IN ('ACTIVE', 'ENDED')
UNION ALL
SELECT s.client_id
FROM substitution s
WHERE s.staff_member_id = $3::uuid
AND s.state = 'VALID'
AND s.starts_on <= $4::date
AND (s.ends_before IS NULL
OR s.ends_before > $4::date)), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'CONTRACT_ENDS'::text AS kind, 'contract'::text AS noun, coalesce(t2.ends_on, DATE '9999-01-01') AS moment, t2.id AS id
FROM contract t2
WHERE (t2."client_id" IN (SELECT id
FROM by_caseload)
AND t2.state IN ('ACTIVE', 'SUSPENDED'))
AND (NOT EXISTS (SELECT
FROM contract t3
WHERE t3.programme_id = t2.programme_id
AND t3.ends_on > t2.ends_on
AND (t3.state = 'DRAFT'
OR t3.state IN ('AWAITING_SIGNATURES', 'ACTIVE', 'SUSPENDED'))
AND t3."client_id" IN (SELECT id
FROM by_caseload)))) d
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
AND t5."client_id" IN (SELECT id
FROM by_caseload))) + interval '3 months')::date) AS moment, t4.id AS id
FROM programme t4
WHERE (t4."client_id" IN (SELECT id
FROM by_caseload)
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
OR (t7."client_id" IN (SELECT id
FROM by_caseload)
AND t7.state IN ('AMENDED', 'SIGNED')))), (SELECT max(t8.day)
FROM attendance t8
WHERE t8.client_id = t6.client_id
AND t8.presence = 'PRESENT'
AND t8.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND ((t8."client_id" IN (SELECT id
FROM by_caseload))
OR (t8."unit_id" = $6::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t8."client_id") IS TRUE)
AND (NOT (t8.state = 'PLANNED'
AND t8.day <> $4::date)
OR t8."client_id" IN (SELECT id
FROM by_caseload)))) + 30) AS moment, t6.id AS id
FROM relationship t6
WHERE (t6."client_id" IN (SELECT id
FROM by_caseload)
AND t6.state IN ('ACTIVE'))) d
WHERE d.moment <= $4::date + 0) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'MEASURE_DUE'::text AS kind, 'measure'::text AS noun, coalesce(t9.due_on, DATE '9999-01-01') AS moment, t9.id AS id
FROM measure t9
WHERE (t9."client_id" IN (SELECT id
FROM by_caseload)
AND t9.state IN ('OPEN'))
AND (t9.due_on IS NOT NULL)) d
WHERE d.moment <= $4::date + 14) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'SAFETY_REVIEW'::text AS kind, 'client'::text AS noun, coalesce(t10.safety_review_on, DATE '9999-01-01') AS moment, t10.id AS id
FROM client t10
WHERE (t10."id" IN (SELECT id
FROM by_caseload)
AND t10.state IN ('ACTIVE', 'PROSPECT'))
AND (t10.safety_restriction
AND t10.safety_review_on IS NOT NULL)) d
WHERE d.moment <= $4::date + 14) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ABSENCE_REPORT_DUE'::text AS kind, 'absence_report'::text AS noun, coalesce(t11.due_on, DATE '9999-01-01') AS moment, t11.id AS id
FROM absence_report t11
WHERE (t11."client_id" IN (SELECT id
FROM by_caseload)
AND t11.state IN ('DRAFT', 'READY'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t11."client_id") IS TRUE))) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REASON_PENDING'::text AS kind, 'attendance'::text AS noun, (SELECT s.day::date
FROM generate_series(t12.day + 1, t12.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($7::date[])
ORDER BY s.day LIMIT 1 OFFSET 2) AS moment, t12.id AS id
FROM attendance t12
WHERE (t12."client_id" IN (SELECT id
FROM by_caseload)
AND t12.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t12."client_id") IS TRUE)
AND (NOT (t12.state = 'PLANNED'
AND t12.day <> $4::date)
OR t12."client_id" IN (SELECT id
FROM by_caseload)))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t12."client_id") IS TRUE))
AND (EXISTS (SELECT
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t12.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'is_pending'
AND f.value ->> 'text' = 'yes'))) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CERTIFICATE_MISSING'::text AS kind, 'attendance'::text AS noun, t13.day AS moment, t13.id AS id
FROM attendance t13
WHERE (t13."client_id" IN (SELECT id
FROM by_caseload)
AND t13.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t13."client_id") IS TRUE)
AND (NOT (t13.state = 'PLANNED'
AND t13.day <> $4::date)
OR t13."client_id" IN (SELECT id
FROM by_caseload)))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t13."client_id") IS TRUE))
AND (NOT EXISTS (SELECT
FROM attendance t15
WHERE t15.client_id = t13.client_id
AND t15.day <= t13.day
AND t15.certificate_seen_until >= t13.day
AND ((t15."client_id" IN (SELECT id
FROM by_caseload))
OR (t15."unit_id" = $6::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t15."client_id") IS TRUE)
AND (NOT (t15.state = 'PLANNED'
AND t15.day <> $4::date)
OR t15."client_id" IN (SELECT id
FROM by_caseload))
AND t15."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t15."client_id") IS TRUE))
AND EXISTS (SELECT
FROM (SELECT m.most
FROM (SELECT max((f.value ->> 'text')::int) AS most
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t13.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'needs_certificate_after_days') m
WHERE m.most IS NOT NULL) m
CROSS
JOIN LATERAL (SELECT m.most, count(*) FILTER (WHERE p.code = t13.code
AND p.place <= m.most) AS alike, count(*) FILTER (WHERE p.code = t13.code) AS longer, max(p.day) AS day_before
FROM (SELECT t16.code, t16.day, row_number() OVER (ORDER BY t16.day DESC, t16.id DESC) AS place
FROM attendance t16
WHERE t16.client_id = t13.client_id
AND t16.day < t13.day
AND t16.presence IS NOT NULL
AND t16.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t16.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND ((t16."client_id" IN (SELECT id
FROM by_caseload))
OR (t16."unit_id" = $6::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t16."client_id") IS TRUE)
AND (NOT (t16.state = 'PLANNED'
AND t16.day <> $4::date)
OR t16."client_id" IN (SELECT id
FROM by_caseload))
AND t16."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t16."client_id") IS TRUE)
ORDER BY t16.day DESC, t16.id DESC LIMIT m.most + 1) p) run
WHERE run.alike = run.most
AND (run.longer = run.most
OR EXISTS (SELECT
FROM attendance t14
WHERE t14.client_id = t13.client_id
AND t14.day <= run.day_before
AND t14.certificate_seen_until >= run.day_before
AND ((t14."client_id" IN (SELECT id
FROM by_caseload))
OR (t14."unit_id" = $6::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t14."client_id") IS TRUE)
AND (NOT (t14.state = 'PLANNED'
AND t14.day <> $4::date)
OR t14."client_id" IN (SELECT id
FROM by_caseload))
AND t14."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t14."client_id") IS TRUE)))))) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ABSENCE_TOO_LONG'::text AS kind, 'attendance'::text AS noun, t17.day AS moment, t17.id AS id
FROM attendance t17
WHERE (t17."client_id" IN (SELECT id
FROM by_caseload)
AND t17.state IN ('CONFIRMED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t17."client_id") IS TRUE)
AND (NOT (t17.state = 'PLANNED'
AND t17.day <> $4::date)
OR t17."client_id" IN (SELECT id
FROM by_caseload)))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t17."client_id") IS TRUE))
AND (EXISTS (SELECT
FROM (SELECT m.most
FROM (SELECT max((f.value ->> 'text')::int) AS most
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t17.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'longest_days') m
WHERE m.most IS NOT NULL) m
CROSS
JOIN LATERAL (SELECT m.most, count(*) FILTER (WHERE p.code = t17.code
AND p.place <= m.most) AS alike, count(*) FILTER (WHERE p.code = t17.code) AS longer, max(p.day) AS day_before
FROM (SELECT t18.code, t18.day, row_number() OVER (ORDER BY t18.day DESC, t18.id DESC) AS place
FROM attendance t18
WHERE t18.client_id = t17.client_id
AND t18.day < t17.day
AND t18.presence IS NOT NULL
AND t18.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t18.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND ((t18."client_id" IN (SELECT id
FROM by_caseload))
OR (t18."unit_id" = $6::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t18."client_id") IS TRUE)
AND (NOT (t18.state = 'PLANNED'
AND t18.day <> $4::date)
OR t18."client_id" IN (SELECT id
FROM by_caseload))
AND t18."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t18."client_id") IS TRUE)
ORDER BY t18.day DESC, t18.id DESC LIMIT m.most + 1) p) run
WHERE run.alike = run.most
AND run.longer = run.most))) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'ABSENCE_UNREPORTED'::text AS kind, 'contract'::text AS noun, (SELECT s.day::date
FROM (SELECT (SELECT min(t22.day) + 14
FROM attendance t22
WHERE t22.contract_id = t19.id
AND t22.day > $4::date - 92
AND t22.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t22.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND EXISTS (SELECT
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t22.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'reported'
AND f.value ->> 'text' = 'YES')
AND t22.day <@ ANY (SELECT daterange(t20.starts_on, t20.ends_on, '[]')
FROM benefit_payer t20
WHERE t20.client_id = t19.client_id
AND t20.state = 'VALID'
AND t20."client_id" IN (SELECT id
FROM by_caseload))
AND NOT (t22.day, t22.code) IN (SELECT t21.day, t21.code
FROM reported_absence t21
WHERE t21.contract_id = t19.id
AND t21.code IS NOT NULL
AND NOT EXISTS (SELECT
FROM reported_absence n
WHERE n.corrects_id = t21.id)
AND t21."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t21."client_id") IS TRUE)
AND t21."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t21."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t21."client_id") IS TRUE))
AND ((t22."client_id" IN (SELECT id
FROM by_caseload))
OR (t22."unit_id" = $6::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t22."client_id") IS TRUE)
AND (NOT (t22.state = 'PLANNED'
AND t22.day <> $4::date)
OR t22."client_id" IN (SELECT id
FROM by_caseload))
AND t22."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t22."client_id") IS TRUE)) AS day) e
CROSS
JOIN LATERAL generate_series(e.day, e.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($7::date[])
ORDER BY s.day LIMIT 1) AS moment, t19.id AS id
FROM contract t19
WHERE (t19."client_id" IN (SELECT id
FROM by_caseload)
AND t19.state IN ('ACTIVE', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED'))) d
WHERE d.moment <= $4::date + 7) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_EXPLAIN'::text AS kind, 'proposal'::text AS noun, DATE '9999-01-01' AS moment, t23.id AS id
FROM proposal t23
WHERE (t23."client_id" IN (SELECT id
FROM by_caseload)
AND t23.state IN ('ASKED'))) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_CARRY_OUT'::text AS kind, 'proposal'::text AS noun, coalesce(t24.starts_on, DATE '9999-01-01') AS moment, t24.id AS id
FROM proposal t24
WHERE (t24."client_id" IN (SELECT id
FROM by_caseload)
AND t24.state IN ('ACCEPTED'))
AND (t24.carried_out_on IS NULL)) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_DELIVER'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t25.id AS id
FROM report t25
WHERE (t25."client_id" IN (SELECT id
FROM by_caseload)
AND t25.state IN ('APPROVED'))) w
WHERE w.moment <= $1::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment, w.kind, w.id LIMIT $2::bigint), q1_contract AS MATERIALIZED (SELECT t26."id" AS "id", t26."ends_on" AS "ends_on", t26."client_id" AS "client_id", t26.client_id AS "subject"
FROM contract t26
WHERE t26.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'contract')
AND t26."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q1_programme AS MATERIALIZED (SELECT t27."id" AS "id", t27."starts_on" AS "starts_on", t27."client_id" AS "client_id", t27.client_id AS "subject"
FROM programme t27
WHERE t27.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'programme')
AND t27."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q1_relationship AS MATERIALIZED (SELECT t28."id" AS "id", t28."started_on" AS "started_on", t28."client_id" AS "client_id", t28.client_id AS "subject"
FROM relationship t28
WHERE t28.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'relationship')
AND t28."client_id" IN (SELECT id
FROM by_caseload)
AND t28.state IN ('ACTIVE', 'ENDED')
AND (SELECT ok
FROM live)), q1_measure AS MATERIALIZED (SELECT t29."id" AS "id", (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t29."client_id") IS TRUE) AS "may_care", t29."text" AS "text", t29."client_id" AS "client_id", t29.client_id AS "subject"
FROM measure t29
WHERE t29.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'measure')
AND t29."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q1_client AS MATERIALIZED (SELECT t30."id" AS "id", t30.id AS "subject"
FROM client t30
WHERE t30.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'client')
AND ((t30."id" IN (SELECT id
FROM by_caseload)
AND t30.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t30."unit_id" = $6::uuid
AND t30.state IN ('ACTIVE', 'PROSPECT')))
AND (SELECT ok
FROM live)), q1_absence_report AS MATERIALIZED (SELECT t31."id" AS "id", t31.client_id AS "subject"
FROM absence_report t31
WHERE t31.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'absence_report')
AND t31."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t31."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q1_attendance AS MATERIALIZED (SELECT t32."id" AS "id", t32."day" AS "day", t32."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t32."client_id") IS TRUE) AS "may_care", t32."code" AS "code", t32."client_id" AS "client_id", t32.client_id AS "subject"
FROM attendance t32
WHERE t32.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'attendance')
AND ((t32."client_id" IN (SELECT id
FROM by_caseload))
OR (t32."unit_id" = $6::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t32."client_id") IS TRUE)
AND (NOT (t32.state = 'PLANNED'
AND t32.day <> $4::date)
OR t32."client_id" IN (SELECT id
FROM by_caseload))
AND (SELECT ok
FROM live)), q1_proposal AS MATERIALIZED (SELECT t36."id" AS "id", coalesce(t36.client_id, t36.referral_id) AS "subject"
FROM proposal t36
WHERE t36.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'proposal')
AND t36."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), q1_report AS MATERIALIZED (SELECT t38."id" AS "id", t38.client_id AS "subject"
FROM report t38
WHERE t38.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'report')
AND t38."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $15::timestamptz, $5::uuid, $9::text, $16::text, $17::text, '{AbsenceReport.dueOn:filter,AbsenceReport.id,AbsenceReport.state:filter,Attendance.certificateSeenUntil:filter,Attendance.client,Attendance.code,Attendance.code:filter,Attendance.day,Attendance.day:filter,Attendance.id,Attendance.presence:filter,Attendance.state:filter,BenefitPayer.endsOn:filter,BenefitPayer.startsOn:filter,Client.callName,Client.id,Client.lastName,Client.safetyRestriction:filter,Client.safetyReviewOn:filter,Client.state:filter,CoachingNote.occurredAt:filter,Contract.client,Contract.endsOn,Contract.endsOn:filter,Contract.id,Contract.state:filter,Measure.client,Measure.dueOn:filter,Measure.id,Measure.state:filter,Measure.text,Programme.client,Programme.id,Programme.nextReviewOn:filter,Programme.startsOn,Programme.startsOn:filter,Programme.state:filter,Proposal.carriedOutOn:filter,Proposal.id,Proposal.startsOn:filter,Proposal.state:filter,Relationship.client,Relationship.id,Relationship.startedOn,Relationship.startedOn:filter,Relationship.state:filter,Report.endsOn:filter,Report.id,Report.state:filter,ReportedAbsence.code:filter,ReportedAbsence.contract:filter,ReportedAbsence.day:filter}'::text[], $10::uuid[], $11::text, $12::uuid, $13::text, $14::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_contract)
UNION (SELECT subject
FROM q1_programme)
UNION (SELECT subject
FROM q1_relationship)
UNION (SELECT subject
FROM q1_measure)
UNION (SELECT subject
FROM q1_client)
UNION (SELECT subject
FROM q1_absence_report)
UNION (SELECT subject
FROM q1_attendance)
UNION (SELECT subject
FROM q1_proposal)
UNION (SELECT subject
FROM q1_report)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p26."id"), 'hex') AS "id", p26."ends_on" AS "endsOn", (SELECT row_to_json(r.*)
FROM (SELECT p39."call_name" AS "callName", p39."last_name" AS "lastName"
FROM (SELECT t39."call_name" AS "call_name", t39."last_name" AS "last_name"
FROM client t39
WHERE t39.id = p26."client_id"
AND ((t39."id" IN (SELECT id
FROM by_caseload)
AND t39.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t39."unit_id" = $6::uuid
AND t39.state IN ('ACTIVE', 'PROSPECT')))) p39) r) AS "client") r)
FROM q1_contract p26
WHERE p26."id" = w.id) WHEN 'programme' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'programme_' || encode(uuid_send(p27."id"), 'hex') AS "id", p27."starts_on" AS "startsOn", (SELECT row_to_json(r.*)
FROM (SELECT p40."call_name" AS "callName", p40."last_name" AS "lastName"
FROM (SELECT t40."call_name" AS "call_name", t40."last_name" AS "last_name"
FROM client t40
WHERE t40.id = p27."client_id"
AND ((t40."id" IN (SELECT id
FROM by_caseload)
AND t40.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t40."unit_id" = $6::uuid
AND t40.state IN ('ACTIVE', 'PROSPECT')))) p40) r) AS "client") r)
FROM q1_programme p27
WHERE p27."id" = w.id) WHEN 'relationship' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'relationship_' || encode(uuid_send(p28."id"), 'hex') AS "id", p28."started_on" AS "startedOn", (SELECT row_to_json(r.*)
FROM (SELECT p41."call_name" AS "callName", p41."last_name" AS "lastName"
FROM (SELECT t41."call_name" AS "call_name", t41."last_name" AS "last_name"
FROM client t41
WHERE t41.id = p28."client_id"
AND ((t41."id" IN (SELECT id
FROM by_caseload)
AND t41.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t41."unit_id" = $6::uuid
AND t41.state IN ('ACTIVE', 'PROSPECT')))) p41) r) AS "client") r)
FROM q1_relationship p28
WHERE p28."id" = w.id) WHEN 'measure' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'measure_' || encode(uuid_send(p29."id"), 'hex') AS "id", CASE WHEN p29.may_care THEN p29."text" END AS "text", (SELECT row_to_json(r.*)
FROM (SELECT p42."call_name" AS "callName", p42."last_name" AS "lastName"
FROM (SELECT t42."call_name" AS "call_name", t42."last_name" AS "last_name"
FROM client t42
WHERE t42.id = p29."client_id"
AND ((t42."id" IN (SELECT id
FROM by_caseload)
AND t42.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t42."unit_id" = $6::uuid
AND t42.state IN ('ACTIVE', 'PROSPECT')))) p42) r) AS "client") r)
FROM q1_measure p29
WHERE p29."id" = w.id) WHEN 'client' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p30."id"), 'hex') AS "id") r)
FROM q1_client p30
WHERE p30."id" = w.id) WHEN 'absence_report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'absence_report_' || encode(uuid_send(p31."id"), 'hex') AS "id") r)
FROM q1_absence_report p31
WHERE p31."id" = w.id) WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_' || encode(uuid_send(p32."id"), 'hex') AS "id", p32."day" AS "day", CASE WHEN p32.may_care THEN p32."code" END AS "code", (SELECT row_to_json(r.*)
FROM (SELECT p43."call_name" AS "callName", p43."last_name" AS "lastName"
FROM (SELECT t43."call_name" AS "call_name", t43."last_name" AS "last_name"
FROM client t43
WHERE t43.id = p32."client_id"
AND ((t43."id" IN (SELECT id
FROM by_caseload)
AND t43.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t43."unit_id" = $6::uuid
AND t43.state IN ('ACTIVE', 'PROSPECT')))) p43) r) AS "client") r)
FROM q1_attendance p32
WHERE p32."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'proposal_' || encode(uuid_send(p36."id"), 'hex') AS "id") r)
FROM q1_proposal p36
WHERE p36."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p38."id"), 'hex') AS "id") r)
FROM q1_report p38
WHERE p38."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes", (SELECT row_to_json(i.*)
FROM (SELECT (SELECT count(*) > $2::bigint
FROM w1) AS "hasNextPage", (SELECT chr(2) || '0:' || encode(convert_to(w.moment::text || chr(31) || w.kind::text || chr(31) || w.id::text, 'UTF8'), 'hex')
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT 1) AS "endCursor") i) AS "pageInfo") c) AS r0
