WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $6::uuid
AND a.epoch = $7::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."presence" AS "presence", t1."contract_id" AS "contract_id", t1."day" AS "day", t1."client_id" AS "client_id", t1.client_id AS "subject"
FROM attendance t1
WHERE t1.day BETWEEN $1::date
AND $2::date
AND t1.unit_id = ANY($3::uuid[])
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t1.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND t1."unit_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND (NOT (t1.state = 'PLANNED'
AND t1.day <> $5::date))
AND (SELECT ok
FROM live)), c1 AS MATERIALIZED (SELECT t2."id" AS "id", t2."client_id" AS "client_id", t2.client_id AS "subject"
FROM contract t2
WHERE t2.starts_on <= $2::date
AND t2.ends_on >= $1::date
AND t2.state IN ('ACTIVE', 'SUSPENDED', 'SUPERSEDED', 'ENDED', 'TERMINATED')
AND t2.unit_id = ANY($3::uuid[])
AND FALSE
AND (SELECT ok
FROM live)), k1 AS MATERIALIZED (SELECT contract_id, client_id
FROM q1
UNION
SELECT id, client_id
FROM c1), u1 AS MATERIALIZED (SELECT t3."id" AS "id", t3."call_name" AS "call_name", t3."last_name" AS "last_name", t3."sort_key" AS "sort_key", t3.id AS "subject"
FROM client t3
WHERE t3.id IN (SELECT client_id
FROM k1)
AND t3."unit_id" = $4::uuid
AND t3.state IN ('ACTIVE', 'PROSPECT')
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $14::timestamptz, $6::uuid, $8::text, $15::text, $16::text, '{Attendance.id,Attendance.presence,Attendance.revision,Attendance.state,Attendance.unitId:filter,Client.callName,Client.lastName,Client.lastName:order,Contract.unitId:filter}'::text[], $9::uuid[], $10::text, $11::uuid, $12::text, $13::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
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
FROM (SELECT CASE WHEN p3."id" IS NOT NULL THEN (SELECT row_to_json(r.*)
FROM (SELECT p3."call_name" AS "callName", p3."last_name" AS "lastName") r) END AS "client", (SELECT coalesce(json_agg(d.*), '[]')
FROM (SELECT 'attendance_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."presence" AS "presence"
FROM q1 p1
WHERE p1."contract_id" = k.contract_id
ORDER BY p1."day", p1."id") d) AS "days"
FROM k1 k
LEFT
JOIN u1 p3 ON p3.id = k.client_id
LEFT
JOIN c1 p2 ON p2.id = k.contract_id
ORDER BY p3."sort_key" NULLS LAST, k.client_id, k.contract_id LIMIT 500) r) AS "rows") s) AS r0
