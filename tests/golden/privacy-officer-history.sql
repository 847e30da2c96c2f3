WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $1::uuid
AND a.epoch = $3::int
AND a.disabled_at IS NULL) AS ok),
by_request(id) AS MATERIALIZED (SELECT q.client_id
FROM data_request q
WHERE q.state IN ('IN_PROGRESS', 'EXTENDED')
AND q.created_by <> $1::uuid),
q1 AS MATERIALIZED (SELECT t1."state" AS "state", t1."id" IN (SELECT id
FROM by_request)
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT') AS "may_name", t1."id" IN (SELECT id
FROM by_request)
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT') AS "may_identity", t1."id" IN (SELECT id
FROM by_request)
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT') AS "may_care", t1."id" IN (SELECT id
FROM by_request)
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND (NOT t1.safety_restriction) AS "may_contact", t1."id" AS "id", t1.id AS "subject"
FROM client t1
WHERE t1.id = $2::uuid
AND TRUE
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $10::timestamptz, $1::uuid, $4::text, $11::text, $12::text, '{Client.history,Client.state}'::text[], $5::uuid[], $6::text, $7::uuid, $8::text, $9::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(r.*)
FROM (SELECT p1."state" AS "state", (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT h.at AS "at", CASE WHEN h.actor IS DISTINCT
FROM $1::uuid
AND EXISTS (SELECT
FROM account y
WHERE y.id = h.actor
AND y.kind IN ('GUARDIAN', 'TRAINEE'))
AND NOT p1.may_name THEN NULL ELSE h.actor_name END AS "actorName", coalesce((SELECT y.kind
FROM account y
WHERE y.id = h.actor), (SELECT 'AGENCY'
FROM agency_client y
WHERE y.id = h.actor)) AS "actorKind", h.action AS "action", (SELECT coalesce(json_agg(f.*), '[]')
FROM (SELECT c.key AS "field"
FROM jsonb_each(h.changes) c
WHERE (c.key IN ('createdAt', 'mergedIntoId', 'modifiedAt', 'processingRestriction', 'provenance', 'revision', 'state', 'unitId')
OR (p1.may_name
AND c.key IN ('callName', 'confirmedDistinct', 'contactAddress', 'diedOn', 'firstNames', 'lastName', 'safetyRestriction', 'safetyReviewOn'))
OR (p1.may_identity
AND c.key IN ('dateOfBirth', 'personalIdentityCode'))
OR (p1.may_care
AND c.key IN ('attachments', 'gender', 'interpreterNeeded', 'motherTongue', 'representatives', 'serviceLanguage'))
OR (p1.may_contact
AND c.key IN ('city', 'country', 'email', 'emergencyContact', 'municipality', 'phones', 'postalCode', 'streetAddress')))
ORDER BY c.key) f) AS "changes"
FROM history h
WHERE h.object_id = p1."id"
ORDER BY h.revision DESC, h.id DESC LIMIT 50) r) AS "history"
FROM q1 p1) r) AS r0
