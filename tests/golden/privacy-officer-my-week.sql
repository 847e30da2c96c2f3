WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $7::int
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
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'AGREEMENT_TEXT_TO_PUBLISH'::text AS kind, 'agreement_text'::text AS noun, DATE '9999-01-01' AS moment, t5.id AS id
FROM agreement_text t5
WHERE (t5.state IN ('IN_REVIEW'))
AND (NOT EXISTS (SELECT
FROM history h
WHERE h.object_id = t5.id
AND h.actor = $4::uuid
AND h.action IN ('CREATE', 'UPDATE', 'REVERT'))
AND (SELECT h.actor
FROM history h
WHERE h.object_id = t5.id
AND h.action = 'SUBMIT'
ORDER BY h.id DESC LIMIT 1) IS DISTINCT
FROM $4::uuid)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ANOMALY_TO_EXPLAIN'::text AS kind, 'anomaly'::text AS noun, DATE '9999-01-01' AS moment, t6.id AS id
FROM anomaly t6
WHERE (t6.state IN ('OPEN'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t6.account_id
AND (a.id = $4::uuid
OR a.staff_id = $5::uuid))
AND (t6.staff_member_id = $5::uuid) IS NOT TRUE)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CLIENT_MERGE_TO_APPROVE'::text AS kind, 'client_merge'::text AS noun, DATE '9999-01-01' AS moment, t7.id AS id
FROM client_merge t7
WHERE (t7.state IN ('PROPOSED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t7.created_by
AND (a.id = $4::uuid
OR a.staff_id = $5::uuid)))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DATA_BREACH_TO_ASSESS'::text AS kind, 'data_breach'::text AS noun, DATE '9999-01-01' AS moment, t8.id AS id
FROM data_breach t8
WHERE (t8.state IN ('NOTICED'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'EMERGENCY_ACCESS_TO_REVIEW'::text AS kind, 'emergency_access'::text AS noun, DATE '9999-01-01' AS moment, t9.id AS id
FROM emergency_access t9
WHERE (t9.state IN ('ENDED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t9.created_by
AND (a.id = $4::uuid
OR a.staff_id = $5::uuid))
AND NOT EXISTS (SELECT
FROM account a
WHERE a.id = t9.account_id
AND (a.id = $4::uuid
OR a.staff_id = $5::uuid))
AND (t9.staff_member_id = $5::uuid) IS NOT TRUE)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'SUPPORT_ACCESS_TO_REVIEW'::text AS kind, 'support_access'::text AS noun, DATE '9999-01-01' AS moment, t10.id AS id
FROM support_access t10
WHERE (t10.state IN ('ENDED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t10.created_by
AND (a.id = $4::uuid
OR a.staff_id = $5::uuid))
AND (t10.staff_member_id = $5::uuid) IS NOT TRUE)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REGISTER_LAW_TO_PUBLISH'::text AS kind, 'register_law'::text AS noun, DATE '9999-01-01' AS moment, t11.id AS id
FROM register_law t11
WHERE (t11.state IN ('IN_REVIEW'))
AND (NOT EXISTS (SELECT
FROM history h
WHERE h.object_id = t11.id
AND h.actor = $4::uuid
AND h.action IN ('CREATE', 'UPDATE', 'REVERT'))
AND (SELECT h.actor
FROM history h
WHERE h.object_id = t11.id
AND h.action = 'SUBMIT'
ORDER BY h.id DESC LIMIT 1) IS DISTINCT
FROM $4::uuid)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PRIVACY_NOTICE_TO_PUBLISH'::text AS kind, 'privacy_notice'::text AS noun, DATE '9999-01-01' AS moment, t12.id AS id
FROM privacy_notice t12
WHERE (t12.state IN ('IN_REVIEW'))
AND (NOT EXISTS (SELECT
FROM history h
WHERE h.object_id = t12.id
AND h.actor = $4::uuid
AND h.action IN ('CREATE', 'UPDATE', 'REVERT'))
AND (SELECT h.actor
FROM history h
WHERE h.object_id = t12.id
AND h.action = 'SUBMIT'
ORDER BY h.id DESC LIMIT 1) IS DISTINCT
FROM $4::uuid)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REGISTER_EXPORT_TO_APPROVE'::text AS kind, 'register_export'::text AS noun, DATE '9999-01-01' AS moment, t13.id AS id
FROM register_export t13
WHERE (t13.state IN ('PROPOSED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t13.created_by
AND (a.id = $4::uuid
OR a.staff_id = $5::uuid)))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REQUEST_LETTER_TO_SEND'::text AS kind, 'request_letter'::text AS noun, DATE '9999-01-01' AS moment, t14.id AS id
FROM request_letter t14
WHERE (t14.state IN ('WAITING'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PURGE_TO_APPROVE'::text AS kind, 'purge'::text AS noun, DATE '9999-01-01' AS moment, t15.id AS id
FROM purge t15
WHERE (t15.state IN ('PROPOSED'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PURGE_TO_CONFIRM'::text AS kind, 'purge'::text AS noun, DATE '9999-01-01' AS moment, t16.id AS id
FROM purge t16
WHERE (t16.state IN ('APPROVED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t16.approved_by
AND (a.id = $4::uuid
OR a.staff_id = $5::uuid)))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint), q1_data_request AS MATERIALIZED (SELECT t17."id" AS "id", t17."kind" AS "kind", t17."state" AS "state", t17.client_id AS "subject"
FROM data_request t17
WHERE t17.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'data_request')
AND TRUE
AND (SELECT ok
FROM live)), q1_rectification AS MATERIALIZED (SELECT t18."id" AS "id", t18.client_id AS "subject"
FROM rectification t18
WHERE t18.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'rectification')
AND TRUE
AND (SELECT ok
FROM live)), q1_identity_match AS MATERIALIZED (SELECT t19."id" AS "id", t19.client_id AS "subject"
FROM identity_match t19
WHERE t19.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'identity_match')
AND TRUE
AND (SELECT ok
FROM live)), q1_agreement_text AS MATERIALIZED (SELECT t20."id" AS "id"
FROM agreement_text t20
WHERE t20.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'agreement_text')
AND TRUE
AND (SELECT ok
FROM live)), q1_anomaly AS MATERIALIZED (SELECT t21."id" AS "id"
FROM anomaly t21
WHERE t21.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'anomaly')
AND TRUE
AND (SELECT ok
FROM live)), q1_client_merge AS MATERIALIZED (SELECT t22."id" AS "id", t22.kept_id AS "subject"
FROM client_merge t22
WHERE t22.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'client_merge')
AND TRUE
AND (SELECT ok
FROM live)), q1_data_breach AS MATERIALIZED (SELECT t23."id" AS "id"
FROM data_breach t23
WHERE t23.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'data_breach')
AND TRUE
AND (SELECT ok
FROM live)), q1_emergency_access AS MATERIALIZED (SELECT t24."id" AS "id", t24.client_id AS "subject"
FROM emergency_access t24
WHERE t24.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'emergency_access')
AND TRUE
AND (SELECT ok
FROM live)), q1_support_access AS MATERIALIZED (SELECT t25."id" AS "id", t25.client_id AS "subject"
FROM support_access t25
WHERE t25.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'support_access')
AND TRUE
AND (SELECT ok
FROM live)), q1_register_law AS MATERIALIZED (SELECT t26."id" AS "id"
FROM register_law t26
WHERE t26.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'register_law')
AND TRUE
AND (SELECT ok
FROM live)), q1_privacy_notice AS MATERIALIZED (SELECT t27."id" AS "id"
FROM privacy_notice t27
WHERE t27.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'privacy_notice')
AND TRUE
AND (SELECT ok
FROM live)), q1_register_export AS MATERIALIZED (SELECT t28."id" AS "id"
FROM register_export t28
WHERE t28.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'register_export')
AND TRUE
AND (SELECT ok
FROM live)), q1_request_letter AS MATERIALIZED (SELECT t29."id" AS "id", t29.client_id AS "subject"
FROM request_letter t29
WHERE t29.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'request_letter')
AND TRUE
AND (SELECT ok
FROM live)), q1_purge AS MATERIALIZED (SELECT t30."id" AS "id"
FROM purge t30
WHERE t30.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'purge')
AND TRUE
AND (SELECT ok
FROM live)), w32 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DATA_REQUEST_DUE'::text AS kind, 'data_request'::text AS noun, coalesce(t33.due_on, DATE '9999-01-01') AS moment, t33.id AS id
FROM data_request t33
WHERE (t33.state IN ('EXTENDED', 'IDENTITY_CHECK', 'IN_PROGRESS', 'RECEIVED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'RECTIFICATION_TO_DECIDE'::text AS kind, 'rectification'::text AS noun, DATE '9999-01-01' AS moment, t34.id AS id
FROM rectification t34
WHERE (t34.state IN ('PROPOSED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'IDENTITY_MATCH_TO_DECIDE'::text AS kind, 'identity_match'::text AS noun, DATE '9999-01-01' AS moment, t35.id AS id
FROM identity_match t35
WHERE (t35.state IN ('WAITING'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'AGREEMENT_TEXT_TO_PUBLISH'::text AS kind, 'agreement_text'::text AS noun, DATE '9999-01-01' AS moment, t36.id AS id
FROM agreement_text t36
WHERE (t36.state IN ('IN_REVIEW'))
AND (NOT EXISTS (SELECT
FROM history h
WHERE h.object_id = t36.id
AND h.actor = $4::uuid
AND h.action IN ('CREATE', 'UPDATE', 'REVERT'))
AND (SELECT h.actor
FROM history h
WHERE h.object_id = t36.id
AND h.action = 'SUBMIT'
ORDER BY h.id DESC LIMIT 1) IS DISTINCT
FROM $4::uuid)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'ANOMALY_TO_EXPLAIN'::text AS kind, 'anomaly'::text AS noun, DATE '9999-01-01' AS moment, t37.id AS id
FROM anomaly t37
WHERE (t37.state IN ('OPEN'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t37.account_id
AND (a.id = $4::uuid
OR a.staff_id = $5::uuid))
AND (t37.staff_member_id = $5::uuid) IS NOT TRUE)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CLIENT_MERGE_TO_APPROVE'::text AS kind, 'client_merge'::text AS noun, DATE '9999-01-01' AS moment, t38.id AS id
FROM client_merge t38
WHERE (t38.state IN ('PROPOSED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t38.created_by
AND (a.id = $4::uuid
OR a.staff_id = $5::uuid)))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DATA_BREACH_TO_ASSESS'::text AS kind, 'data_breach'::text AS noun, DATE '9999-01-01' AS moment, t39.id AS id
FROM data_breach t39
WHERE (t39.state IN ('NOTICED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'EMERGENCY_ACCESS_TO_REVIEW'::text AS kind, 'emergency_access'::text AS noun, DATE '9999-01-01' AS moment, t40.id AS id
FROM emergency_access t40
WHERE (t40.state IN ('ENDED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t40.created_by
AND (a.id = $4::uuid
OR a.staff_id = $5::uuid))
AND NOT EXISTS (SELECT
FROM account a
WHERE a.id = t40.account_id
AND (a.id = $4::uuid
OR a.staff_id = $5::uuid))
AND (t40.staff_member_id = $5::uuid) IS NOT TRUE)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'SUPPORT_ACCESS_TO_REVIEW'::text AS kind, 'support_access'::text AS noun, DATE '9999-01-01' AS moment, t41.id AS id
FROM support_access t41
WHERE (t41.state IN ('ENDED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t41.created_by
AND (a.id = $4::uuid
OR a.staff_id = $5::uuid))
AND (t41.staff_member_id = $5::uuid) IS NOT TRUE)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REGISTER_LAW_TO_PUBLISH'::text AS kind, 'register_law'::text AS noun, DATE '9999-01-01' AS moment, t42.id AS id
FROM register_law t42
WHERE (t42.state IN ('IN_REVIEW'))
AND (NOT EXISTS (SELECT
FROM history h
WHERE h.object_id = t42.id
AND h.actor = $4::uuid
AND h.action IN ('CREATE', 'UPDATE', 'REVERT'))
AND (SELECT h.actor
FROM history h
WHERE h.object_id = t42.id
AND h.action = 'SUBMIT'
ORDER BY h.id DESC LIMIT 1) IS DISTINCT
FROM $4::uuid)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PRIVACY_NOTICE_TO_PUBLISH'::text AS kind, 'privacy_notice'::text AS noun, DATE '9999-01-01' AS moment, t43.id AS id
FROM privacy_notice t43
WHERE (t43.state IN ('IN_REVIEW'))
AND (NOT EXISTS (SELECT
FROM history h
WHERE h.object_id = t43.id
AND h.actor = $4::uuid
AND h.action IN ('CREATE', 'UPDATE', 'REVERT'))
AND (SELECT h.actor
FROM history h
WHERE h.object_id = t43.id
AND h.action = 'SUBMIT'
ORDER BY h.id DESC LIMIT 1) IS DISTINCT
FROM $4::uuid)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REGISTER_EXPORT_TO_APPROVE'::text AS kind, 'register_export'::text AS noun, DATE '9999-01-01' AS moment, t44.id AS id
FROM register_export t44
WHERE (t44.state IN ('PROPOSED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t44.created_by
AND (a.id = $4::uuid
OR a.staff_id = $5::uuid)))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REQUEST_LETTER_TO_SEND'::text AS kind, 'request_letter'::text AS noun, DATE '9999-01-01' AS moment, t45.id AS id
FROM request_letter t45
WHERE (t45.state IN ('WAITING'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PURGE_TO_APPROVE'::text AS kind, 'purge'::text AS noun, DATE '9999-01-01' AS moment, t46.id AS id
FROM purge t46
WHERE (t46.state IN ('PROPOSED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PURGE_TO_CONFIRM'::text AS kind, 'purge'::text AS noun, DATE '9999-01-01' AS moment, t47.id AS id
FROM purge t47
WHERE (t47.state IN ('APPROVED'))
AND (NOT EXISTS (SELECT
FROM account a
WHERE a.id = t47.approved_by
AND (a.id = $4::uuid
OR a.staff_id = $5::uuid)))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1), v32 AS MATERIALIZED (SELECT *
FROM w32 w
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint), q32_data_request AS MATERIALIZED (SELECT t48."id" AS "id", t48."kind" AS "kind", t48."state" AS "state", t48.client_id AS "subject"
FROM data_request t48
WHERE t48.id IN (SELECT v.id
FROM v32 v
WHERE v.noun = 'data_request')
AND TRUE
AND (SELECT ok
FROM live)), q32_rectification AS MATERIALIZED (SELECT t49."id" AS "id", t49.client_id AS "subject"
FROM rectification t49
WHERE t49.id IN (SELECT v.id
FROM v32 v
WHERE v.noun = 'rectification')
AND TRUE
AND (SELECT ok
FROM live)), q32_identity_match AS MATERIALIZED (SELECT t50."id" AS "id", t50.client_id AS "subject"
FROM identity_match t50
WHERE t50.id IN (SELECT v.id
FROM v32 v
WHERE v.noun = 'identity_match')
AND TRUE
AND (SELECT ok
FROM live)), q32_agreement_text AS MATERIALIZED (SELECT t51."id" AS "id"
FROM agreement_text t51
WHERE t51.id IN (SELECT v.id
FROM v32 v
WHERE v.noun = 'agreement_text')
AND TRUE
AND (SELECT ok
FROM live)), q32_anomaly AS MATERIALIZED (SELECT t52."id" AS "id"
FROM anomaly t52
WHERE t52.id IN (SELECT v.id
FROM v32 v
WHERE v.noun = 'anomaly')
AND TRUE
AND (SELECT ok
FROM live)), q32_client_merge AS MATERIALIZED (SELECT t53."id" AS "id", t53.kept_id AS "subject"
FROM client_merge t53
WHERE t53.id IN (SELECT v.id
FROM v32 v
WHERE v.noun = 'client_merge')
AND TRUE
AND (SELECT ok
FROM live)), q32_data_breach AS MATERIALIZED (SELECT t54."id" AS "id"
FROM data_breach t54
WHERE t54.id IN (SELECT v.id
FROM v32 v
WHERE v.noun = 'data_breach')
AND TRUE
AND (SELECT ok
FROM live)), q32_emergency_access AS MATERIALIZED (SELECT t55."id" AS "id", t55.client_id AS "subject"
FROM emergency_access t55
WHERE t55.id IN (SELECT v.id
FROM v32 v
WHERE v.noun = 'emergency_access')
AND TRUE
AND (SELECT ok
FROM live)), q32_support_access AS MATERIALIZED (SELECT t56."id" AS "id", t56.client_id AS "subject"
FROM support_access t56
WHERE t56.id IN (SELECT v.id
FROM v32 v
WHERE v.noun = 'support_access')
AND TRUE
AND (SELECT ok
FROM live)), q32_register_law AS MATERIALIZED (SELECT t57."id" AS "id"
FROM register_law t57
WHERE t57.id IN (SELECT v.id
FROM v32 v
WHERE v.noun = 'register_law')
AND TRUE
AND (SELECT ok
FROM live)), q32_privacy_notice AS MATERIALIZED (SELECT t58."id" AS "id"
FROM privacy_notice t58
WHERE t58.id IN (SELECT v.id
FROM v32 v
WHERE v.noun = 'privacy_notice')
AND TRUE
AND (SELECT ok
FROM live)), q32_register_export AS MATERIALIZED (SELECT t59."id" AS "id"
FROM register_export t59
WHERE t59.id IN (SELECT v.id
FROM v32 v
WHERE v.noun = 'register_export')
AND TRUE
AND (SELECT ok
FROM live)), q32_request_letter AS MATERIALIZED (SELECT t60."id" AS "id", t60.client_id AS "subject"
FROM request_letter t60
WHERE t60.id IN (SELECT v.id
FROM v32 v
WHERE v.noun = 'request_letter')
AND TRUE
AND (SELECT ok
FROM live)), q32_purge AS MATERIALIZED (SELECT t61."id" AS "id"
FROM purge t61
WHERE t61.id IN (SELECT v.id
FROM v32 v
WHERE v.noun = 'purge')
AND TRUE
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $14::timestamptz, $4::uuid, $8::text, $15::text, $16::text, '{ClientMerge.id,ClientMerge.state:filter,DataRequest.dueOn:filter,DataRequest.id,DataRequest.kind,DataRequest.state,DataRequest.state:filter,EmergencyAccess.id,EmergencyAccess.state:filter,IdentityMatch.id,IdentityMatch.state:filter,Rectification.id,Rectification.state:filter,RequestLetter.id,RequestLetter.state:filter,SupportAccess.id,SupportAccess.state:filter}'::text[], $9::uuid[], $10::text, $11::uuid, $12::text, $13::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
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
FROM q1_request_letter)
UNION (SELECT subject
FROM q32_data_request)
UNION (SELECT subject
FROM q32_rectification)
UNION (SELECT subject
FROM q32_identity_match)
UNION (SELECT subject
FROM q32_client_merge)
UNION (SELECT subject
FROM q32_emergency_access)
UNION (SELECT subject
FROM q32_support_access)
UNION (SELECT subject
FROM q32_request_letter)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(s.*)
FROM (SELECT $1::date AS "from", $2::date AS "before", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'data_request' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'data_request_' || encode(uuid_send(p17."id"), 'hex') AS "id", p17."kind" AS "kind", p17."state" AS "state") r)
FROM q1_data_request p17
WHERE p17."id" = w.id) WHEN 'rectification' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'rectification_' || encode(uuid_send(p18."id"), 'hex') AS "id") r)
FROM q1_rectification p18
WHERE p18."id" = w.id) WHEN 'identity_match' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'identity_match_' || encode(uuid_send(p19."id"), 'hex') AS "id") r)
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
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "due", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'data_request' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'data_request_' || encode(uuid_send(p48."id"), 'hex') AS "id", p48."kind" AS "kind", p48."state" AS "state") r)
FROM q32_data_request p48
WHERE p48."id" = w.id) WHEN 'rectification' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'rectification_' || encode(uuid_send(p49."id"), 'hex') AS "id") r)
FROM q32_rectification p49
WHERE p49."id" = w.id) WHEN 'identity_match' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'identity_match_' || encode(uuid_send(p50."id"), 'hex') AS "id") r)
FROM q32_identity_match p50
WHERE p50."id" = w.id) WHEN 'agreement_text' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'agreement_text_' || encode(uuid_send(p51."id"), 'hex') AS "id") r)
FROM q32_agreement_text p51
WHERE p51."id" = w.id) WHEN 'anomaly' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'anomaly_' || encode(uuid_send(p52."id"), 'hex') AS "id") r)
FROM q32_anomaly p52
WHERE p52."id" = w.id) WHEN 'client_merge' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'client_merge_' || encode(uuid_send(p53."id"), 'hex') AS "id") r)
FROM q32_client_merge p53
WHERE p53."id" = w.id) WHEN 'data_breach' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'data_breach_' || encode(uuid_send(p54."id"), 'hex') AS "id") r)
FROM q32_data_breach p54
WHERE p54."id" = w.id) WHEN 'emergency_access' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'emergency_access_' || encode(uuid_send(p55."id"), 'hex') AS "id") r)
FROM q32_emergency_access p55
WHERE p55."id" = w.id) WHEN 'support_access' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'support_access_' || encode(uuid_send(p56."id"), 'hex') AS "id") r)
FROM q32_support_access p56
WHERE p56."id" = w.id) WHEN 'register_law' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'register_law_' || encode(uuid_send(p57."id"), 'hex') AS "id") r)
FROM q32_register_law p57
WHERE p57."id" = w.id) WHEN 'privacy_notice' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'privacy_notice_' || encode(uuid_send(p58."id"), 'hex') AS "id") r)
FROM q32_privacy_notice p58
WHERE p58."id" = w.id) WHEN 'register_export' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'register_export_' || encode(uuid_send(p59."id"), 'hex') AS "id") r)
FROM q32_register_export p59
WHERE p59."id" = w.id) WHEN 'request_letter' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'request_letter_' || encode(uuid_send(p60."id"), 'hex') AS "id") r)
FROM q32_request_letter p60
WHERE p60."id" = w.id) WHEN 'purge' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'purge_' || encode(uuid_send(p61."id"), 'hex') AS "id") r)
FROM q32_purge p61
WHERE p61."id" = w.id) END AS "object"
FROM v32 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "waiting") s) AS r0
