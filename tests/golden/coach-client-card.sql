WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $10::uuid
AND a.epoch = $11::int
AND a.disabled_at IS NULL) AS ok),
by_caseload(id) AS MATERIALIZED (SELECT c.client_id
FROM relationship c
WHERE c.responsible_coach_id = $2::uuid
AND c.state IN ('ACTIVE', 'ENDED')
UNION ALL
SELECT s.client_id
FROM substitution s
WHERE s.staff_member_id = $2::uuid
AND s.state = 'VALID'
AND s.starts_on <= $3::date
AND (s.ends_before IS NULL
OR s.ends_before > $3::date)),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT t1."id" AS "id", t1."first_names" AS "first_names", t1."call_name" AS "call_name", t1."last_name" AS "last_name", t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.safety_restriction)
AND (NOT t1.processing_restriction) AS "may_contact", t1."phones" AS "phones", t1."email" AS "email", t1."street_address" AS "street_address", t1."postal_code" AS "postal_code", t1."city" AS "city", t1."municipality" AS "municipality", t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.processing_restriction) AS "may_care", t1."service_language" AS "service_language", t1."interpreter_needed" AS "interpreter_needed", t1."emergency_contact" AS "emergency_contact", t1."safety_restriction" AS "safety_restriction", t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.processing_restriction) AS "may_identity", t1."id" IN (SELECT id
FROM by_caseload) AS "in_caseload", t1.id AS "subject", k.search_rank AS "search_rank", t1."sort_key" AS "sort_key"
FROM (SELECT *
FROM ((SELECT (SELECT min(CASE WHEN s.tsv @@ ($6::text)::tsquery THEN 0 WHEN s.tsv @@ ($7::text)::tsquery THEN 1 WHEN s.tsv @@ ($8::text)::tsquery THEN 2 ELSE 3 END)
FROM search_entry s
WHERE s.object_id = t1.id
AND (s.permission = 'name'
OR (s.permission = 'contact'
AND t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.safety_restriction)
AND (NOT t1.processing_restriction)))
AND s.tsv @@ ($5::text)::tsquery) AS search_rank, t1."sort_key", t1."id"
FROM client t1
WHERE t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND t1.id IN (SELECT s.object_id
FROM search_entry s
WHERE s.noun = 'client'
AND s.permission IN ('name', 'contact')
AND s.tsv @@ ($5::text)::tsquery)
AND EXISTS (SELECT
FROM search_entry s
WHERE s.object_id = t1.id
AND (s.permission = 'name'
OR (s.permission = 'contact'
AND t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.safety_restriction)
AND (NOT t1.processing_restriction)))
AND s.tsv @@ ($5::text)::tsquery)
AND (SELECT ok
FROM live)
ORDER BY "search_rank", t1."sort_key", t1."id" LIMIT $1::bigint)
UNION (SELECT (SELECT min(CASE WHEN s.tsv @@ ($6::text)::tsquery THEN 0 WHEN s.tsv @@ ($7::text)::tsquery THEN 1 WHEN s.tsv @@ ($8::text)::tsquery THEN 2 ELSE 3 END)
FROM search_entry s
WHERE s.object_id = t1.id
AND (s.permission = 'name'
OR (s.permission = 'contact'
AND t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.safety_restriction)
AND (NOT t1.processing_restriction)))
AND s.tsv @@ ($5::text)::tsquery) AS search_rank, t1."sort_key", t1."id"
FROM client t1
WHERE t1."unit_id" = $9::uuid
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND t1.id IN (SELECT s.object_id
FROM search_entry s
WHERE s.noun = 'client'
AND s.permission IN ('name', 'contact')
AND s.tsv @@ ($5::text)::tsquery)
AND EXISTS (SELECT
FROM search_entry s
WHERE s.object_id = t1.id
AND (s.permission = 'name'
OR (s.permission = 'contact'
AND t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.safety_restriction)
AND (NOT t1.processing_restriction)))
AND s.tsv @@ ($5::text)::tsquery)
AND (SELECT ok
FROM live)
ORDER BY "search_rank", t1."sort_key", t1."id" LIMIT $1::bigint)) t1
ORDER BY "search_rank", t1."sort_key", t1."id" LIMIT $1::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM client w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY "search_rank", t1."sort_key", t1."id") p1, LATERAL (SELECT 'client_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."first_names" AS "firstNames", p1."call_name" AS "callName", p1."last_name" AS "lastName", CASE WHEN p1.may_contact THEN p1."phones" END AS "phones", CASE WHEN p1.may_contact THEN p1."email" END AS "email", CASE WHEN p1.may_contact THEN p1."street_address" END AS "streetAddress", CASE WHEN p1.may_contact THEN p1."postal_code" END AS "postalCode", CASE WHEN p1.may_contact THEN p1."city" END AS "city", CASE WHEN p1.may_contact THEN p1."municipality" END AS "municipality", CASE WHEN p1.may_care THEN p1."service_language" END AS "serviceLanguage", CASE WHEN p1.may_care THEN p1."interpreter_needed" END AS "interpreterNeeded", CASE WHEN p1.may_contact THEN p1."emergency_contact" END AS "emergencyContact", p1."safety_restriction" AS "safetyRestriction", (SELECT coalesce(json_agg(k
ORDER BY k), '[]')
FROM unnest(CASE WHEN p1.may_identity THEN NULL ELSE ARRAY['dateOfBirth', 'personalIdentityCode'] END || CASE WHEN p1.may_care THEN NULL ELSE ARRAY['attachments', 'gender', 'interpreterNeeded', 'motherTongue', 'representatives', 'serviceLanguage'] END || CASE WHEN p1.may_contact THEN NULL ELSE ARRAY['city', 'country', 'email', 'emergencyContact', 'municipality', 'phones', 'postalCode', 'streetAddress'] END || CASE WHEN FALSE THEN NULL ELSE ARRAY['legalHolds', 'mergedInto', 'mergedIntoId'] END) k) AS "redacted", (WITH
q2 AS (SELECT coalesce(json_agg(p2j0.*), '[]') AS j0
FROM (SELECT t2."state" AS "state", t2."started_on" AS "started_on", t2."ended_on" AS "ended_on", t2."responsible_coach_id" AS "responsible_coach_id"
FROM relationship t2
WHERE p1.in_caseload
AND t2.state IN ('ACTIVE', 'ENDED')
AND t2."client_id" = p1."id"
ORDER BY t2."started_on" DESC, t2."id" DESC LIMIT $4::bigint) p2, LATERAL (SELECT p2."state" AS "state", p2."started_on" AS "startedOn", p2."ended_on" AS "endedOn", (SELECT row_to_json(r.*)
FROM (SELECT p3."first_name" AS "firstName", p3."last_name" AS "lastName"
FROM (SELECT t3."first_name" AS "first_name", t3."last_name" AS "last_name"
FROM staff_member t3
WHERE t3.id = p2."responsible_coach_id"
AND TRUE) p3) r) AS "responsibleCoach") p2j0)
SELECT row_to_json(c.*)
FROM (SELECT q2.j0 AS "nodes"
FROM q2) c) AS "relationships") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $18::timestamptz, $10::uuid, $12::text, $19::text, $20::text, '{Client.callName,Client.callName:search,Client.city,Client.email,Client.email:search,Client.emergencyContact,Client.firstNames,Client.firstNames:search,Client.id,Client.interpreterNeeded,Client.lastName,Client.lastName:search,Client.municipality,Client.phones,Client.postalCode,Client.redacted,Client.relationships,Client.safetyRestriction,Client.serviceLanguage,Client.streetAddress,Relationship.endedOn,Relationship.responsibleCoach,Relationship.startedOn,Relationship.startedOn:order,Relationship.state}'::text[], $13::uuid[], $14::text, $15::uuid, $16::text, $17::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
