WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."call_name" AS "call_name", t1."last_name" AS "last_name", t1."safety_restriction" AS "safety_restriction", t1."safety_review_on" AS "safety_review_on", t1."contact_address" AS "contact_address", t1.id AS "subject"
FROM client t1
WHERE t1."unit_id" = $2::uuid
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND (SELECT ok
FROM live)
ORDER BY t1."sort_key", t1."id" LIMIT 100) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."call_name" AS "callName", p1."last_name" AS "lastName", p1."safety_restriction" AS "safetyRestriction", p1."safety_review_on" AS "safetyReviewOn", p1."contact_address" AS "contactAddress") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $11::timestamptz, $3::uuid, $5::text, $12::text, $13::text, '{Client.callName,Client.contactAddress,Client.lastName,Client.safetyRestriction,Client.safetyReviewOn}'::text[], $6::uuid[], $7::text, $8::uuid, $9::text, $10::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
