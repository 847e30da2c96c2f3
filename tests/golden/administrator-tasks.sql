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
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint), q1_agreement_text AS (SELECT t9."id" AS "id", t9."title_fi" AS "title_fi", t9."title_sv" AS "title_sv", t9."title_en" AS "title_en"
FROM agreement_text t9
WHERE t9.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'agreement_text')
AND TRUE
AND (SELECT ok
FROM live)), q1_form_template AS (SELECT t10."id" AS "id", t10."title_fi" AS "title_fi", t10."title_sv" AS "title_sv", t10."title_en" AS "title_en"
FROM form_template t10
WHERE t10.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'form_template')
AND TRUE
AND (SELECT ok
FROM live)), q1_delivery AS (SELECT t11."id" AS "id", t11."event" AS "event", t11."due_at" AS "due_at"
FROM delivery t11
WHERE t11.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'delivery')
AND TRUE
AND (SELECT ok
FROM live)), q1_privacy_notice AS (SELECT t12."id" AS "id", t12."effective_on" AS "effective_on"
FROM privacy_notice t12
WHERE t12.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'privacy_notice')
AND TRUE
AND (SELECT ok
FROM live)), q1_term AS (SELECT t13."id" AS "id", t13."title_fi" AS "title_fi", t13."title_sv" AS "title_sv", t13."title_en" AS "title_en"
FROM term t13
WHERE t13.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'term')
AND TRUE
AND (SELECT ok
FROM live)), q1_service_type AS (SELECT t14."id" AS "id", t14."title_fi" AS "title_fi", t14."title_sv" AS "title_sv", t14."title_en" AS "title_en"
FROM service_type t14
WHERE t14.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'service_type')
AND TRUE
AND (SELECT ok
FROM live)), q1_role_grant AS (SELECT t15."id" AS "id", t15."role" AS "role", t15."starts_on" AS "starts_on"
FROM role_grant t15
WHERE t15.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'role_grant')
AND TRUE
AND (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'agreement_text' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', (p9."title_fi")::text), '') AS "fi", nullif(concat_ws(' ', (p9."title_sv")::text), '') AS "sv", nullif(concat_ws(' ', (p9."title_en")::text), '') AS "en") r
WHERE nullif(concat_ws(' ', (p9."title_fi")::text), '') IS NOT NULL)
FROM q1_agreement_text p9
WHERE p9."id" = w.id) WHEN 'form_template' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', (p10."title_fi")::text), '') AS "fi", nullif(concat_ws(' ', (p10."title_sv")::text), '') AS "sv", nullif(concat_ws(' ', (p10."title_en")::text), '') AS "en") r
WHERE nullif(concat_ws(' ', (p10."title_fi")::text), '') IS NOT NULL)
FROM q1_form_template p10
WHERE p10."id" = w.id) WHEN 'delivery' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', (p11."event")::text, to_char(p11."due_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', (p11."event")::text, to_char(p11."due_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', (p11."event")::text, to_char(p11."due_at" AT TIME ZONE 'Europe/Helsinki', 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', (p11."event")::text, to_char(p11."due_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_delivery p11
WHERE p11."id" = w.id) WHEN 'privacy_notice' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', to_char(p12."effective_on", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', to_char(p12."effective_on", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', to_char(p12."effective_on", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', to_char(p12."effective_on", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_privacy_notice p12
WHERE p12."id" = w.id) WHEN 'term' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', (p13."title_fi")::text), '') AS "fi", nullif(concat_ws(' ', (p13."title_sv")::text), '') AS "sv", nullif(concat_ws(' ', (p13."title_en")::text), '') AS "en") r
WHERE nullif(concat_ws(' ', (p13."title_fi")::text), '') IS NOT NULL)
FROM q1_term p13
WHERE p13."id" = w.id) WHEN 'service_type' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', (p14."title_fi")::text), '') AS "fi", nullif(concat_ws(' ', (p14."title_sv")::text), '') AS "sv", nullif(concat_ws(' ', (p14."title_en")::text), '') AS "en") r
WHERE nullif(concat_ws(' ', (p14."title_fi")::text), '') IS NOT NULL)
FROM q1_service_type p14
WHERE p14."id" = w.id) WHEN 'role_grant' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', CASE p15."role" WHEN 'coach' THEN 'Valmentaja' WHEN 'colleague' THEN 'Työtoveri' WHEN 'supervisor' THEN 'Esihenkilö' WHEN 'manager' THEN 'Johto' WHEN 'finance' THEN 'Talous' WHEN 'privacy_officer' THEN 'Tietosuojavastaava' WHEN 'administrator' THEN 'Pääkäyttäjä' WHEN 'support' THEN 'Toimittajan tuki' WHEN 'cleared' THEN 'Turvakieltoon oikeutettu' WHEN 'keeper' THEN 'Yhteyshenkilöiden ylläpitäjä' END, to_char(p15."starts_on", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', CASE p15."role" WHEN 'coach' THEN 'Coach' WHEN 'colleague' THEN 'Kollega' WHEN 'supervisor' THEN 'Förman' WHEN 'manager' THEN 'Ledning' WHEN 'finance' THEN 'Ekonomi' WHEN 'privacy_officer' THEN 'Dataskyddsombud' WHEN 'administrator' THEN 'Administratör' WHEN 'support' THEN 'Leverantörens support' WHEN 'cleared' THEN 'Behörig för spärrmarkering' WHEN 'keeper' THEN 'Den som sköter kontaktpersonerna' END, to_char(p15."starts_on", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', CASE p15."role" WHEN 'coach' THEN 'Coach' WHEN 'colleague' THEN 'Colleague' WHEN 'supervisor' THEN 'Supervisor' WHEN 'manager' THEN 'Manager' WHEN 'finance' THEN 'Finance' WHEN 'privacy_officer' THEN 'Privacy officer' WHEN 'administrator' THEN 'Administrator' WHEN 'support' THEN 'Support' WHEN 'cleared' THEN 'Cleared' WHEN 'keeper' THEN 'Keeper of contacts' END, to_char(p15."starts_on", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', CASE p15."role" WHEN 'coach' THEN 'Valmentaja' WHEN 'colleague' THEN 'Työtoveri' WHEN 'supervisor' THEN 'Esihenkilö' WHEN 'manager' THEN 'Johto' WHEN 'finance' THEN 'Talous' WHEN 'privacy_officer' THEN 'Tietosuojavastaava' WHEN 'administrator' THEN 'Pääkäyttäjä' WHEN 'support' THEN 'Toimittajan tuki' WHEN 'cleared' THEN 'Turvakieltoon oikeutettu' WHEN 'keeper' THEN 'Yhteyshenkilöiden ylläpitäjä' END, to_char(p15."starts_on", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_role_grant p15
WHERE p15."id" = w.id) END AS "title", CASE w.noun WHEN 'agreement_text' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'agreement_text_' || encode(uuid_send(p9."id"), 'hex') AS "id") r)
FROM q1_agreement_text p9
WHERE p9."id" = w.id) WHEN 'form_template' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'form_template_' || encode(uuid_send(p10."id"), 'hex') AS "id") r)
FROM q1_form_template p10
WHERE p10."id" = w.id) WHEN 'delivery' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'delivery_' || encode(uuid_send(p11."id"), 'hex') AS "id") r)
FROM q1_delivery p11
WHERE p11."id" = w.id) WHEN 'privacy_notice' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'privacy_notice_' || encode(uuid_send(p12."id"), 'hex') AS "id") r)
FROM q1_privacy_notice p12
WHERE p12."id" = w.id) WHEN 'term' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'term_' || encode(uuid_send(p13."id"), 'hex') AS "id") r)
FROM q1_term p13
WHERE p13."id" = w.id) WHEN 'service_type' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'service_type_' || encode(uuid_send(p14."id"), 'hex') AS "id") r)
FROM q1_service_type p14
WHERE p14."id" = w.id) WHEN 'role_grant' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'role_grant_' || encode(uuid_send(p15."id"), 'hex') AS "id") r)
FROM q1_role_grant p15
WHERE p15."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes", (SELECT row_to_json(i.*)
FROM (SELECT (SELECT count(*) > $1::bigint
FROM w1) AS "hasNextPage", (SELECT chr(2) || '0:' || encode(convert_to(w.moment::text || chr(31) || w.kind::text || chr(31) || w.id::text, 'UTF8'), 'hex')
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT 1) AS "endCursor") i) AS "pageInfo") c) AS r0
