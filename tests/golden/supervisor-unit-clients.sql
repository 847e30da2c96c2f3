WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $7::uuid
AND a.epoch = $8::int
AND a.disabled_at IS NULL) AS ok), n1 AS MATERIALIZED (SELECT t1.id, t1.client_id AS subject
FROM relationship t1
WHERE t1."unit_id" = $3::uuid
AND t1.state IN ('ACTIVE', 'ENDED')
AND t1.state = $2::text LIMIT 10000),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."started_on" AS "started_on", t1."unit_id" AS "unit_id", t1."responsible_coach_id" AS "responsible_coach_id", t1."client_id" AS "client_id", t1.client_id AS "subject"
FROM relationship t1
WHERE t1."unit_id" = $3::uuid
AND t1.state IN ('ACTIVE', 'ENDED')
AND t1.state = $6::text
AND (SELECT ok
FROM live)
ORDER BY t1."started_on" DESC, t1."id" DESC LIMIT 50) s LIMIT $1::bigint) p1, LATERAL (SELECT 'relationship_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."started_on" AS "startedOn", (SELECT row_to_json(r.*)
FROM (SELECT p2."name" AS "name"
FROM (SELECT t2."name" AS "name"
FROM unit t2
WHERE t2.id = p1."unit_id"
AND TRUE) p2) r) AS "unit", (SELECT row_to_json(r.*)
FROM (SELECT p3."first_name" AS "firstName", p3."last_name" AS "lastName"
FROM (SELECT t3."first_name" AS "first_name", t3."last_name" AS "last_name"
FROM staff_member t3
WHERE t3.id = p1."responsible_coach_id"
AND TRUE) p3) r) AS "responsibleCoach", (SELECT row_to_json(r.*)
FROM (SELECT p4."call_name" AS "callName", p4."last_name" AS "lastName", (WITH
q5 AS (SELECT coalesce(json_agg(p5j0.*), '[]') AS j0
FROM (SELECT t5."starts_on" AS "starts_on", t5."ends_before" AS "ends_before", t5."staff_member_id" AS "staff_member_id"
FROM substitution t5
WHERE t5."unit_id" = $3::uuid
AND t5."client_id" = p4."id"
AND t5.state = $5::text
ORDER BY t5."id" LIMIT $4::bigint) p5, LATERAL (SELECT p5."starts_on" AS "startsOn", p5."ends_before" AS "endsBefore", (SELECT row_to_json(r.*)
FROM (SELECT p6."first_name" AS "firstName", p6."last_name" AS "lastName"
FROM (SELECT t6."first_name" AS "first_name", t6."last_name" AS "last_name"
FROM staff_member t6
WHERE t6.id = p5."staff_member_id"
AND TRUE) p6) r) AS "staffMember") p5j0)
SELECT row_to_json(c.*)
FROM (SELECT q5.j0 AS "nodes"
FROM q5) c) AS "substitutions"
FROM (SELECT t4."call_name" AS "call_name", t4."last_name" AS "last_name", t4."id" AS "id"
FROM client t4
WHERE t4.id = p1."client_id"
AND t4."unit_id" = $3::uuid
AND t4.state IN ('ACTIVE', 'ENDED', 'PROSPECT')) p4) r) AS "client") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $15::timestamptz, $7::uuid, $9::text, $16::text, $17::text, '{Client.callName,Client.lastName,Client.substitutions,Relationship.client,Relationship.id,Relationship.responsibleCoach,Relationship.startedOn,Relationship.startedOn:order,Relationship.state:filter,Relationship.totalCount,Relationship.unit,Substitution.endsBefore,Substitution.staffMember,Substitution.startsOn,Substitution.state:filter}'::text[], $10::uuid[], $11::text, $12::uuid, $13::text, $14::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
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
