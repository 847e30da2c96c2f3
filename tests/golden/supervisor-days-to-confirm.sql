WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $14::uuid
AND a.epoch = $15::int
AND a.disabled_at IS NULL) AS ok), n1 AS MATERIALIZED (SELECT t1.id, t1.client_id AS subject
FROM attendance t1
WHERE t1."unit_id" = $3::uuid
AND (NOT (t1."client_id" IN (SELECT m.id
FROM client m
WHERE m.safety_restriction)) IS TRUE)
AND t1.state = $2::text
AND t1."unit_id" = $3::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND t1."code" = $4::text
AND t1."day" < $5::date
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t1.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')) LIMIT 10000),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."day" AS "day", t1."client_id" AS "client_id", t1.client_id AS "subject"
FROM attendance t1
WHERE t1."unit_id" = $3::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND t1.state = $6::text
AND t1."unit_id" = $3::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND t1."code" = $7::text
AND t1."day" < $8::date
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t1.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND (SELECT ok
FROM live)
ORDER BY t1."day", t1."id" LIMIT 20) s LIMIT $1::bigint) p1, LATERAL (SELECT 'attendance_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."day" AS "day", (SELECT row_to_json(r.*)
FROM (SELECT p2."call_name" AS "callName", p2."last_name" AS "lastName"
FROM (SELECT t2."call_name" AS "call_name", t2."last_name" AS "last_name"
FROM client t2
WHERE t2.id = p1."client_id"
AND t2."unit_id" = $3::uuid
AND t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT')) p2) r) AS "client") p1j0), n3 AS MATERIALIZED (SELECT t3.id, t3.client_id AS subject
FROM attendance t3
WHERE t3."unit_id" = $3::uuid
AND (NOT (t3."client_id" IN (SELECT m.id
FROM client m
WHERE m.safety_restriction)) IS TRUE)
AND t3.state = $10::text
AND t3."day" < $11::date
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t3.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')) LIMIT 10000),
q3 AS MATERIALIZED (SELECT array_agg(p3.subject) FILTER (WHERE p3.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t3.client_id AS "subject"
FROM attendance t3
WHERE t3."unit_id" = $3::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t3."client_id") IS TRUE)
AND t3.state = $12::text
AND t3."day" < $13::date
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t3.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND (SELECT ok
FROM live)
ORDER BY t3."day", t3."id" LIMIT 0) s LIMIT $9::bigint) p3),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $22::timestamptz, $14::uuid, $16::text, $23::text, $24::text, '{Attendance.client,Attendance.code:filter,Attendance.day,Attendance.day:filter,Attendance.id,Attendance.revision,Attendance.state:filter,Attendance.totalCount,Client.callName,Client.lastName}'::text[], $17::uuid[], $18::text, $19::uuid, $20::text, $21::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM n1
WHERE (SELECT count(*)
FROM n1) <= 100)
UNION (SELECT unnest(q1.subjects)
FROM q1)
UNION (SELECT subject
FROM n3
WHERE (SELECT count(*)
FROM n3) <= 100)
UNION (SELECT unnest(q3.subjects)
FROM q3)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM n1) AS "totalCount", q1.j0 AS "nodes"
FROM q1) c) AS r0, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM n3) AS "totalCount") c) AS r1
