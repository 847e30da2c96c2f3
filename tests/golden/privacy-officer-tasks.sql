WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $3::int
AND a.disabled_at IS NULL) AS ok), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DATA_REQUEST_DUE'::text AS kind, 'data_request'::text AS noun, coalesce(t2.due_on, DATE '9999-01-01') AS moment, t2.id AS id
FROM data_request t2
WHERE (t2.state IN ('EXTENDED', 'IDENTITY_CHECK', 'IN_PROGRESS', 'RECEIVED'))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'RECTIFICATION_TO_DECIDE'::text AS kind, 'rectification'::text AS noun, DATE '9999-01-01' AS moment, t3.id AS id
FROM rectification t3
WHERE (t3.state IN ('PROPOSED'))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'IDENTITY_MATCH_TO_DECIDE'::text AS kind, 'identity_match'::text AS noun, DATE '9999-01-01' AS moment, t4.id AS id
FROM identity_match t4
WHERE (t4.state IN ('WAITING'))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint), q1_data_request AS MATERIALIZED (SELECT t5."id" AS "id", t5."kind" AS "kind", t5."state" AS "state", t5.client_id AS "subject"
FROM data_request t5
WHERE t5.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'data_request')
AND TRUE
AND (SELECT ok
FROM live)), q1_rectification AS MATERIALIZED (SELECT t6."id" AS "id", t6."state" AS "state", t6.client_id AS "subject"
FROM rectification t6
WHERE t6.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'rectification')
AND TRUE
AND (SELECT ok
FROM live)), q1_identity_match AS MATERIALIZED (SELECT t7."id" AS "id", t7."state" AS "state", t7.client_id AS "subject"
FROM identity_match t7
WHERE t7.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'identity_match')
AND TRUE
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $4::timestamptz, $5::uuid, $6::text, $7::text, $8::text, '{DataRequest.dueOn:filter,DataRequest.id,DataRequest.kind,DataRequest.state,DataRequest.state:filter,IdentityMatch.id,IdentityMatch.state,IdentityMatch.state:filter,Rectification.id,Rectification.state,Rectification.state:filter}'::text[], $9::uuid[], $10::text, $11::uuid, $12::text, $13::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_data_request)
UNION (SELECT subject
FROM q1_rectification)
UNION (SELECT subject
FROM q1_identity_match)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c)
FROM (SELECT (SELECT coalesce(json_agg(r), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'data_request' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'data_request_' || encode(uuid_send(p5."id"), 'hex') AS "id", p5."kind" AS "kind", p5."state" AS "state") r)
FROM q1_data_request p5
WHERE p5."id" = w.id) WHEN 'rectification' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'rectification_' || encode(uuid_send(p6."id"), 'hex') AS "id", p6."state" AS "rectificationState") r)
FROM q1_rectification p6
WHERE p6."id" = w.id) WHEN 'identity_match' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'identity_match_' || encode(uuid_send(p7."id"), 'hex') AS "id", p7."state" AS "matchState") r)
FROM q1_identity_match p7
WHERE p7."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes", (SELECT row_to_json(i)
FROM (SELECT (SELECT count(*) > $1::bigint
FROM w1) AS "hasNextPage", (SELECT chr(2) || '0:' || encode(convert_to(w.moment::text || chr(31) || w.kind::text || chr(31) || w.id::text, 'UTF8'), 'hex')
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT 1) AS "endCursor") i) AS "pageInfo") c) AS r0
