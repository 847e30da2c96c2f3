WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $1::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
by_caseload(id) AS MATERIALIZED (SELECT c.client_id
FROM relationship c
WHERE c.responsible_coach_id = $3::uuid
AND c.state IN ('ACTIVE', 'ENDED')
UNION ALL
SELECT s.client_id
FROM substitution s
WHERE s.staff_member_id = $3::uuid
AND s.state = 'VALID'
AND s.starts_on <= $2::date
AND (s.ends_before IS NULL
OR s.ends_before > $2::date)),
q1 AS MATERIALIZED (SELECT t1."state" AS "state", t1."answers" AS "answers", t1."sections" AS "sections", t1."entered_by" = $1::uuid
AND t1.state IN ('REFERRAL_DRAFT') AS "may_audit", ((t1."entered_by" = $1::uuid
AND t1.state IN ('REFERRAL_DRAFT'))
OR (t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT', 'LOCKED', 'REFERRAL_ASKED', 'REFERRAL_SENT', 'SUBMITTED')))
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t1.referral_id
AND (m.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'ACCEPTED')
AND (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $2::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $2::date))) IS NOT TRUE))
OR t1."entered_by" = $1::uuid) AS "may_care", ((t1."entered_by" = $1::uuid
AND t1.state IN ('REFERRAL_DRAFT'))
OR (t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT', 'LOCKED', 'REFERRAL_ASKED', 'REFERRAL_SENT', 'SUBMITTED')))
AND (NOT ((SELECT m.safety_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE
OR (SELECT m.safety_restriction
FROM referral m
WHERE m.id = t1.referral_id) IS TRUE))
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t1.referral_id
AND (m.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'ACCEPTED')
AND (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $2::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $2::date))) IS NOT TRUE))
OR t1."entered_by" = $1::uuid) AS "may_contact", ((t1."entered_by" = $1::uuid
AND t1.state IN ('REFERRAL_DRAFT'))
OR (t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT', 'LOCKED', 'REFERRAL_ASKED', 'REFERRAL_SENT', 'SUBMITTED')))
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t1.referral_id
AND (m.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'ACCEPTED')
AND (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $2::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $2::date))) IS NOT TRUE))
OR t1."entered_by" = $1::uuid) AS "may_identity", (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t1.referral_id
AND (m.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'ACCEPTED')
AND (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $2::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $2::date))) IS NOT TRUE))
OR t1."entered_by" = $1::uuid) AS "may_name", t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT', 'LOCKED', 'SUBMITTED')
AND (NOT ((SELECT m.safety_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE
OR (SELECT m.safety_restriction
FROM referral m
WHERE m.id = t1.referral_id) IS TRUE)) AS "may_schedule", ((t1."entered_by" = $1::uuid
AND t1.state IN ('REFERRAL_DRAFT'))
OR (t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT', 'SUBMITTED')))
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_modify", t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_add", ((t1."entered_by" = $1::uuid
AND t1.state IN ('REFERRAL_DRAFT'))
OR (t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT', 'SUBMITTED')))
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_modify_care", ((t1."entered_by" = $1::uuid
AND t1.state IN ('REFERRAL_DRAFT'))
OR (t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT')))
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_modify_contact", ((t1."entered_by" = $1::uuid
AND t1.state IN ('REFERRAL_DRAFT'))
OR (t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT')))
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_modify_identity", t1."template_id" AS "template_id", coalesce(t1.client_id, t1.referral_id) AS "subject"
FROM form_answer t1
WHERE t1.id = $4::uuid
AND ((t1."entered_by" = $1::uuid
AND t1.state IN ('REFERRAL_DRAFT'))
OR (t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT', 'LOCKED', 'REFERRAL_ASKED', 'REFERRAL_CLOSED', 'REFERRAL_SENT', 'SUBMITTED')))
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $12::timestamptz, $1::uuid, $6::text, $13::text, $14::text, '{FormAnswer.answers,FormAnswer.redacted,FormAnswer.sections,FormAnswer.state,FormAnswer.template}'::text[], $7::uuid[], $8::text, $9::uuid, $10::text, $11::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(r.*)
FROM (SELECT p1."state" AS "state", (SELECT coalesce(json_object_agg(a.key, a.value), '{}')
FROM jsonb_each(p1."answers") a
JOIN (SELECT k.key, min(s.value->>'read') AS read
FROM jsonb_array_elements(p1."sections") s, jsonb_array_elements_text(s.value->'keys') k(key) GROUP BY k.key HAVING count(*) = 1) f ON f.key = a.key
WHERE (f.read IN ('audit')
AND p1.may_audit
OR f.read IN ('care')
AND p1.may_care
OR f.read IN ('contact')
AND p1.may_contact
OR f.read IN ('identity')
AND p1.may_identity
OR f.read IN ('name')
AND p1.may_name
OR f.read IN ('schedule')
AND p1.may_schedule
OR f.read IN ('view')
AND TRUE)) AS "answers", (SELECT coalesce(json_agg(k
ORDER BY k), '[]')
FROM unnest(ARRAY(SELECT DISTINCT 'answers.' || k.key
FROM jsonb_array_elements(p1."sections") s, jsonb_array_elements_text(s.value->'keys') k(key)
WHERE k.key NOT IN (SELECT f.key
FROM (SELECT k.key, min(s.value->>'read') AS read
FROM jsonb_array_elements(p1."sections") s, jsonb_array_elements_text(s.value->'keys') k(key) GROUP BY k.key HAVING count(*) = 1) f
WHERE (f.read IN ('audit')
AND p1.may_audit
OR f.read IN ('care')
AND p1.may_care
OR f.read IN ('contact')
AND p1.may_contact
OR f.read IN ('identity')
AND p1.may_identity
OR f.read IN ('name')
AND p1.may_name
OR f.read IN ('schedule')
AND p1.may_schedule
OR f.read IN ('view')
AND TRUE)))) k) AS "redacted", (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT e."name" AS "name", e."fi" AS "fi", e."read" AS "read", e."write" AS "write", coalesce((e."write" IN ('add')
AND p1.may_add
OR e."write" IN ('modify')
AND p1.may_modify
OR e."write" IN ('modify_care')
AND p1.may_modify_care
OR e."write" IN ('modify_contact')
AND p1.may_modify_contact
OR e."write" IN ('modify_identity')
AND p1.may_modify_identity)
AND p1.may_modify, FALSE) AS "mayWrite", e."keys" AS "keys"
FROM jsonb_to_recordset(p1."sections") AS e("name" text, "fi" text, "sv" text, "en" text, "read" text, "write" text, "keys" text[])) r) AS "sections", (SELECT row_to_json(r.*)
FROM (SELECT p2."title_fi" AS "titleFi", p2."version" AS "version", p2."json_schema" AS "jsonSchema"
FROM (SELECT t2."title_fi" AS "title_fi", t2."version" AS "version", t2."json_schema" AS "json_schema"
FROM form_template t2
WHERE t2.id = p1."template_id"
AND t2.state IN ('PUBLISHED', 'RETIRED', 'SUPERSEDED')) p2) r) AS "template"
FROM q1 p1) r) AS r0
