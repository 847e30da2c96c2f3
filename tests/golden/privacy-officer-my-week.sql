WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $5::uuid
AND a.epoch = $6::int
AND a.disabled_at IS NULL) AS ok), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DATA_REQUEST_DUE'::text AS kind, 'data_request'::text AS noun, coalesce(t2.due_on, DATE '9999-01-01') AS moment, t2.id AS id
FROM data_request t2
WHERE (t2.state IN ('EXTENDED', 'IDENTITY_CHECK', 'IN_PROGRESS', 'RECEIVED'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'RECTIFICATION_TO_DECIDE'::text AS kind, 'rectification'::text AS noun, DATE '9999-01-01' AS moment, t3.id AS id
FROM rectification t3
WHERE (t3.state IN ('PROPOSED'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'IDENTITY_MATCH_TO_DECIDE'::text AS kind, 'identity_match'::text AS noun, DATE '9999-01-01' AS moment, t4.id AS id
FROM identity_match t4
WHERE (t4.state IN ('WAITING'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint), q1_data_request AS MATERIALIZED (SELECT t5."id" AS "id", t5."kind" AS "kind", t5."state" AS "state", t5.client_id AS "subject"
FROM data_request t5
WHERE t5.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'data_request')
AND TRUE
AND (SELECT ok
FROM live)), q1_rectification AS MATERIALIZED (SELECT t6."id" AS "id", t6.client_id AS "subject"
FROM rectification t6
WHERE t6.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'rectification')
AND TRUE
AND (SELECT ok
FROM live)), q1_identity_match AS MATERIALIZED (SELECT t7."id" AS "id", t7.client_id AS "subject"
FROM identity_match t7
WHERE t7.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'identity_match')
AND TRUE
AND (SELECT ok
FROM live)), w8 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DATA_REQUEST_DUE'::text AS kind, 'data_request'::text AS noun, coalesce(t9.due_on, DATE '9999-01-01') AS moment, t9.id AS id
FROM data_request t9
WHERE (t9.state IN ('EXTENDED', 'IDENTITY_CHECK', 'IN_PROGRESS', 'RECEIVED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $4::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'RECTIFICATION_TO_DECIDE'::text AS kind, 'rectification'::text AS noun, DATE '9999-01-01' AS moment, t10.id AS id
FROM rectification t10
WHERE (t10.state IN ('PROPOSED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $4::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'IDENTITY_MATCH_TO_DECIDE'::text AS kind, 'identity_match'::text AS noun, DATE '9999-01-01' AS moment, t11.id AS id
FROM identity_match t11
WHERE (t11.state IN ('WAITING'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $4::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $4::bigint + 1), v8 AS MATERIALIZED (SELECT *
FROM w8 w
ORDER BY w.moment, w.kind, w.id LIMIT $4::bigint), q8_data_request AS MATERIALIZED (SELECT t12."id" AS "id", t12."kind" AS "kind", t12."state" AS "state", t12.client_id AS "subject"
FROM data_request t12
WHERE t12.id IN (SELECT v.id
FROM v8 v
WHERE v.noun = 'data_request')
AND TRUE
AND (SELECT ok
FROM live)), q8_rectification AS MATERIALIZED (SELECT t13."id" AS "id", t13.client_id AS "subject"
FROM rectification t13
WHERE t13.id IN (SELECT v.id
FROM v8 v
WHERE v.noun = 'rectification')
AND TRUE
AND (SELECT ok
FROM live)), q8_identity_match AS MATERIALIZED (SELECT t14."id" AS "id", t14.client_id AS "subject"
FROM identity_match t14
WHERE t14.id IN (SELECT v.id
FROM v8 v
WHERE v.noun = 'identity_match')
AND TRUE
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $7::timestamptz, $8::uuid, $9::text, $10::text, $11::text, '{DataRequest.dueOn:filter,DataRequest.id,DataRequest.kind,DataRequest.state,DataRequest.state:filter,IdentityMatch.id,IdentityMatch.state:filter,Rectification.id,Rectification.state:filter}'::text[], $12::uuid[], $13::text, $14::uuid, $15::text, $16::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_data_request)
UNION (SELECT subject
FROM q1_rectification)
UNION (SELECT subject
FROM q1_identity_match)
UNION (SELECT subject
FROM q8_data_request)
UNION (SELECT subject
FROM q8_rectification)
UNION (SELECT subject
FROM q8_identity_match)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(s)
FROM (SELECT $1::date AS "from", $2::date AS "before", (SELECT row_to_json(c)
FROM (SELECT (SELECT coalesce(json_agg(r), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'data_request' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'data_request_' || encode(uuid_send(p5."id"), 'hex') AS "id", p5."kind" AS "kind", p5."state" AS "state") r)
FROM q1_data_request p5
WHERE p5."id" = w.id) WHEN 'rectification' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'rectification_' || encode(uuid_send(p6."id"), 'hex') AS "id") r)
FROM q1_rectification p6
WHERE p6."id" = w.id) WHEN 'identity_match' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'identity_match_' || encode(uuid_send(p7."id"), 'hex') AS "id") r)
FROM q1_identity_match p7
WHERE p7."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "due", (SELECT row_to_json(c)
FROM (SELECT (SELECT coalesce(json_agg(r), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'data_request' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'data_request_' || encode(uuid_send(p12."id"), 'hex') AS "id", p12."kind" AS "kind", p12."state" AS "state") r)
FROM q8_data_request p12
WHERE p12."id" = w.id) WHEN 'rectification' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'rectification_' || encode(uuid_send(p13."id"), 'hex') AS "id") r)
FROM q8_rectification p13
WHERE p13."id" = w.id) WHEN 'identity_match' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'identity_match_' || encode(uuid_send(p14."id"), 'hex') AS "id") r)
FROM q8_identity_match p14
WHERE p14."id" = w.id) END AS "object"
FROM v8 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "waiting") s) AS r0
