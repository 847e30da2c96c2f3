WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $11::uuid
AND a.epoch = $12::int
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
AND s.starts_on <= $6::date
AND (s.ends_before IS NULL
OR s.ends_before > $6::date)),
q1 AS MATERIALIZED (SELECT t1."name" AS "name", t1."coach_id" AS "coach_id"
FROM coaching_group t1
WHERE t1.id = $1::uuid
AND t1."unit_id" = $2::uuid
AND (SELECT ok
FROM live)),
q3 AS MATERIALIZED (SELECT t3."id" AS "id", t3."revision" AS "revision", t3."day" AS "day", t3."state" AS "state", t3."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t3."client_id") IS TRUE) AS "may_care", t3."code" AS "code", t3."client_id" IN (SELECT id
FROM by_caseload) AS "may_schedule", t3."planned_minutes" AS "planned_minutes", t3."contract_id" AS "contract_id", t3."presence" AS "presence", t3."minutes" AS "minutes", t3."client_id" AS "client_id", t3.client_id AS "subject"
FROM attendance t3
WHERE t3.day BETWEEN $3::date
AND $4::date
AND t3.client_id IN (SELECT g.client_id
FROM group_member g
WHERE g.coaching_group_id = ANY($7::uuid[])
AND g.starts_on <= t3.day
AND (g.ends_before IS NULL
OR g.ends_before > t3.day)
AND g."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = g."client_id") IS TRUE))
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t3.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND ((t3."client_id" IN (SELECT id
FROM by_caseload))
OR (t3."unit_id" = $2::uuid))
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t3."client_id") IS TRUE)
AND (NOT (t3.state = 'PLANNED'
AND t3.day <> $6::date)
OR t3."client_id" IN (SELECT id
FROM by_caseload))
AND (SELECT ok
FROM live)), c3 AS MATERIALIZED (SELECT t4."id" AS "id", t4."client_id" AS "client_id", t4.client_id AS "subject"
FROM contract t4
WHERE t4.starts_on <= $4::date
AND t4.ends_on >= $3::date
AND t4.state IN ('ACTIVE', 'SUSPENDED', 'SUPERSEDED', 'ENDED', 'TERMINATED')
AND t4.client_id IN (SELECT g.client_id
FROM group_member g
WHERE g.coaching_group_id = ANY($7::uuid[])
AND g.starts_on <= $4::date
AND (g.ends_before IS NULL
OR g.ends_before > $3::date)
AND g."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = g."client_id") IS TRUE))
AND t4."client_id" IN (SELECT id
FROM by_caseload)
AND (SELECT ok
FROM live)), k3 AS MATERIALIZED (SELECT contract_id, client_id
FROM q3
UNION
SELECT id, client_id
FROM c3), u3 AS MATERIALIZED (SELECT t5."id" AS "id", t5."call_name" AS "call_name", t5."last_name" AS "last_name", t5."sort_key" AS "sort_key", t5.id AS "subject"
FROM client t5
WHERE t5.id IN (SELECT client_id
FROM k3)
AND ((t5."id" IN (SELECT id
FROM by_caseload)
AND t5.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t5."unit_id" = $2::uuid
AND t5.state IN ('ACTIVE', 'PROSPECT')))
AND (SELECT ok
FROM live)),
q6 AS MATERIALIZED (SELECT coalesce(json_agg(p6j0.*), '[]') AS j0, array_agg(p6.subject) FILTER (WHERE p6.subject IS NOT NULL) AS subjects
FROM (SELECT t6."id" AS "id", t6."revision" AS "revision", (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t6."client_id") IS TRUE) AS "may_schedule", t6."starts_on" AS "starts_on", t6."ends_before" AS "ends_before", t6."client_id" AS "client_id", t6.client_id AS "subject"
FROM (SELECT t6.*
FROM (SELECT DISTINCT id
FROM (SELECT id
FROM by_caseload) i(id)) m6(id)
CROSS
JOIN LATERAL (SELECT t6."id"
FROM group_member t6
WHERE t6."client_id" = m6.id
AND t6."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t6."client_id") IS TRUE)
AND t6."coaching_group_id" = $9::uuid
AND t6.state = $10::text
AND (SELECT ok
FROM live)
ORDER BY t6."id" LIMIT $8::bigint) t6
ORDER BY t6."id" LIMIT $8::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM group_member w
WHERE w.id = k.id LIMIT 1) t6
ORDER BY t6."id") p6, LATERAL (SELECT 'group_member_' || encode(uuid_send(p6."id"), 'hex') AS "id", p6."revision" AS "revision", CASE WHEN p6.may_schedule THEN p6."starts_on" END AS "startsOn", CASE WHEN p6.may_schedule THEN p6."ends_before" END AS "endsBefore", (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p7."id"), 'hex') AS "id", p7."call_name" AS "callName"
FROM (SELECT t7."id" AS "id", t7."call_name" AS "call_name"
FROM client t7
WHERE t7.id = p6."client_id"
AND ((t7."id" IN (SELECT id
FROM by_caseload)
AND t7.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t7."unit_id" = $2::uuid
AND t7.state IN ('ACTIVE', 'PROSPECT')))) p7) r) AS "client") p6j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $19::timestamptz, $11::uuid, $13::text, $20::text, $21::text, '{Attendance.code,Attendance.day,Attendance.id,Attendance.id:filter,Attendance.plannedMinutes,Attendance.revision,Attendance.state,Client.callName,Client.id,Client.lastName,Client.lastName:order,Contract.id:filter,GroupMember.client,GroupMember.coachingGroupId:filter,GroupMember.endsBefore,GroupMember.id,GroupMember.revision,GroupMember.startsOn,GroupMember.state:filter}'::text[], $14::uuid[], $15::text, $16::uuid, $17::text, $18::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q3)
UNION (SELECT subject
FROM c3)
UNION (SELECT subject
FROM u3)
UNION (SELECT unnest(q6.subjects)
FROM q6)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(r.*)
FROM (SELECT p1."name" AS "name", (SELECT row_to_json(r.*)
FROM (SELECT p2."first_name" AS "firstName", p2."last_name" AS "lastName"
FROM (SELECT t2."first_name" AS "first_name", t2."last_name" AS "last_name"
FROM staff_member t2
WHERE t2.id = p1."coach_id"
AND TRUE) p2) r) AS "coach"
FROM q1 p1) r) AS r0, (SELECT row_to_json(s.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT CASE WHEN p5."id" IS NOT NULL THEN (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p5."id"), 'hex') AS "id", p5."call_name" AS "callName", p5."last_name" AS "lastName") r) END AS "client", (SELECT coalesce(json_agg(d.*), '[]')
FROM (SELECT 'attendance_' || encode(uuid_send(p3."id"), 'hex') AS "id", p3."revision" AS "revision", p3."day" AS "day", p3."state" AS "state", CASE WHEN p3.may_care THEN p3."code" END AS "code", CASE WHEN p3.may_schedule THEN p3."planned_minutes" END AS "plannedMinutes"
FROM q3 p3
WHERE p3."contract_id" = k.contract_id
ORDER BY p3."day", p3."id") d) AS "days", (SELECT row_to_json(t.*)
FROM (SELECT count(*) FILTER (WHERE p3.state = 'PLANNED') AS "planned", count(*) FILTER (WHERE p3.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')) AS "recorded"
FROM q3 p3
WHERE p3."contract_id" = k.contract_id) t) AS "totals"
FROM k3 k
LEFT
JOIN u3 p5 ON p5.id = k.client_id
LEFT
JOIN c3 p4 ON p4.id = k.contract_id
ORDER BY p5."sort_key" NULLS LAST, k.client_id, k.contract_id LIMIT 500) r) AS "rows", (SELECT count(*) > 500
FROM k3) AS "hasMore") s) AS r1, (SELECT row_to_json(c.*)
FROM (SELECT q6.j0 AS "nodes"
FROM q6) c) AS r2
