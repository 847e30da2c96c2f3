WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok), w1 AS (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'AGREEMENT_TEXT_TO_PUBLISH'::text AS kind, 'agreement_text'::text AS noun, DATE '9999-01-01' AS moment, t2.id AS id
FROM agreement_text t2
WHERE (t2.state IN ('IN_REVIEW'))
AND (NOT EXISTS (SELECT
FROM history h
WHERE h.object_id = t2.id
AND h.actor = $2::uuid
AND h.action IN ('CREATE', 'UPDATE', 'REVERT'))
AND (SELECT h.actor
FROM history h
WHERE h.object_id = t2.id
AND h.action = 'SUBMIT'
ORDER BY h.id DESC LIMIT 1) IS DISTINCT
FROM $2::uuid)) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'FORM_TEMPLATE_TO_PUBLISH'::text AS kind, 'form_template'::text AS noun, DATE '9999-01-01' AS moment, t3.id AS id
FROM form_template t3
WHERE (t3.state IN ('IN_REVIEW'))
AND (NOT EXISTS (SELECT
FROM history h
WHERE h.object_id = t3.id
AND h.actor = $2::uuid
AND h.action IN ('CREATE', 'UPDATE', 'REVERT'))
AND (SELECT h.actor
FROM history h
WHERE h.object_id = t3.id
AND h.action = 'SUBMIT'
ORDER BY h.id DESC LIMIT 1) IS DISTINCT
FROM $2::uuid)) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DELIVERY_TO_RETRY'::text AS kind, 'delivery'::text AS noun, DATE '9999-01-01' AS moment, t4.id AS id
FROM delivery t4
WHERE (t4.state IN ('FAILED'))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PRIVACY_NOTICE_TO_PUBLISH'::text AS kind, 'privacy_notice'::text AS noun, DATE '9999-01-01' AS moment, t5.id AS id
FROM privacy_notice t5
WHERE (t5.state IN ('IN_REVIEW'))
AND (NOT EXISTS (SELECT
FROM history h
WHERE h.object_id = t5.id
AND h.actor = $2::uuid
AND h.action IN ('CREATE', 'UPDATE', 'REVERT'))
AND (SELECT h.actor
FROM history h
WHERE h.object_id = t5.id
AND h.action = 'SUBMIT'
ORDER BY h.id DESC LIMIT 1) IS DISTINCT
FROM $2::uuid)) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'TERM_TO_PUBLISH'::text AS kind, 'term'::text AS noun, DATE '9999-01-01' AS moment, t6.id AS id
FROM term t6
WHERE (t6.state IN ('IN_REVIEW'))
AND (NOT EXISTS (SELECT
FROM history h
WHERE h.object_id = t6.id
AND h.actor = $2::uuid
AND h.action IN ('CREATE', 'UPDATE', 'REVERT'))
AND (SELECT h.actor
FROM history h
WHERE h.object_id = t6.id
AND h.action = 'SUBMIT'
ORDER BY h.id DESC LIMIT 1) IS DISTINCT
FROM $2::uuid)) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'SERVICE_TYPE_TO_PUBLISH'::text AS kind, 'service_type'::text AS noun, DATE '9999-01-01' AS moment, t7.id AS id
FROM service_type t7
WHERE (t7.state IN ('IN_REVIEW'))
AND (NOT EXISTS (SELECT
FROM history h
WHERE h.object_id = t7.id
AND h.actor = $2::uuid
AND h.action IN ('CREATE', 'UPDATE', 'REVERT'))
AND (SELECT h.actor
FROM history h
WHERE h.object_id = t7.id
AND h.action = 'SUBMIT'
ORDER BY h.id DESC LIMIT 1) IS DISTINCT
FROM $2::uuid)) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ROLE_GRANT_TO_APPROVE'::text AS kind, 'role_grant'::text AS noun, DATE '9999-01-01' AS moment, t8.id AS id
FROM role_grant t8
WHERE (t8.state IN ('PROPOSED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t8.created_by
AND (a.id = $2::uuid
OR a.staff_id = $3::uuid))
AND NOT EXISTS (SELECT
FROM account a
WHERE a.id = t8.account_id
AND (a.id = $2::uuid
OR a.staff_id = $3::uuid)))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1), v1 AS (SELECT *
FROM w1 w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint), q1_agreement_text AS (SELECT t9."id" AS "id"
FROM agreement_text t9
WHERE t9.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'agreement_text')
AND TRUE
AND (SELECT ok
FROM live)), q1_form_template AS (SELECT t10."id" AS "id"
FROM form_template t10
WHERE t10.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'form_template')
AND TRUE
AND (SELECT ok
FROM live)), q1_delivery AS (SELECT t11."id" AS "id"
FROM delivery t11
WHERE t11.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'delivery')
AND TRUE
AND (SELECT ok
FROM live)), q1_privacy_notice AS (SELECT t12."id" AS "id"
FROM privacy_notice t12
WHERE t12.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'privacy_notice')
AND TRUE
AND (SELECT ok
FROM live)), q1_term AS (SELECT t13."id" AS "id"
FROM term t13
WHERE t13.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'term')
AND TRUE
AND (SELECT ok
FROM live)), q1_service_type AS (SELECT t14."id" AS "id"
FROM service_type t14
WHERE t14.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'service_type')
AND TRUE
AND (SELECT ok
FROM live)), q1_role_grant AS (SELECT t15."id" AS "id"
FROM role_grant t15
WHERE t15.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'role_grant')
AND TRUE
AND (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c)
FROM (SELECT (SELECT coalesce(json_agg(r), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'agreement_text' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'agreement_text_' || encode(uuid_send(p9."id"), 'hex') AS "id") r)
FROM q1_agreement_text p9
WHERE p9."id" = w.id) WHEN 'form_template' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'form_template_' || encode(uuid_send(p10."id"), 'hex') AS "id") r)
FROM q1_form_template p10
WHERE p10."id" = w.id) WHEN 'delivery' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'delivery_' || encode(uuid_send(p11."id"), 'hex') AS "id") r)
FROM q1_delivery p11
WHERE p11."id" = w.id) WHEN 'privacy_notice' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'privacy_notice_' || encode(uuid_send(p12."id"), 'hex') AS "id") r)
FROM q1_privacy_notice p12
WHERE p12."id" = w.id) WHEN 'term' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'term_' || encode(uuid_send(p13."id"), 'hex') AS "id") r)
FROM q1_term p13
WHERE p13."id" = w.id) WHEN 'service_type' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'service_type_' || encode(uuid_send(p14."id"), 'hex') AS "id") r)
FROM q1_service_type p14
WHERE p14."id" = w.id) WHEN 'role_grant' THEN (SELECT (SELECT row_to_json(r)
FROM (SELECT 'role_grant_' || encode(uuid_send(p15."id"), 'hex') AS "id") r)
FROM q1_role_grant p15
WHERE p15."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS r0
