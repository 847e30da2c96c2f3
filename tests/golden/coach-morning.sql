WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $7::uuid
AND a.epoch = $8::int
AND a.disabled_at IS NULL) AS ok),
by_caseload(id) AS MATERIALIZED (SELECT c.client_id
FROM relationship c
WHERE c.responsible_coach_id = $4::uuid
AND c.state IN ('ACTIVE', 'ENDED')
UNION ALL
SELECT s.client_id
FROM substitution s
WHERE s.staff_member_id = $4::uuid
AND s.state = 'VALID'
AND s.starts_on <= $5::date
AND (s.ends_before IS NULL
OR s.ends_before > $5::date)),
q1 AS MATERIALIZED (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."day" AS "day", t1."state" AS "state", t1."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_care", t1."code" AS "code", t1."minutes" AS "minutes", t1."client_id" IN (SELECT id
FROM by_caseload) AS "may_schedule", t1."planned_minutes" AS "planned_minutes", t1."contract_id" AS "contract_id", t1."presence" AS "presence", t1."client_id" AS "client_id", t1.client_id AS "subject"
FROM attendance t1
WHERE t1.day BETWEEN $1::date
AND $2::date
AND t1.client_id = ANY(ARRAY(SELECT id
FROM by_caseload))
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t1.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND ((t1."client_id" IN (SELECT id
FROM by_caseload))
OR (t1."unit_id" = $6::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND (NOT (t1.state = 'PLANNED'
AND t1.day <> $5::date)
OR t1."client_id" IN (SELECT id
FROM by_caseload))
AND (SELECT ok
FROM live)), c1 AS MATERIALIZED (SELECT t2."id" AS "id", (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE) AS "may_schedule", t2."weekly_pattern" AS "weekly_pattern", t2."client_id" AS "client_id", t2.client_id AS "subject"
FROM contract t2
WHERE t2.starts_on <= $2::date
AND t2.ends_on >= $1::date
AND t2.state IN ('ACTIVE', 'SUSPENDED', 'SUPERSEDED', 'ENDED', 'TERMINATED')
AND t2.client_id = ANY(ARRAY(SELECT id
FROM by_caseload))
AND t2."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), k1 AS MATERIALIZED (SELECT contract_id, client_id
FROM q1
UNION
SELECT id, client_id
FROM c1), u1 AS MATERIALIZED (SELECT t3."id" AS "id", t3."call_name" AS "call_name", t3."last_name" AS "last_name", t3."sort_key" AS "sort_key", t3.id AS "subject"
FROM client t3
WHERE t3.id IN (SELECT client_id
FROM k1)
AND ((t3."id" IN (SELECT id
FROM by_caseload)
AND t3.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t3."unit_id" = $6::uuid
AND t3.state IN ('ACTIVE', 'PROSPECT')))
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $15::timestamptz, $7::uuid, $9::text, $16::text, $17::text, '{Attendance.code,Attendance.day,Attendance.id,Attendance.minutes,Attendance.plannedMinutes,Attendance.presence,Attendance.revision,Attendance.state,Client.callName,Client.id,Client.lastName,Client.lastName:order,Contract.id,Contract.weeklyPattern}'::text[], $10::uuid[], $11::text, $12::uuid, $13::text, $14::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1)
UNION (SELECT subject
FROM c1)
UNION (SELECT subject
FROM u1)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(s.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT to_char(d, 'YYYY-MM-DD') AS "day", extract(isodow
FROM d)::int AS "weekday", d::date = ANY($3::date[]) AS "isHoliday"
FROM generate_series($1::date, $2::date, interval '1 day') d
ORDER BY d) r) AS "days", (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT CASE WHEN p3."id" IS NOT NULL THEN (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p3."id"), 'hex') AS "id", p3."call_name" AS "callName", p3."last_name" AS "lastName") r) END AS "client", CASE WHEN p2."id" IS NOT NULL THEN (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p2."id"), 'hex') AS "id", CASE WHEN p2.may_schedule THEN (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT e."weekday" AS "weekday", e."startsAt" AS "startsAt", e."minutes" AS "minutes"
FROM jsonb_to_recordset(p2."weekly_pattern") AS e("weekday" int, "startsAt" time, "minutes" int)) r) END AS "weeklyPattern") r) END AS "contract", (SELECT coalesce(json_agg(d.*), '[]')
FROM (SELECT 'attendance_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."day" AS "day", p1."state" AS "state", CASE WHEN p1.may_care THEN p1."code" END AS "code", p1."minutes" AS "minutes", CASE WHEN p1.may_schedule THEN p1."planned_minutes" END AS "plannedMinutes"
FROM q1 p1
WHERE p1."contract_id" = k.contract_id
ORDER BY p1."day", p1."id") d) AS "days", (SELECT coalesce(json_agg(d.*), '[]')
FROM (SELECT p4."day" AS "day", CASE WHEN p4.may_care THEN p4."code" END AS "code", p4."presence" AS "presence"
FROM (SELECT t4."day" AS "day", t4."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t4."client_id") IS TRUE) AS "may_care", t4."code" AS "code", t4."presence" AS "presence"
FROM attendance t4
WHERE t4.contract_id = k.contract_id
AND t4.day < $1::date
AND t4.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t4.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND ((t4."client_id" IN (SELECT id
FROM by_caseload))
OR (t4."unit_id" = $6::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t4."client_id") IS TRUE)
AND (NOT (t4.state = 'PLANNED'
AND t4.day <> $5::date)
OR t4."client_id" IN (SELECT id
FROM by_caseload))
ORDER BY t4.day DESC, t4.id DESC LIMIT 5) p4
ORDER BY p4."day") d) AS "recent", (SELECT row_to_json(t.*)
FROM (SELECT count(*) FILTER (WHERE p1.state = 'PLANNED') AS "planned", count(*) FILTER (WHERE p1.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')) AS "recorded", count(*) FILTER (WHERE p1.presence = 'PRESENT') AS "present", count(*) FILTER (WHERE p1.presence = 'ABSENT') AS "absent", coalesce(sum(p1.minutes), 0) AS "minutes", coalesce(sum(p1.planned_minutes) FILTER (WHERE p1.may_schedule), 0) AS "plannedMinutes"
FROM q1 p1
WHERE p1."contract_id" = k.contract_id) t) AS "totals"
FROM k1 k
LEFT
JOIN u1 p3 ON p3.id = k.client_id
LEFT
JOIN c1 p2 ON p2.id = k.contract_id
ORDER BY p3."sort_key" NULLS LAST, k.client_id, k.contract_id LIMIT 500) r) AS "rows", (SELECT count(*) > 500
FROM k1) AS "hasMore") s) AS r0
