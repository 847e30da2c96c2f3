WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $5::uuid
AND a.epoch = $6::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."day" AS "day", t1."state" AS "state", t1."planned_minutes" AS "planned_minutes", t1."code" AS "code", t1."minutes" AS "minutes", t1."workplace_id" AS "workplace_id", t1.client_id AS "subject"
FROM attendance t1
WHERE t1."client_id" = $4::uuid
AND t1."day" >= $2::date
AND t1."day" < $3::date
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t1.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND (SELECT ok
FROM live)
ORDER BY t1."day", t1."id" LIMIT 40) s LIMIT $1::bigint) p1, LATERAL (SELECT 'attendance_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."day" AS "day", p1."state" AS "state", p1."planned_minutes" AS "plannedMinutes", p1."code" AS "code", p1."minutes" AS "minutes", (SELECT row_to_json(r.*)
FROM (SELECT p2."name" AS "name"
FROM (SELECT t2."name" AS "name"
FROM workplace t2
WHERE t2.id = p1."workplace_id"
AND TRUE) p2) r) AS "workplace") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $13::timestamptz, $5::uuid, $7::text, $14::text, $15::text, '{Attendance.code,Attendance.day,Attendance.day:filter,Attendance.id,Attendance.minutes,Attendance.plannedMinutes,Attendance.revision,Attendance.state,Attendance.workplace}'::text[], $8::uuid[], $9::text, $10::uuid, $11::text, $12::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
