WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $6::uuid
AND a.epoch = $7::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."first_names" AS "first_names", t1."call_name" AS "call_name", t1."last_name" AS "last_name", t1."date_of_birth" AS "date_of_birth", t1."gender" AS "gender", t1."mother_tongue" AS "mother_tongue", t1."phones" AS "phones", t1."email" AS "email", t1."street_address" AS "street_address", t1."postal_code" AS "postal_code", t1."city" AS "city", t1."municipality" AS "municipality", t1."id" AS "id", t1.id AS "subject"
FROM client t1
WHERE t1."id" = $3::uuid
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND (SELECT ok
FROM live)
ORDER BY t1."sort_key", t1."id" LIMIT 1) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."first_names" AS "firstNames", p1."call_name" AS "callName", p1."last_name" AS "lastName", p1."date_of_birth" AS "dateOfBirth", p1."gender" AS "gender", p1."mother_tongue" AS "motherTongue", p1."phones" AS "phones", p1."email" AS "email", p1."street_address" AS "streetAddress", p1."postal_code" AS "postalCode", p1."city" AS "city", p1."municipality" AS "municipality", (WITH
q2 AS (SELECT coalesce(json_agg(p2j0.*), '[]') AS j0
FROM (SELECT t2."state" AS "state", t2."started_on" AS "started_on", t2."ended_on" AS "ended_on", t2."responsible_coach_id" AS "responsible_coach_id"
FROM relationship t2
WHERE t2."client_id" = $3::uuid
AND t2."client_id" = p1."id"
ORDER BY t2."started_on", t2."id" LIMIT $2::bigint) p2, LATERAL (SELECT p2."state" AS "state", p2."started_on" AS "startedOn", p2."ended_on" AS "endedOn", (SELECT row_to_json(r.*)
FROM (SELECT p3."first_name" AS "firstName", p3."last_name" AS "lastName"
FROM (SELECT t3."first_name" AS "first_name", t3."last_name" AS "last_name"
FROM staff_member t3
WHERE t3.id = p2."responsible_coach_id"
AND TRUE) p3) r) AS "responsibleCoach") p2j0)
SELECT row_to_json(c.*)
FROM (SELECT q2.j0 AS "nodes"
FROM q2) c) AS "relationships", (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT h.at AS "at", h.actor_name AS "actorName", h.action AS "action", (SELECT coalesce(json_agg(f.*), '[]')
FROM (SELECT c.key AS "field", CASE WHEN c.key IN ('personalIdentityCode', 'mergedIntoId', 'unitId')
OR c.value->'before' IS NULL THEN '[]'::json ELSE to_json(chr(2) || json_build_object('value', c.value->'before', 'shape', $4::text::json -> c.key, 'keys', $5::text::json)::text) END AS "beforeLines", CASE WHEN c.key IN ('personalIdentityCode', 'mergedIntoId', 'unitId')
OR c.value->'after' IS NULL THEN '[]'::json ELSE to_json(chr(2) || json_build_object('value', c.value->'after', 'shape', $4::text::json -> c.key, 'keys', $5::text::json)::text) END AS "afterLines"
FROM jsonb_each(h.changes) c
WHERE (c.key IN ('attachments', 'callName', 'city', 'confirmedDistinct', 'contactAddress', 'country', 'createdAt', 'dateOfBirth', 'diedOn', 'email', 'emergencyContact', 'firstNames', 'gender', 'interpreterNeeded', 'lastName', 'mergedIntoId', 'modifiedAt', 'motherTongue', 'municipality', 'personalIdentityCode', 'phones', 'postalCode', 'processingRestriction', 'provenance', 'representatives', 'revision', 'safetyRestriction', 'safetyReviewOn', 'serviceLanguage', 'state', 'streetAddress', 'unitId'))
AND (h.actor = $6::uuid
OR (SELECT v.stored->>'state'
FROM version v
WHERE v.object_id = h.object_id
AND v.revision = h.revision
ORDER BY v.id DESC LIMIT 1) IN ('PROSPECT', 'ACTIVE', 'ENDED'))
ORDER BY c.key) f) AS "changes"
FROM history h
WHERE h.object_id = p1."id"
ORDER BY h.revision DESC, h.id DESC LIMIT 50) r) AS "history") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $14::timestamptz, $6::uuid, $8::text, $15::text, $16::text, '{Client.callName,Client.city,Client.dateOfBirth,Client.email,Client.firstNames,Client.gender,Client.history,Client.lastName,Client.motherTongue,Client.municipality,Client.phones,Client.postalCode,Client.relationships,Client.streetAddress,Relationship.endedOn,Relationship.responsibleCoach,Relationship.startedOn,Relationship.state}'::text[], $9::uuid[], $10::text, $11::uuid, $12::text, $13::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
