WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $9::uuid
AND a.epoch = $10::int
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
q1 AS MATERIALIZED (SELECT t1."call_name" AS "call_name", t1."id" AS "id", t1."id" IN (SELECT id
FROM by_caseload) AS "in_caseload", t1.id AS "subject"
FROM client t1
WHERE t1.id = $7::uuid
AND ((t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t1."unit_id" = $8::uuid
AND t1.state IN ('ACTIVE', 'PROSPECT')))
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $17::timestamptz, $9::uuid, $11::text, $18::text, $19::text, '{Client.callName,Client.programmes,Goal.area,Goal.measures,Goal.ownWords,Goal.state,Goal.text,Measure.dueOn,Measure.state,Measure.text,Programme.goals,Programme.serviceType,Programme.startsOn,Programme.state:filter}'::text[], $12::uuid[], $13::text, $14::uuid, $15::text, $16::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(r.*)
FROM (SELECT p1."call_name" AS "callName", (WITH
q2 AS (SELECT coalesce(json_agg(p2j0.*), '[]') AS j0
FROM (SELECT t2."starts_on" AS "starts_on", t2."service_type_id" AS "service_type_id", t2."id" AS "id"
FROM programme t2
WHERE p1.in_caseload
AND t2."client_id" = p1."id"
AND t2.state = $6::text
ORDER BY t2."starts_on", t2."id" LIMIT $1::bigint) p2, LATERAL (SELECT p2."starts_on" AS "startsOn", (SELECT row_to_json(r.*)
FROM (SELECT p3."title_fi" AS "titleFi"
FROM (SELECT t3."title_fi" AS "title_fi"
FROM service_type t3
WHERE t3.id = p2."service_type_id"
AND t3.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')) p3) r) AS "serviceType", (WITH
q4 AS (SELECT coalesce(json_agg(p4j0.*), '[]') AS j0
FROM (SELECT t4."area" AS "area", t4."state" AS "state", (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t4."client_id") IS TRUE) AS "may_care", t4."text" AS "text", t4."own_words" AS "own_words", t4."id" AS "id"
FROM goal t4
WHERE t4."client_id" IN (SELECT id
FROM by_caseload)
AND t4."programme_id" = p2."id"
ORDER BY t4."id" LIMIT $2::bigint) p4, LATERAL (SELECT p4."area" AS "area", p4."state" AS "state", CASE WHEN p4.may_care THEN p4."text" END AS "text", CASE WHEN p4.may_care THEN p4."own_words" END AS "ownWords", (WITH
q5 AS (SELECT coalesce(json_agg(p5j0.*), '[]') AS j0
FROM (SELECT (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t5."client_id") IS TRUE) AS "may_care", t5."text" AS "text", t5."state" AS "state", t5."due_on" AS "due_on"
FROM measure t5
WHERE t5."client_id" IN (SELECT id
FROM by_caseload)
AND t5."goal_id" = p4."id"
ORDER BY t5."id" LIMIT $3::bigint) p5, LATERAL (SELECT CASE WHEN p5.may_care THEN p5."text" END AS "text", p5."state" AS "state", p5."due_on" AS "dueOn") p5j0)
SELECT row_to_json(c.*)
FROM (SELECT q5.j0 AS "nodes"
FROM q5) c) AS "measures") p4j0)
SELECT row_to_json(c.*)
FROM (SELECT q4.j0 AS "nodes"
FROM q4) c) AS "goals") p2j0)
SELECT row_to_json(c.*)
FROM (SELECT q2.j0 AS "nodes"
FROM q2) c) AS "programmes"
FROM q1 p1) r) AS r0
