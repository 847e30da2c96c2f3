WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."day" AS "day", t1."planned_minutes" AS "planned_minutes", t1."presence" AS "presence", t1."contract_id" AS "contract_id", t1.client_id AS "subject"
FROM attendance t1
WHERE t1."workplace_id" = $2::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND t1."day" = $3::date
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t1.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND (SELECT ok
FROM live)
ORDER BY t1."day", t1."id" LIMIT 50) s LIMIT $1::bigint) p1, LATERAL (SELECT 'attendance_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."day" AS "day", p1."planned_minutes" AS "plannedMinutes", p1."presence" AS "presence", (SELECT row_to_json(r.*)
FROM (SELECT p2."call_name" AS "callName", p2."starts_on" AS "startsOn", p2."ends_on" AS "endsOn", CASE WHEN p2.may_schedule THEN (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT e."weekday" AS "weekday", e."startsAt" AS "startsAt", e."minutes" AS "minutes"
FROM jsonb_to_recordset(p2."weekly_pattern") AS e("weekday" int, "startsAt" time, "minutes" int)) r) END AS "weeklyPattern"
FROM (SELECT t2."call_name" AS "call_name", t2."starts_on" AS "starts_on", t2."ends_on" AS "ends_on", (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE) AS "may_schedule", t2."weekly_pattern" AS "weekly_pattern"
FROM contract t2
WHERE t2.id = p1."contract_id"
AND t2."workplace_id" = $2::uuid
AND t2.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE)) p2) r) AS "contract") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $12::timestamptz, $4::uuid, $6::text, $13::text, $14::text, '{Attendance.contract,Attendance.day,Attendance.day:filter,Attendance.id,Attendance.plannedMinutes,Attendance.presence,Attendance.revision,Attendance.state,Contract.callName,Contract.endsOn,Contract.startsOn,Contract.weeklyPattern}'::text[], $7::uuid[], $8::text, $9::uuid, $10::text, $11::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
