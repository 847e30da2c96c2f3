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
FROM (SELECT 'REGISTER_LAW_TO_PUBLISH'::text AS kind, 'register_law'::text AS noun, DATE '9999-01-01' AS moment, t4.id AS id
FROM register_law t4
WHERE (t4.state IN ('IN_REVIEW'))
AND (NOT EXISTS (SELECT
FROM history h
WHERE h.object_id = t4.id
AND h.actor = $2::uuid
AND h.action IN ('CREATE', 'UPDATE', 'REVERT'))
AND (SELECT h.actor
FROM history h
WHERE h.object_id = t4.id
AND h.action = 'SUBMIT'
ORDER BY h.id DESC LIMIT 1) IS DISTINCT
FROM $2::uuid)) w
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
FROM (SELECT 'REGISTER_EXPORT_TO_APPROVE'::text AS kind, 'register_export'::text AS noun, DATE '9999-01-01' AS moment, t6.id AS id
FROM register_export t6
WHERE (t6.state IN ('PROPOSED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t6.created_by
AND (a.id = $2::uuid
OR a.staff_id = $3::uuid)))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PURGE_TO_CONFIRM'::text AS kind, 'purge'::text AS noun, DATE '9999-01-01' AS moment, t7.id AS id
FROM purge t7
WHERE (t7.state IN ('APPROVED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t7.approved_by
AND (a.id = $2::uuid
OR a.staff_id = $3::uuid)))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'TERM_TO_PUBLISH'::text AS kind, 'term'::text AS noun, DATE '9999-01-01' AS moment, t8.id AS id
FROM term t8
WHERE (t8.state IN ('IN_REVIEW'))
AND (NOT EXISTS (SELECT
FROM history h
WHERE h.object_id = t8.id
AND h.actor = $2::uuid
AND h.action IN ('CREATE', 'UPDATE', 'REVERT'))
AND (SELECT h.actor
FROM history h
WHERE h.object_id = t8.id
AND h.action = 'SUBMIT'
ORDER BY h.id DESC LIMIT 1) IS DISTINCT
FROM $2::uuid)) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'SERVICE_TYPE_TO_PUBLISH'::text AS kind, 'service_type'::text AS noun, DATE '9999-01-01' AS moment, t9.id AS id
FROM service_type t9
WHERE (t9.state IN ('IN_REVIEW'))
AND (NOT EXISTS (SELECT
FROM history h
WHERE h.object_id = t9.id
AND h.actor = $2::uuid
AND h.action IN ('CREATE', 'UPDATE', 'REVERT'))
AND (SELECT h.actor
FROM history h
WHERE h.object_id = t9.id
AND h.action = 'SUBMIT'
ORDER BY h.id DESC LIMIT 1) IS DISTINCT
FROM $2::uuid)) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1), v1 AS (SELECT *
FROM w1 w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint), q1_agreement_text AS (SELECT t10."id" AS "id", t10."title_fi" AS "title_fi", t10."title_sv" AS "title_sv", t10."title_en" AS "title_en"
FROM agreement_text t10
WHERE t10.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'agreement_text')
AND TRUE
AND (SELECT ok
FROM live)), q1_form_template AS (SELECT t11."id" AS "id", t11."title_fi" AS "title_fi", t11."title_sv" AS "title_sv", t11."title_en" AS "title_en"
FROM form_template t11
WHERE t11.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'form_template')
AND TRUE
AND (SELECT ok
FROM live)), q1_register_law AS (SELECT t12."id" AS "id", t12."log_mode" AS "log_mode", t12."starts_on" AS "starts_on"
FROM register_law t12
WHERE t12.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'register_law')
AND TRUE
AND (SELECT ok
FROM live)), q1_privacy_notice AS (SELECT t13."id" AS "id", t13."effective_on" AS "effective_on"
FROM privacy_notice t13
WHERE t13.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'privacy_notice')
AND TRUE
AND (SELECT ok
FROM live)), q1_register_export AS (SELECT t14."id" AS "id", t14."receiver" AS "receiver"
FROM register_export t14
WHERE t14.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'register_export')
AND TRUE
AND (SELECT ok
FROM live)), q1_purge AS (SELECT t15."id" AS "id", t15."kind" AS "kind", t15."basis" AS "basis", t15."judged_on" AS "judged_on"
FROM purge t15
WHERE t15.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'purge')
AND TRUE
AND (SELECT ok
FROM live)), q1_term AS (SELECT t16."id" AS "id", t16."title_fi" AS "title_fi", t16."title_sv" AS "title_sv", t16."title_en" AS "title_en"
FROM term t16
WHERE t16.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'term')
AND TRUE
AND (SELECT ok
FROM live)), q1_service_type AS (SELECT t17."id" AS "id", t17."title_fi" AS "title_fi", t17."title_sv" AS "title_sv", t17."title_en" AS "title_en"
FROM service_type t17
WHERE t17.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'service_type')
AND TRUE
AND (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'agreement_text' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', (p10."title_fi")::text), '') AS "fi", nullif(concat_ws(' ', (p10."title_sv")::text), '') AS "sv", nullif(concat_ws(' ', (p10."title_en")::text), '') AS "en") r
WHERE nullif(concat_ws(' ', (p10."title_fi")::text), '') IS NOT NULL)
FROM q1_agreement_text p10
WHERE p10."id" = w.id) WHEN 'form_template' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', (p11."title_fi")::text), '') AS "fi", nullif(concat_ws(' ', (p11."title_sv")::text), '') AS "sv", nullif(concat_ws(' ', (p11."title_en")::text), '') AS "en") r
WHERE nullif(concat_ws(' ', (p11."title_fi")::text), '') IS NOT NULL)
FROM q1_form_template p11
WHERE p11."id" = w.id) WHEN 'register_law' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', CASE p12."log_mode" WHEN 'NAMES' THEN 'Katselijoiden nimet' WHEN 'PURPOSES' THEN 'Päivät ja käyttötarkoitukset' END, to_char(p12."starts_on", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', CASE p12."log_mode" WHEN 'NAMES' THEN 'Läsarnas namn' WHEN 'PURPOSES' THEN 'Datum och ändamål' END, to_char(p12."starts_on", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', CASE p12."log_mode" WHEN 'NAMES' THEN 'Names of those who looked' WHEN 'PURPOSES' THEN 'Dates and purposes only' END, to_char(p12."starts_on", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', CASE p12."log_mode" WHEN 'NAMES' THEN 'Katselijoiden nimet' WHEN 'PURPOSES' THEN 'Päivät ja käyttötarkoitukset' END, to_char(p12."starts_on", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_register_law p12
WHERE p12."id" = w.id) WHEN 'privacy_notice' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', to_char(p13."effective_on", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', to_char(p13."effective_on", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', to_char(p13."effective_on", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', to_char(p13."effective_on", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_privacy_notice p13
WHERE p13."id" = w.id) WHEN 'register_export' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', (p14."receiver")::text), '') AS "fi", nullif(concat_ws(' ', (p14."receiver")::text), '') AS "sv", nullif(concat_ws(' ', (p14."receiver")::text), '') AS "en") r
WHERE nullif(concat_ws(' ', (p14."receiver")::text), '') IS NOT NULL)
FROM q1_register_export p14
WHERE p14."id" = w.id) WHEN 'purge' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', CASE p15."kind" WHEN 'DUE' THEN 'Säilytysajan päättyminen' WHEN 'PERSON' THEN 'Yksi henkilö' WHEN 'REFERRALS' THEN 'Lähetteet, jotka eivät alkaneet' END, coalesce((SELECT w.title_fi
FROM term w
WHERE w.vocabulary = 'purge_basis'
AND w.token = p15."basis"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND TRUE
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p15."basis"), to_char(p15."judged_on", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', CASE p15."kind" WHEN 'DUE' THEN 'Förvaringstiden har gått ut' WHEN 'PERSON' THEN 'En person' WHEN 'REFERRALS' THEN 'Remisser som inte inleddes' END, coalesce((SELECT w.title_sv
FROM term w
WHERE w.vocabulary = 'purge_basis'
AND w.token = p15."basis"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND TRUE
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p15."basis"), to_char(p15."judged_on", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', CASE p15."kind" WHEN 'DUE' THEN 'All that is due' WHEN 'PERSON' THEN 'One person' WHEN 'REFERRALS' THEN 'Referrals that never started' END, coalesce((SELECT w.title_en
FROM term w
WHERE w.vocabulary = 'purge_basis'
AND w.token = p15."basis"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND TRUE
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p15."basis"), to_char(p15."judged_on", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', CASE p15."kind" WHEN 'DUE' THEN 'Säilytysajan päättyminen' WHEN 'PERSON' THEN 'Yksi henkilö' WHEN 'REFERRALS' THEN 'Lähetteet, jotka eivät alkaneet' END, coalesce((SELECT w.title_fi
FROM term w
WHERE w.vocabulary = 'purge_basis'
AND w.token = p15."basis"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND TRUE
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p15."basis"), to_char(p15."judged_on", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_purge p15
WHERE p15."id" = w.id) WHEN 'term' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', (p16."title_fi")::text), '') AS "fi", nullif(concat_ws(' ', (p16."title_sv")::text), '') AS "sv", nullif(concat_ws(' ', (p16."title_en")::text), '') AS "en") r
WHERE nullif(concat_ws(' ', (p16."title_fi")::text), '') IS NOT NULL)
FROM q1_term p16
WHERE p16."id" = w.id) WHEN 'service_type' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', (p17."title_fi")::text), '') AS "fi", nullif(concat_ws(' ', (p17."title_sv")::text), '') AS "sv", nullif(concat_ws(' ', (p17."title_en")::text), '') AS "en") r
WHERE nullif(concat_ws(' ', (p17."title_fi")::text), '') IS NOT NULL)
FROM q1_service_type p17
WHERE p17."id" = w.id) END AS "title", CASE w.noun WHEN 'agreement_text' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'agreement_text_' || encode(uuid_send(p10."id"), 'hex') AS "id") r)
FROM q1_agreement_text p10
WHERE p10."id" = w.id) WHEN 'form_template' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'form_template_' || encode(uuid_send(p11."id"), 'hex') AS "id") r)
FROM q1_form_template p11
WHERE p11."id" = w.id) WHEN 'register_law' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'register_law_' || encode(uuid_send(p12."id"), 'hex') AS "id") r)
FROM q1_register_law p12
WHERE p12."id" = w.id) WHEN 'privacy_notice' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'privacy_notice_' || encode(uuid_send(p13."id"), 'hex') AS "id") r)
FROM q1_privacy_notice p13
WHERE p13."id" = w.id) WHEN 'register_export' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'register_export_' || encode(uuid_send(p14."id"), 'hex') AS "id") r)
FROM q1_register_export p14
WHERE p14."id" = w.id) WHEN 'purge' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'purge_' || encode(uuid_send(p15."id"), 'hex') AS "id") r)
FROM q1_purge p15
WHERE p15."id" = w.id) WHEN 'term' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'term_' || encode(uuid_send(p16."id"), 'hex') AS "id") r)
FROM q1_term p16
WHERE p16."id" = w.id) WHEN 'service_type' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'service_type_' || encode(uuid_send(p17."id"), 'hex') AS "id") r)
FROM q1_service_type p17
WHERE p17."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes", (SELECT row_to_json(i.*)
FROM (SELECT (SELECT count(*) > $1::bigint
FROM w1) AS "hasNextPage", (SELECT chr(2) || '0:' || encode(convert_to(w.moment::text || chr(31) || w.kind::text || chr(31) || w.id::text, 'UTF8'), 'hex')
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT 1) AS "endCursor") i) AS "pageInfo") c) AS r0
