WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $9::uuid
AND a.epoch = $10::int
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
OR s.ends_before > $4::date)), n1 AS MATERIALIZED (SELECT t1.*
FROM (SELECT DISTINCT id
FROM (SELECT id
FROM by_caseload) i(id)) m1(id)
CROSS
JOIN LATERAL (SELECT t1.id, t1.client_id AS subject
FROM relationship t1
WHERE t1."client_id" = m1.id
AND t1.state IN ('ACTIVE', 'ENDED')
AND t1.state = $2::text LIMIT 10000) t1 LIMIT 10000),
q1 AS MATERIALIZED (SELECT count(*) > $1::bigint AS more, array_agg(chr(2) || '0:' || encode(convert_to(p1."started_on"::text || chr(31) || p1."id"::text, 'UTF8'), 'hex')) FILTER (WHERE p1.page_row <= $1::bigint) AS cursors, coalesce(json_agg(p1j0.*) FILTER (WHERE p1.page_row <= $1::bigint), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL
AND p1.page_row <= greatest($1::bigint, 1)) AS subjects
FROM (SELECT d.*, row_number() OVER () AS page_row
FROM (SELECT t1."started_on" AS "started_on", t1."id" AS "id", t1."client_id" AS "client_id", t1.client_id AS "subject"
FROM (SELECT t1.*
FROM (SELECT DISTINCT id
FROM (SELECT id
FROM by_caseload) i(id)) m1(id)
CROSS
JOIN LATERAL (SELECT t1."started_on", t1."id"
FROM relationship t1
WHERE t1."client_id" = m1.id
AND t1.state IN ('ACTIVE', 'ENDED')
AND t1.state = $8::text
AND (SELECT ok
FROM live)
ORDER BY t1."started_on" DESC, t1."id" DESC LIMIT $1::bigint + 1) t1
ORDER BY t1."started_on" DESC, t1."id" DESC LIMIT $1::bigint + 1) k
CROSS
JOIN LATERAL (SELECT *
FROM relationship w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."started_on" DESC, t1."id" DESC) d) p1, LATERAL (SELECT 'relationship_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."started_on" AS "startedOn", (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p2."id"), 'hex') AS "id", p2."call_name" AS "callName", p2."last_name" AS "lastName", CASE WHEN p2.may_contact THEN p2."phones" END AS "phones", p2."safety_restriction" AS "safetyRestriction"
FROM (SELECT t2."id" AS "id", t2."call_name" AS "call_name", t2."last_name" AS "last_name", t2."id" IN (SELECT id
FROM by_caseload)
AND t2.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t2.safety_restriction)
AND (NOT t2.processing_restriction) AS "may_contact", t2."phones" AS "phones", t2."safety_restriction" AS "safety_restriction"
FROM client t2
WHERE t2.id = p1."client_id"
AND ((t2."id" IN (SELECT id
FROM by_caseload)
AND t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t2."unit_id" = $5::uuid
AND t2.state IN ('ACTIVE', 'PROSPECT')))) p2) r) AS "client", (WITH
q3 AS (SELECT coalesce(json_agg(p3j0.*), '[]') AS j0
FROM (SELECT t3."starts_on" AS "starts_on", t3."service_type_id" AS "service_type_id"
FROM programme t3
WHERE t3."client_id" IN (SELECT id
FROM by_caseload)
AND t3."relationship_id" = p1."id"
AND t3.state = $7::text
ORDER BY t3."starts_on", t3."id" LIMIT $6::bigint) p3, LATERAL (SELECT p3."starts_on" AS "startsOn", (SELECT row_to_json(r.*)
FROM (SELECT p4."title_fi" AS "titleFi"
FROM (SELECT t4."title_fi" AS "title_fi"
FROM service_type t4
WHERE t4.id = p3."service_type_id"
AND t4.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')) p4) r) AS "serviceType") p3j0)
SELECT row_to_json(c.*)
FROM (SELECT q3.j0 AS "nodes"
FROM q3) c) AS "programmes") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $17::timestamptz, $9::uuid, $11::text, $18::text, $19::text, '{Client.callName,Client.id,Client.lastName,Client.phones,Client.safetyRestriction,Programme.serviceType,Programme.startsOn,Programme.state:filter,Relationship.client,Relationship.id,Relationship.pageInfo,Relationship.programmes,Relationship.startedOn,Relationship.startedOn:order,Relationship.state:filter,Relationship.totalCount}'::text[], $12::uuid[], $13::text, $14::uuid, $15::text, $16::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
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
FROM n1) AS "totalCount", (SELECT row_to_json(i.*)
FROM (SELECT q1.more AS "hasNextPage", q1.cursors[cardinality(q1.cursors)] AS "endCursor") i) AS "pageInfo", q1.j0 AS "nodes"
FROM q1) c) AS r0
