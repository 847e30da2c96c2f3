WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."occasion" AS "occasion", t1."language" AS "language", t1.state IN ('NOT_SENT', 'TOLD', 'WAITING') AS "may_care", t1."text" AS "text", t1.state IN ('TOLD', 'WAITING')
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_contact", t1."recipient" AS "recipient", t1."request_id" AS "request_id", t1.client_id AS "subject"
FROM request_letter t1
WHERE TRUE
AND t1.state = $2::text
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 50) s LIMIT $1::bigint) p1, LATERAL (SELECT 'request_letter_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."occasion" AS "occasion", p1."language" AS "language", CASE WHEN p1.may_care THEN p1."text" END AS "text", CASE WHEN p1.may_contact THEN p1."recipient" END AS "recipient", (SELECT row_to_json(r.*)
FROM (SELECT 'data_request_' || encode(uuid_send(p2."id"), 'hex') AS "id", p2."kind" AS "kind", p2."due_on" AS "dueOn"
FROM (SELECT t2."id" AS "id", t2."kind" AS "kind", t2."due_on" AS "due_on"
FROM data_request t2
WHERE t2.id = p1."request_id"
AND TRUE) p2) r) AS "request") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $11::timestamptz, $3::uuid, $5::text, $12::text, $13::text, '{DataRequest.dueOn,DataRequest.id,DataRequest.kind,RequestLetter.id,RequestLetter.language,RequestLetter.occasion,RequestLetter.recipient,RequestLetter.request,RequestLetter.revision,RequestLetter.state:filter,RequestLetter.text}'::text[], $6::uuid[], $7::text, $8::uuid, $9::text, $10::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
