WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."kind" AS "kind", t1."state" AS "state", t1."received_on" AS "received_on", t1."calendar_due_on" AS "calendar_due_on", t1."due_on" AS "due_on", t1."identity_proof" AS "identity_proof", t1.client_id AS "subject"
FROM data_request t1
WHERE TRUE
AND t1.state = ANY($2::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."due_on", t1."id" LIMIT 25) s LIMIT $1::bigint) p1, LATERAL (SELECT 'data_request_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."kind" AS "kind", p1."state" AS "state", p1."received_on" AS "receivedOn", p1."calendar_due_on" AS "calendarDueOn", p1."due_on" AS "dueOn", p1."identity_proof" AS "identityProof") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $11::timestamptz, $3::uuid, $5::text, $12::text, $13::text, '{DataRequest.calendarDueOn,DataRequest.dueOn,DataRequest.dueOn:order,DataRequest.id,DataRequest.identityProof,DataRequest.kind,DataRequest.receivedOn,DataRequest.revision,DataRequest.state,DataRequest.state:filter}'::text[], $6::uuid[], $7::text, $8::uuid, $9::text, $10::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
