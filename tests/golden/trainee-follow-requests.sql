WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT t1."kind" AS "kind", t1."state" AS "state", t1."received_on" AS "received_on", t1."calendar_due_on" AS "calendar_due_on", t1."due_on" AS "due_on", t1."client_id" = $2::uuid
AND t1.state IN ('CLOSED', 'FULFILLED', 'PARTLY', 'REFUSED', 'WITHDRAWN') AS "may_decision", t1."answer" AS "answer", t1."refusal_text" AS "refusal_text", t1."remains" AS "remains", t1.client_id AS "subject"
FROM (SELECT *
FROM ((SELECT t1."due_on", t1."id"
FROM data_request t1
WHERE t1."entered_by" = $3::uuid
AND t1.state IN ('RECEIVED')
AND (SELECT ok
FROM live)
ORDER BY t1."due_on", t1."id" LIMIT $1::bigint)
UNION (SELECT t1."due_on", t1."id"
FROM data_request t1
WHERE t1."client_id" = $2::uuid
AND (SELECT ok
FROM live)
ORDER BY t1."due_on", t1."id" LIMIT $1::bigint)) t1
ORDER BY t1."due_on", t1."id" LIMIT $1::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM data_request w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."due_on", t1."id") p1, LATERAL (SELECT p1."kind" AS "kind", p1."state" AS "state", p1."received_on" AS "receivedOn", p1."calendar_due_on" AS "calendarDueOn", p1."due_on" AS "dueOn", CASE WHEN p1.may_decision THEN p1."answer" END AS "answer", CASE WHEN p1.may_decision THEN p1."refusal_text" END AS "refusalText", CASE WHEN p1.may_decision THEN (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT e."what" AS "what", e."basis" AS "basis", e."why" AS "why"
FROM jsonb_to_recordset(p1."remains") AS e("what" text, "basis" text, "why" text)) r) END AS "remains") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $11::timestamptz, $3::uuid, $5::text, $12::text, $13::text, '{DataRequest.answer,DataRequest.calendarDueOn,DataRequest.dueOn,DataRequest.kind,DataRequest.receivedOn,DataRequest.refusalText,DataRequest.remains,DataRequest.state}'::text[], $6::uuid[], $7::text, $8::uuid, $9::text, $10::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
