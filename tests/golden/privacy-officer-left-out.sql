WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."object_ref" AS "object_ref", t1."field_key" AS "field_key", t1."basis" AS "basis", t1."explanation" AS "explanation", t1."request_id" AS "request_id", t1.client_id AS "subject"
FROM withholding t1
WHERE TRUE
AND t1.state = $2::text
AND t1."basis" = ANY($3::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 50) s LIMIT $1::bigint) p1, LATERAL (SELECT 'withholding_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."object_ref" AS "objectRef", p1."field_key" AS "fieldKey", p1."basis" AS "basis", p1."explanation" AS "explanation", (SELECT row_to_json(r.*)
FROM (SELECT 'data_request_' || encode(uuid_send(p2."id"), 'hex') AS "id", p2."kind" AS "kind", p2."due_on" AS "dueOn"
FROM (SELECT t2."id" AS "id", t2."kind" AS "kind", t2."due_on" AS "due_on"
FROM data_request t2
WHERE t2.id = p1."request_id"
AND TRUE) p2) r) AS "request") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $12::timestamptz, $4::uuid, $6::text, $13::text, $14::text, '{DataRequest.dueOn,DataRequest.id,DataRequest.kind,Withholding.basis,Withholding.basis:filter,Withholding.explanation,Withholding.fieldKey,Withholding.id,Withholding.objectRef,Withholding.request,Withholding.revision,Withholding.state:filter}'::text[], $7::uuid[], $8::text, $9::uuid, $10::text, $11::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
