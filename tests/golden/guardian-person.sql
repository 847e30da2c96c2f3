WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $7::int
AND a.disabled_at IS NULL) AS ok),
by_represented(id) AS MATERIALIZED (SELECT v.client_id
FROM representation v
WHERE (v.account_id = $2::uuid
OR (v.account_id IS NULL
AND v.id = $2::uuid))
AND v.state = 'IN_FORCE'
AND 'CONTACT' = ANY(v.matters)
AND v.valid_from <= $4::date
AND (v.valid_until IS NULL
OR v.valid_until >= $4::date)
AND NOT (v.safety_restriction
AND 'CONTACT' IN ('CONTACT', 'WHEREABOUTS'))
AND EXISTS (SELECT 1
FROM client m
WHERE m.id = v.client_id
AND m.died_on IS NULL
AND (v.kind NOT IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN')
OR m.date_of_birth > $4::date - interval '18 years'))
AND NOT EXISTS (SELECT 1
FROM telling_refusal f
WHERE f.client_id = v.client_id
AND f.state = 'IN_FORCE'
AND 'CONTACT' = ANY(f.matters)
AND (f.representation_id IS NULL
OR f.representation_id = v.id))),
by_represented_2(id) AS MATERIALIZED (SELECT v.client_id
FROM representation v
WHERE (v.account_id = $2::uuid
OR (v.account_id IS NULL
AND v.id = $2::uuid))
AND v.state = 'IN_FORCE'
AND 'COACHING' = ANY(v.matters)
AND v.valid_from <= $4::date
AND (v.valid_until IS NULL
OR v.valid_until >= $4::date)
AND NOT (v.safety_restriction
AND 'COACHING' IN ('CONTACT', 'WHEREABOUTS'))
AND EXISTS (SELECT 1
FROM client m
WHERE m.id = v.client_id
AND m.died_on IS NULL
AND (v.kind NOT IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN')
OR m.date_of_birth > $4::date - interval '18 years'))
AND NOT EXISTS (SELECT 1
FROM telling_refusal f
WHERE f.client_id = v.client_id
AND f.state = 'IN_FORCE'
AND 'COACHING' = ANY(f.matters)
AND (f.representation_id IS NULL
OR f.representation_id = v.id))),
by_represented_3(id) AS MATERIALIZED (SELECT v.client_id
FROM representation v
WHERE (v.account_id = $2::uuid
OR (v.account_id IS NULL
AND v.id = $2::uuid))
AND v.state = 'IN_FORCE'
AND 'CONTRACT' = ANY(v.matters)
AND v.valid_from <= $4::date
AND (v.valid_until IS NULL
OR v.valid_until >= $4::date)
AND NOT (v.safety_restriction
AND 'CONTRACT' IN ('CONTACT', 'WHEREABOUTS'))
AND EXISTS (SELECT 1
FROM client m
WHERE m.id = v.client_id
AND m.died_on IS NULL
AND (v.kind NOT IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN')
OR m.date_of_birth > $4::date - interval '18 years'))
AND NOT EXISTS (SELECT 1
FROM telling_refusal f
WHERE f.client_id = v.client_id
AND f.state = 'IN_FORCE'
AND 'CONTRACT' = ANY(f.matters)
AND (f.representation_id IS NULL
OR f.representation_id = v.id))),
by_represented_4(id) AS MATERIALIZED (SELECT v.client_id
FROM representation v
WHERE (v.account_id = $2::uuid
OR (v.account_id IS NULL
AND v.id = $2::uuid))
AND v.state = 'IN_FORCE'
AND 'PERSON' = ANY(v.matters)
AND v.valid_from <= $4::date
AND (v.valid_until IS NULL
OR v.valid_until >= $4::date)
AND NOT (v.safety_restriction
AND 'PERSON' IN ('CONTACT', 'WHEREABOUTS'))
AND EXISTS (SELECT 1
FROM client m
WHERE m.id = v.client_id
AND m.died_on IS NULL
AND (v.kind NOT IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN')
OR m.date_of_birth > $4::date - interval '18 years'))
AND NOT EXISTS (SELECT 1
FROM telling_refusal f
WHERE f.client_id = v.client_id
AND f.state = 'IN_FORCE'
AND 'PERSON' = ANY(f.matters)
AND (f.representation_id IS NULL
OR f.representation_id = v.id))),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."kind" AS "kind", t1."matters" AS "matters", t1."valid_from" AS "valid_from", t1."valid_until" AS "valid_until", t1.client_id AS "subject"
FROM representation t1
WHERE t1."account_id" = $2::uuid
AND t1.state IN ('IN_FORCE')
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 25) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."kind" AS "kind", p1."matters" AS "matters", p1."valid_from" AS "validFrom", p1."valid_until" AS "validUntil") p1j0),
q2 AS MATERIALIZED (SELECT coalesce(json_agg(p2j0.*), '[]') AS j0, array_agg(p2.subject) FILTER (WHERE p2.subject IS NOT NULL) AS subjects
FROM (SELECT t2."call_name" AS "call_name", t2."last_name" AS "last_name", t2."id" IN (SELECT id
FROM by_represented)
AND (NOT t2.safety_restriction)
AND (NOT t2.processing_restriction) AS "may_contact", t2."phones" AS "phones", t2."id" AS "id", t2."id" IN (SELECT id
FROM by_represented_2) AS "in_represented", t2."processing_restriction" AS "processing_restriction", t2."id" IN (SELECT id
FROM by_represented_3) AS "in_represented_2", t2.id AS "subject"
FROM (SELECT t2.*
FROM (SELECT DISTINCT id
FROM (SELECT id
FROM by_represented_4) i(id)) m2(id)
CROSS
JOIN LATERAL (SELECT t2."sort_key", t2."id"
FROM client t2
WHERE t2."id" = m2.id
AND t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND (SELECT ok
FROM live)
ORDER BY t2."sort_key", t2."id" LIMIT $3::bigint) t2
ORDER BY t2."sort_key", t2."id" LIMIT $3::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM client w
WHERE w.id = k.id LIMIT 1) t2
ORDER BY t2."sort_key", t2."id") p2, LATERAL (SELECT p2."call_name" AS "callName", p2."last_name" AS "lastName", CASE WHEN p2.may_contact THEN p2."phones" END AS "phones", (WITH
q3 AS (SELECT coalesce(json_agg(p3j0.*), '[]') AS j0
FROM (SELECT t3."state" AS "state", t3."starts_on" AS "starts_on", t3."ends_on" AS "ends_on"
FROM programme t3
WHERE p2.in_represented
AND (NOT p2."processing_restriction")
AND t3."client_id" = p2."id"
ORDER BY t3."starts_on", t3."id" LIMIT $5::bigint) p3, LATERAL (SELECT p3."state" AS "state", p3."starts_on" AS "startsOn", p3."ends_on" AS "endsOn") p3j0)
SELECT row_to_json(c.*)
FROM (SELECT q3.j0 AS "nodes"
FROM q3) c) AS "programmes", (WITH
q4 AS (SELECT coalesce(json_agg(p4j0.*), '[]') AS j0
FROM (SELECT t4."state" AS "state", t4."starts_on" AS "starts_on", t4."ends_on" AS "ends_on"
FROM contract t4
WHERE p2.in_represented_2
AND t4.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (NOT p2."processing_restriction")
AND t4."client_id" = p2."id"
ORDER BY t4."starts_on", t4."id" LIMIT $6::bigint) p4, LATERAL (SELECT p4."state" AS "state", p4."starts_on" AS "startsOn", p4."ends_on" AS "endsOn") p4j0)
SELECT row_to_json(c.*)
FROM (SELECT q4.j0 AS "nodes"
FROM q4) c) AS "contracts") p2j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $14::timestamptz, $2::uuid, $8::text, $15::text, $16::text, '{Client.callName,Client.contracts,Client.lastName,Client.phones,Client.programmes,Contract.endsOn,Contract.startsOn,Contract.state,Programme.endsOn,Programme.startsOn,Programme.state,Representation.kind,Representation.matters,Representation.validFrom,Representation.validUntil}'::text[], $9::uuid[], $10::text, $11::uuid, $12::text, $13::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT unnest(q1.subjects)
FROM q1)
UNION (SELECT unnest(q2.subjects)
FROM q2)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0, (SELECT row_to_json(c.*)
FROM (SELECT q2.j0 AS "nodes"
FROM q2) c) AS r1
