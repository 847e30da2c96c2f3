WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $6::int
AND a.disabled_at IS NULL) AS ok),
by_request(id) AS MATERIALIZED (SELECT q.client_id
FROM data_request q
WHERE q.state IN ('IN_PROGRESS', 'EXTENDED')
AND q.created_by <> $2::uuid),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."kind" AS "kind", t1."due_on" AS "due_on", t1."client_id" AS "client_id", t1.client_id AS "subject"
FROM data_request t1
WHERE TRUE
AND t1.state = $5::text
AND (SELECT ok
FROM live)
ORDER BY t1."due_on", t1."id" LIMIT 5) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."kind" AS "kind", p1."due_on" AS "dueOn", (SELECT row_to_json(r.*)
FROM (SELECT CASE WHEN p2.may_name THEN p2."first_names" END AS "firstNames", CASE WHEN p2.may_name THEN p2."last_name" END AS "lastName", CASE WHEN p2.may_contact THEN p2."email" END AS "email", (WITH
q3 AS (SELECT coalesce(json_agg(p3j0.*), '[]') AS j0
FROM (SELECT t3."state" AS "state", t3."started_on" AS "started_on", t3."id" AS "id"
FROM relationship t3
WHERE TRUE
AND t3."client_id" = p2."id"
ORDER BY t3."started_on", t3."id" LIMIT $3::bigint) p3, LATERAL (SELECT p3."state" AS "state", p3."started_on" AS "startedOn", (WITH
q4 AS (SELECT coalesce(json_agg(p4j0.*), '[]') AS j0
FROM (SELECT t4."occurred_at" AS "occurred_at", ((t4."created_by" = $2::uuid
AND t4.state IN ('DRAFT'))
OR (t4."client_id" IN (SELECT id
FROM by_request)
AND t4.state IN ('AMENDED', 'SIGNED'))) AS "may_care", t4."body" AS "body"
FROM coaching_note t4
WHERE ((t4."created_by" = $2::uuid
AND t4.state IN ('DRAFT'))
OR (t4.state IN ('AMENDED', 'SIGNED')))
AND t4."relationship_id" = p3."id"
ORDER BY t4."occurred_at", t4."id" LIMIT $4::bigint) p4, LATERAL (SELECT p4."occurred_at" AS "occurredAt", CASE WHEN p4.may_care THEN p4."body" END AS "body") p4j0)
SELECT row_to_json(c.*)
FROM (SELECT q4.j0 AS "nodes"
FROM q4) c) AS "coachingNotes") p3j0)
SELECT row_to_json(c.*)
FROM (SELECT q3.j0 AS "nodes"
FROM q3) c) AS "relationships", (SELECT coalesce(json_agg(k
ORDER BY k), '[]')
FROM unnest(CASE WHEN p2.may_name THEN NULL ELSE ARRAY['callName', 'confirmedDistinct', 'contactAddress', 'diedOn', 'firstNames', 'lastName', 'safetyRestriction', 'safetyReviewOn'] END || CASE WHEN p2.may_identity THEN NULL ELSE ARRAY['dateOfBirth', 'personalIdentityCode'] END || CASE WHEN p2.may_care THEN NULL ELSE ARRAY['attachments', 'gender', 'interpreterNeeded', 'motherTongue', 'representatives', 'serviceLanguage'] END || CASE WHEN p2.may_contact THEN NULL ELSE ARRAY['city', 'country', 'email', 'emergencyContact', 'municipality', 'phones', 'postalCode', 'streetAddress'] END) k) AS "redacted"
FROM (SELECT t2."id" IN (SELECT id
FROM by_request)
AND t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT') AS "may_name", t2."first_names" AS "first_names", t2."last_name" AS "last_name", t2."id" IN (SELECT id
FROM by_request)
AND t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND (NOT t2.safety_restriction) AS "may_contact", t2."email" AS "email", t2."id" AS "id", t2."id" IN (SELECT id
FROM by_request)
AND t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT') AS "may_identity", t2."id" IN (SELECT id
FROM by_request)
AND t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT') AS "may_care"
FROM client t2
WHERE t2.id = p1."client_id"
AND TRUE) p2) r) AS "client") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $13::timestamptz, $2::uuid, $7::text, $14::text, $15::text, '{Client.email,Client.firstNames,Client.lastName,Client.redacted,Client.relationships,CoachingNote.body,CoachingNote.occurredAt,DataRequest.client,DataRequest.dueOn,DataRequest.kind,DataRequest.state:filter,Relationship.coachingNotes,Relationship.startedOn,Relationship.state}'::text[], $8::uuid[], $9::text, $10::uuid, $11::text, $12::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
