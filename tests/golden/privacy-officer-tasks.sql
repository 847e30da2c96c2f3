WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $4::int
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
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'AGREEMENT_TEXT_TO_PUBLISH'::text AS kind, 'agreement_text'::text AS noun, DATE '9999-01-01' AS moment, t5.id AS id
FROM agreement_text t5
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
FROM (SELECT 'ANOMALY_TO_EXPLAIN'::text AS kind, 'anomaly'::text AS noun, DATE '9999-01-01' AS moment, t6.id AS id
FROM anomaly t6
WHERE (t6.state IN ('OPEN'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t6.account_id
AND (a.id = $2::uuid
OR a.staff_id = $3::uuid))
AND (t6.staff_member_id = $3::uuid) IS NOT TRUE)) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CLIENT_MERGE_TO_APPROVE'::text AS kind, 'client_merge'::text AS noun, DATE '9999-01-01' AS moment, t7.id AS id
FROM client_merge t7
WHERE (t7.state IN ('PROPOSED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t7.created_by
AND (a.id = $2::uuid
OR a.staff_id = $3::uuid)))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DATA_BREACH_TO_ASSESS'::text AS kind, 'data_breach'::text AS noun, DATE '9999-01-01' AS moment, t8.id AS id
FROM data_breach t8
WHERE (t8.state IN ('NOTICED'))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'EMERGENCY_ACCESS_TO_REVIEW'::text AS kind, 'emergency_access'::text AS noun, DATE '9999-01-01' AS moment, t9.id AS id
FROM emergency_access t9
WHERE (t9.state IN ('ENDED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t9.created_by
AND (a.id = $2::uuid
OR a.staff_id = $3::uuid))
AND NOT EXISTS (SELECT
FROM account a
WHERE a.id = t9.account_id
AND (a.id = $2::uuid
OR a.staff_id = $3::uuid))
AND (t9.staff_member_id = $3::uuid) IS NOT TRUE)) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'SUPPORT_ACCESS_TO_REVIEW'::text AS kind, 'support_access'::text AS noun, DATE '9999-01-01' AS moment, t10.id AS id
FROM support_access t10
WHERE (t10.state IN ('ENDED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t10.created_by
AND (a.id = $2::uuid
OR a.staff_id = $3::uuid))
AND (t10.staff_member_id = $3::uuid) IS NOT TRUE)) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REGISTER_LAW_TO_PUBLISH'::text AS kind, 'register_law'::text AS noun, DATE '9999-01-01' AS moment, t11.id AS id
FROM register_law t11
WHERE (t11.state IN ('IN_REVIEW'))
AND (NOT EXISTS (SELECT
FROM history h
WHERE h.object_id = t11.id
AND h.actor = $2::uuid
AND h.action IN ('CREATE', 'UPDATE', 'REVERT'))
AND (SELECT h.actor
FROM history h
WHERE h.object_id = t11.id
AND h.action = 'SUBMIT'
ORDER BY h.id DESC LIMIT 1) IS DISTINCT
FROM $2::uuid)) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PRIVACY_NOTICE_TO_PUBLISH'::text AS kind, 'privacy_notice'::text AS noun, DATE '9999-01-01' AS moment, t12.id AS id
FROM privacy_notice t12
WHERE (t12.state IN ('IN_REVIEW'))
AND (NOT EXISTS (SELECT
FROM history h
WHERE h.object_id = t12.id
AND h.actor = $2::uuid
AND h.action IN ('CREATE', 'UPDATE', 'REVERT'))
AND (SELECT h.actor
FROM history h
WHERE h.object_id = t12.id
AND h.action = 'SUBMIT'
ORDER BY h.id DESC LIMIT 1) IS DISTINCT
FROM $2::uuid)) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REGISTER_EXPORT_TO_APPROVE'::text AS kind, 'register_export'::text AS noun, DATE '9999-01-01' AS moment, t13.id AS id
FROM register_export t13
WHERE (t13.state IN ('PROPOSED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t13.created_by
AND (a.id = $2::uuid
OR a.staff_id = $3::uuid)))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REQUEST_LETTER_TO_SEND'::text AS kind, 'request_letter'::text AS noun, DATE '9999-01-01' AS moment, t14.id AS id
FROM request_letter t14
WHERE (t14.state IN ('WAITING'))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PURGE_TO_APPROVE'::text AS kind, 'purge'::text AS noun, DATE '9999-01-01' AS moment, t15.id AS id
FROM purge t15
WHERE (t15.state IN ('PROPOSED'))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PURGE_TO_CONFIRM'::text AS kind, 'purge'::text AS noun, DATE '9999-01-01' AS moment, t16.id AS id
FROM purge t16
WHERE (t16.state IN ('APPROVED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t16.approved_by
AND (a.id = $2::uuid
OR a.staff_id = $3::uuid)))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint), q1_data_request AS MATERIALIZED (SELECT t17."id" AS "id", t17."kind" AS "kind", t17."received_on" AS "received_on", t17."state" AS "state", t17.client_id AS "subject"
FROM data_request t17
WHERE t17.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'data_request')
AND TRUE
AND (SELECT ok
FROM live)), q1_rectification AS MATERIALIZED (SELECT t18."id" AS "id", t18."field_key" AS "field_key", t18."decided_on" AS "decided_on", t18."state" AS "state", t18.client_id AS "subject"
FROM rectification t18
WHERE t18.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'rectification')
AND TRUE
AND (SELECT ok
FROM live)), q1_identity_match AS MATERIALIZED (SELECT t19."id" AS "id", t19."noticed_at" AS "noticed_at", t19."state" AS "state", t19.client_id AS "subject"
FROM identity_match t19
WHERE t19.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'identity_match')
AND TRUE
AND (SELECT ok
FROM live)), q1_agreement_text AS MATERIALIZED (SELECT t20."id" AS "id", t20."title_fi" AS "title_fi", t20."title_sv" AS "title_sv", t20."title_en" AS "title_en"
FROM agreement_text t20
WHERE t20.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'agreement_text')
AND TRUE
AND (SELECT ok
FROM live)), q1_anomaly AS MATERIALIZED (SELECT t21."id" AS "id", t21."kind" AS "kind", t21."starts_at" AS "starts_at"
FROM anomaly t21
WHERE t21.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'anomaly')
AND TRUE
AND (SELECT ok
FROM live)), q1_client_merge AS MATERIALIZED (SELECT t22."id" AS "id", t22."undo_until" AS "undo_until", t22.kept_id AS "subject"
FROM client_merge t22
WHERE t22.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'client_merge')
AND TRUE
AND (SELECT ok
FROM live)), q1_data_breach AS MATERIALIZED (SELECT t23."id" AS "id", t23."title" AS "title"
FROM data_breach t23
WHERE t23.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'data_breach')
AND TRUE
AND (SELECT ok
FROM live)), q1_emergency_access AS MATERIALIZED (SELECT t24."id" AS "id", t24."ends_at" AS "ends_at", t24."finding" AS "finding", t24.client_id AS "subject"
FROM emergency_access t24
WHERE t24.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'emergency_access')
AND TRUE
AND (SELECT ok
FROM live)), q1_support_access AS MATERIALIZED (SELECT t25."id" AS "id", t25."starts_at" AS "starts_at", t25."finding" AS "finding", t25.client_id AS "subject"
FROM support_access t25
WHERE t25.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'support_access')
AND TRUE
AND (SELECT ok
FROM live)), q1_register_law AS MATERIALIZED (SELECT t26."id" AS "id", t26."log_mode" AS "log_mode", t26."starts_on" AS "starts_on"
FROM register_law t26
WHERE t26.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'register_law')
AND TRUE
AND (SELECT ok
FROM live)), q1_privacy_notice AS MATERIALIZED (SELECT t27."id" AS "id", t27."effective_on" AS "effective_on"
FROM privacy_notice t27
WHERE t27.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'privacy_notice')
AND TRUE
AND (SELECT ok
FROM live)), q1_register_export AS MATERIALIZED (SELECT t28."id" AS "id", t28."receiver" AS "receiver"
FROM register_export t28
WHERE t28.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'register_export')
AND TRUE
AND (SELECT ok
FROM live)), q1_request_letter AS MATERIALIZED (SELECT t29."id" AS "id", t29."occasion" AS "occasion", t29."told_on" AS "told_on", t29.client_id AS "subject"
FROM request_letter t29
WHERE t29.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'request_letter')
AND TRUE
AND (SELECT ok
FROM live)), q1_purge AS MATERIALIZED (SELECT t30."id" AS "id", t30."kind" AS "kind", t30."basis" AS "basis", t30."judged_on" AS "judged_on"
FROM purge t30
WHERE t30.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'purge')
AND TRUE
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $11::timestamptz, $2::uuid, $5::text, $12::text, $13::text, '{ClientMerge.id,ClientMerge.state:filter,ClientMerge.undoUntil,DataRequest.dueOn:filter,DataRequest.id,DataRequest.kind,DataRequest.receivedOn,DataRequest.state,DataRequest.state:filter,EmergencyAccess.endsAt,EmergencyAccess.finding,EmergencyAccess.id,EmergencyAccess.state:filter,IdentityMatch.id,IdentityMatch.noticedAt,IdentityMatch.state,IdentityMatch.state:filter,Rectification.decidedOn,Rectification.fieldKey,Rectification.id,Rectification.state,Rectification.state:filter,RequestLetter.id,RequestLetter.occasion,RequestLetter.state:filter,RequestLetter.toldOn,SupportAccess.finding,SupportAccess.id,SupportAccess.startsAt,SupportAccess.state:filter}'::text[], $6::uuid[], $7::text, $8::uuid, $9::text, $10::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_data_request)
UNION (SELECT subject
FROM q1_rectification)
UNION (SELECT subject
FROM q1_identity_match)
UNION (SELECT subject
FROM q1_client_merge)
UNION (SELECT subject
FROM q1_emergency_access)
UNION (SELECT subject
FROM q1_support_access)
UNION (SELECT subject
FROM q1_request_letter)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'data_request' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', CASE p17."kind" WHEN 'ACCESS' THEN 'Omien tietojen tarkastus' WHEN 'LOG_ACCESS' THEN 'Kuka on katsonut tietojani' WHEN 'RECTIFY' THEN 'Tiedon korjaaminen' WHEN 'ERASE' THEN 'Tietojen poistaminen' WHEN 'RESTRICT' THEN 'Käsittelyn rajoittaminen' WHEN 'PORT' THEN 'Tietojen siirtäminen' WHEN 'OBJECT' THEN 'Käsittelyn vastustaminen' END, to_char(p17."received_on", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', CASE p17."kind" WHEN 'ACCESS' THEN 'Insyn i egna uppgifter' WHEN 'LOG_ACCESS' THEN 'Vem har sett mina uppgifter' WHEN 'RECTIFY' THEN 'Rättelse av uppgift' WHEN 'ERASE' THEN 'Radering av uppgifter' WHEN 'RESTRICT' THEN 'Begränsning av behandling' WHEN 'PORT' THEN 'Överföring av uppgifter' WHEN 'OBJECT' THEN 'Invändning mot behandling' END, to_char(p17."received_on", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', CASE p17."kind" WHEN 'ACCESS' THEN 'Access to one''s data' WHEN 'LOG_ACCESS' THEN 'Who has looked at my data' WHEN 'RECTIFY' THEN 'Correction of data' WHEN 'ERASE' THEN 'Erasure of data' WHEN 'RESTRICT' THEN 'Restriction of processing' WHEN 'PORT' THEN 'Portability of data' WHEN 'OBJECT' THEN 'Objection to processing' END, to_char(p17."received_on", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', CASE p17."kind" WHEN 'ACCESS' THEN 'Omien tietojen tarkastus' WHEN 'LOG_ACCESS' THEN 'Kuka on katsonut tietojani' WHEN 'RECTIFY' THEN 'Tiedon korjaaminen' WHEN 'ERASE' THEN 'Tietojen poistaminen' WHEN 'RESTRICT' THEN 'Käsittelyn rajoittaminen' WHEN 'PORT' THEN 'Tietojen siirtäminen' WHEN 'OBJECT' THEN 'Käsittelyn vastustaminen' END, to_char(p17."received_on", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_data_request p17
WHERE p17."id" = w.id) WHEN 'rectification' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', (p18."field_key")::text, to_char(p18."decided_on", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', (p18."field_key")::text, to_char(p18."decided_on", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', (p18."field_key")::text, to_char(p18."decided_on", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', (p18."field_key")::text, to_char(p18."decided_on", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_rectification p18
WHERE p18."id" = w.id) WHEN 'identity_match' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', to_char(p19."noticed_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', to_char(p19."noticed_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', to_char(p19."noticed_at" AT TIME ZONE 'Europe/Helsinki', 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', to_char(p19."noticed_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_identity_match p19
WHERE p19."id" = w.id) WHEN 'agreement_text' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', (p20."title_fi")::text), '') AS "fi", nullif(concat_ws(' ', (p20."title_sv")::text), '') AS "sv", nullif(concat_ws(' ', (p20."title_en")::text), '') AS "en") r
WHERE nullif(concat_ws(' ', (p20."title_fi")::text), '') IS NOT NULL)
FROM q1_agreement_text p20
WHERE p20."id" = w.id) WHEN 'anomaly' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', CASE p21."kind" WHEN 'OUTSIDE_CASELOAD' THEN 'Oman asiakaskunnan ulkopuolelta' WHEN 'BULK' THEN 'Paljon henkilöitä tunnissa' WHEN 'IDENTITY_SEARCH' THEN 'Paljon hakuja henkilötunnuksella' WHEN 'NIGHT' THEN 'Yöllä' WHEN 'EMERGENCY' THEN 'Monta hätäkatselua päivässä' END, to_char(p21."starts_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', CASE p21."kind" WHEN 'OUTSIDE_CASELOAD' THEN 'Utanför egna klienter' WHEN 'BULK' THEN 'Många personer på en timme' WHEN 'IDENTITY_SEARCH' THEN 'Många sökningar med personbeteckning' WHEN 'NIGHT' THEN 'På natten' WHEN 'EMERGENCY' THEN 'Många nödåtkomster på en dag' END, to_char(p21."starts_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', CASE p21."kind" WHEN 'OUTSIDE_CASELOAD' THEN 'Outside the caseload' WHEN 'BULK' THEN 'Many persons in an hour' WHEN 'IDENTITY_SEARCH' THEN 'Many searches by identity code' WHEN 'NIGHT' THEN 'At night' WHEN 'EMERGENCY' THEN 'Many emergency accesses in a day' END, to_char(p21."starts_at" AT TIME ZONE 'Europe/Helsinki', 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', CASE p21."kind" WHEN 'OUTSIDE_CASELOAD' THEN 'Oman asiakaskunnan ulkopuolelta' WHEN 'BULK' THEN 'Paljon henkilöitä tunnissa' WHEN 'IDENTITY_SEARCH' THEN 'Paljon hakuja henkilötunnuksella' WHEN 'NIGHT' THEN 'Yöllä' WHEN 'EMERGENCY' THEN 'Monta hätäkatselua päivässä' END, to_char(p21."starts_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_anomaly p21
WHERE p21."id" = w.id) WHEN 'client_merge' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', to_char(p22."undo_until", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', to_char(p22."undo_until", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', to_char(p22."undo_until", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', to_char(p22."undo_until", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_client_merge p22
WHERE p22."id" = w.id) WHEN 'data_breach' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', (p23."title")::text), '') AS "fi", nullif(concat_ws(' ', (p23."title")::text), '') AS "sv", nullif(concat_ws(' ', (p23."title")::text), '') AS "en") r
WHERE nullif(concat_ws(' ', (p23."title")::text), '') IS NOT NULL)
FROM q1_data_breach p23
WHERE p23."id" = w.id) WHEN 'emergency_access' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', to_char(p24."ends_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY'), coalesce((SELECT w.title_fi
FROM term w
WHERE w.vocabulary = 'access_review'
AND w.token = p24."finding"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p24."finding")), '') AS "fi", nullif(concat_ws(' ', to_char(p24."ends_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY'), coalesce((SELECT w.title_sv
FROM term w
WHERE w.vocabulary = 'access_review'
AND w.token = p24."finding"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p24."finding")), '') AS "sv", nullif(concat_ws(' ', to_char(p24."ends_at" AT TIME ZONE 'Europe/Helsinki', 'DD/MM/YYYY'), coalesce((SELECT w.title_en
FROM term w
WHERE w.vocabulary = 'access_review'
AND w.token = p24."finding"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p24."finding")), '') AS "en") r
WHERE nullif(concat_ws(' ', to_char(p24."ends_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY'), coalesce((SELECT w.title_fi
FROM term w
WHERE w.vocabulary = 'access_review'
AND w.token = p24."finding"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p24."finding")), '') IS NOT NULL)
FROM q1_emergency_access p24
WHERE p24."id" = w.id) WHEN 'support_access' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', to_char(p25."starts_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY'), coalesce((SELECT w.title_fi
FROM term w
WHERE w.vocabulary = 'access_review'
AND w.token = p25."finding"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p25."finding")), '') AS "fi", nullif(concat_ws(' ', to_char(p25."starts_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY'), coalesce((SELECT w.title_sv
FROM term w
WHERE w.vocabulary = 'access_review'
AND w.token = p25."finding"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p25."finding")), '') AS "sv", nullif(concat_ws(' ', to_char(p25."starts_at" AT TIME ZONE 'Europe/Helsinki', 'DD/MM/YYYY'), coalesce((SELECT w.title_en
FROM term w
WHERE w.vocabulary = 'access_review'
AND w.token = p25."finding"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p25."finding")), '') AS "en") r
WHERE nullif(concat_ws(' ', to_char(p25."starts_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY'), coalesce((SELECT w.title_fi
FROM term w
WHERE w.vocabulary = 'access_review'
AND w.token = p25."finding"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p25."finding")), '') IS NOT NULL)
FROM q1_support_access p25
WHERE p25."id" = w.id) WHEN 'register_law' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', CASE p26."log_mode" WHEN 'NAMES' THEN 'Katselijoiden nimet' WHEN 'PURPOSES' THEN 'Päivät ja käyttötarkoitukset' END, to_char(p26."starts_on", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', CASE p26."log_mode" WHEN 'NAMES' THEN 'Läsarnas namn' WHEN 'PURPOSES' THEN 'Datum och ändamål' END, to_char(p26."starts_on", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', CASE p26."log_mode" WHEN 'NAMES' THEN 'Names of those who looked' WHEN 'PURPOSES' THEN 'Dates and purposes only' END, to_char(p26."starts_on", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', CASE p26."log_mode" WHEN 'NAMES' THEN 'Katselijoiden nimet' WHEN 'PURPOSES' THEN 'Päivät ja käyttötarkoitukset' END, to_char(p26."starts_on", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_register_law p26
WHERE p26."id" = w.id) WHEN 'privacy_notice' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', to_char(p27."effective_on", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', to_char(p27."effective_on", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', to_char(p27."effective_on", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', to_char(p27."effective_on", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_privacy_notice p27
WHERE p27."id" = w.id) WHEN 'register_export' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', (p28."receiver")::text), '') AS "fi", nullif(concat_ws(' ', (p28."receiver")::text), '') AS "sv", nullif(concat_ws(' ', (p28."receiver")::text), '') AS "en") r
WHERE nullif(concat_ws(' ', (p28."receiver")::text), '') IS NOT NULL)
FROM q1_register_export p28
WHERE p28."id" = w.id) WHEN 'request_letter' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', CASE p29."occasion" WHEN 'EXTENSION' THEN 'Määräaikaa jatkettu' WHEN 'LIFTING' THEN 'Rajoitus päättyy' WHEN 'ANSWER' THEN 'Vastaus pyyntöön' END, to_char(p29."told_on", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', CASE p29."occasion" WHEN 'EXTENSION' THEN 'Tiden förlängd' WHEN 'LIFTING' THEN 'Begränsningen upphör' WHEN 'ANSWER' THEN 'Svar på begäran' END, to_char(p29."told_on", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', CASE p29."occasion" WHEN 'EXTENSION' THEN 'The time was extended' WHEN 'LIFTING' THEN 'The restriction ends' WHEN 'ANSWER' THEN 'The answer' END, to_char(p29."told_on", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', CASE p29."occasion" WHEN 'EXTENSION' THEN 'Määräaikaa jatkettu' WHEN 'LIFTING' THEN 'Rajoitus päättyy' WHEN 'ANSWER' THEN 'Vastaus pyyntöön' END, to_char(p29."told_on", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_request_letter p29
WHERE p29."id" = w.id) WHEN 'purge' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', CASE p30."kind" WHEN 'DUE' THEN 'Säilytysajan päättyminen' WHEN 'PERSON' THEN 'Yksi henkilö' WHEN 'REFERRALS' THEN 'Lähetteet, jotka eivät alkaneet' END, coalesce((SELECT w.title_fi
FROM term w
WHERE w.vocabulary = 'purge_basis'
AND w.token = p30."basis"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p30."basis"), to_char(p30."judged_on", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', CASE p30."kind" WHEN 'DUE' THEN 'Förvaringstiden har gått ut' WHEN 'PERSON' THEN 'En person' WHEN 'REFERRALS' THEN 'Remisser som inte inleddes' END, coalesce((SELECT w.title_sv
FROM term w
WHERE w.vocabulary = 'purge_basis'
AND w.token = p30."basis"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p30."basis"), to_char(p30."judged_on", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', CASE p30."kind" WHEN 'DUE' THEN 'All that is due' WHEN 'PERSON' THEN 'One person' WHEN 'REFERRALS' THEN 'Referrals that never started' END, coalesce((SELECT w.title_en
FROM term w
WHERE w.vocabulary = 'purge_basis'
AND w.token = p30."basis"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p30."basis"), to_char(p30."judged_on", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', CASE p30."kind" WHEN 'DUE' THEN 'Säilytysajan päättyminen' WHEN 'PERSON' THEN 'Yksi henkilö' WHEN 'REFERRALS' THEN 'Lähetteet, jotka eivät alkaneet' END, coalesce((SELECT w.title_fi
FROM term w
WHERE w.vocabulary = 'purge_basis'
AND w.token = p30."basis"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p30."basis"), to_char(p30."judged_on", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_purge p30
WHERE p30."id" = w.id) END AS "title", CASE w.noun WHEN 'data_request' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'data_request_' || encode(uuid_send(p17."id"), 'hex') AS "id", p17."kind" AS "kind", p17."state" AS "state") r)
FROM q1_data_request p17
WHERE p17."id" = w.id) WHEN 'rectification' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'rectification_' || encode(uuid_send(p18."id"), 'hex') AS "id", p18."state" AS "rectificationState") r)
FROM q1_rectification p18
WHERE p18."id" = w.id) WHEN 'identity_match' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'identity_match_' || encode(uuid_send(p19."id"), 'hex') AS "id", p19."state" AS "matchState") r)
FROM q1_identity_match p19
WHERE p19."id" = w.id) WHEN 'agreement_text' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'agreement_text_' || encode(uuid_send(p20."id"), 'hex') AS "id") r)
FROM q1_agreement_text p20
WHERE p20."id" = w.id) WHEN 'anomaly' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'anomaly_' || encode(uuid_send(p21."id"), 'hex') AS "id") r)
FROM q1_anomaly p21
WHERE p21."id" = w.id) WHEN 'client_merge' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'client_merge_' || encode(uuid_send(p22."id"), 'hex') AS "id") r)
FROM q1_client_merge p22
WHERE p22."id" = w.id) WHEN 'data_breach' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'data_breach_' || encode(uuid_send(p23."id"), 'hex') AS "id") r)
FROM q1_data_breach p23
WHERE p23."id" = w.id) WHEN 'emergency_access' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'emergency_access_' || encode(uuid_send(p24."id"), 'hex') AS "id") r)
FROM q1_emergency_access p24
WHERE p24."id" = w.id) WHEN 'support_access' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'support_access_' || encode(uuid_send(p25."id"), 'hex') AS "id") r)
FROM q1_support_access p25
WHERE p25."id" = w.id) WHEN 'register_law' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'register_law_' || encode(uuid_send(p26."id"), 'hex') AS "id") r)
FROM q1_register_law p26
WHERE p26."id" = w.id) WHEN 'privacy_notice' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'privacy_notice_' || encode(uuid_send(p27."id"), 'hex') AS "id") r)
FROM q1_privacy_notice p27
WHERE p27."id" = w.id) WHEN 'register_export' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'register_export_' || encode(uuid_send(p28."id"), 'hex') AS "id") r)
FROM q1_register_export p28
WHERE p28."id" = w.id) WHEN 'request_letter' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'request_letter_' || encode(uuid_send(p29."id"), 'hex') AS "id") r)
FROM q1_request_letter p29
WHERE p29."id" = w.id) WHEN 'purge' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'purge_' || encode(uuid_send(p30."id"), 'hex') AS "id") r)
FROM q1_purge p30
WHERE p30."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes", (SELECT row_to_json(i.*)
FROM (SELECT (SELECT count(*) > $1::bigint
FROM w1) AS "hasNextPage", (SELECT chr(2) || '0:' || encode(convert_to(w.moment::text || chr(31) || w.kind::text || chr(31) || w.id::text, 'UTF8'), 'hex')
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT 1) AS "endCursor") i) AS "pageInfo") c) AS r0
