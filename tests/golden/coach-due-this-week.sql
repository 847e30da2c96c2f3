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
OR s.ends_before > $6::date)), n1 AS MATERIALIZED (SELECT t1.*
FROM (SELECT DISTINCT id
FROM (SELECT id
FROM by_caseload) i(id)) m1(id)
CROSS
JOIN LATERAL (SELECT t1.id, t1.client_id AS subject
FROM measure t1
WHERE t1."client_id" = m1.id
AND t1.state = $2::text
AND t1."due_on" >= $3::date
AND t1."due_on" < $4::date LIMIT 10000) t1 LIMIT 10000),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_care", t1."text" AS "text", t1."responsible" AS "responsible", t1."due_on" AS "due_on", t1."goal_id" AS "goal_id", t1."client_id" AS "client_id", t1.client_id AS "subject"
FROM (SELECT t1.*
FROM (SELECT DISTINCT id
FROM (SELECT id
FROM by_caseload) i(id)) m1(id)
CROSS
JOIN LATERAL (SELECT t1."id"
FROM measure t1
WHERE t1."client_id" = m1.id
AND t1.state = $8::text
AND t1."due_on" >= $9::date
AND t1."due_on" < $10::date
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT $1::bigint) t1
ORDER BY t1."id" LIMIT $1::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM measure w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."id") p1, LATERAL (SELECT 'measure_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", CASE WHEN p1.may_care THEN p1."text" END AS "text", CASE WHEN p1.may_care THEN p1."responsible" END AS "responsible", p1."due_on" AS "dueOn", (SELECT row_to_json(r.*)
FROM (SELECT p2."area" AS "area", CASE WHEN p2.may_care THEN p2."text" END AS "text"
FROM (SELECT t2."area" AS "area", (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE) AS "may_care", t2."text" AS "text"
FROM goal t2
WHERE t2.id = p1."goal_id"
AND t2."client_id" IN (SELECT id
FROM by_caseload)) p2) r) AS "goal", (SELECT row_to_json(r.*)
FROM (SELECT p3."call_name" AS "callName", p3."last_name" AS "lastName"
FROM (SELECT t3."call_name" AS "call_name", t3."last_name" AS "last_name"
FROM client t3
WHERE t3.id = p1."client_id"
AND ((t3."id" IN (SELECT id
FROM by_caseload)
AND t3.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t3."unit_id" = $7::uuid
AND t3.state IN ('ACTIVE', 'PROSPECT')))) p3) r) AS "client") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $19::timestamptz, $11::uuid, $13::text, $20::text, $21::text, '{Client.callName,Client.lastName,Goal.area,Goal.text,Measure.client,Measure.dueOn,Measure.dueOn:filter,Measure.goal,Measure.id,Measure.responsible,Measure.revision,Measure.state:filter,Measure.text,Measure.totalCount}'::text[], $14::uuid[], $15::text, $16::uuid, $17::text, $18::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM n1
WHERE (SELECT count(*)
FROM n1) <= 100)
UNION (SELECT unnest(q1.subjects)
FROM q1)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM n1) AS "totalCount", q1.j0 AS "nodes"
FROM q1) c) AS r0
