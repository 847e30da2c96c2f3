WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $10::int
AND a.disabled_at IS NULL) AS ok),
by_caseload(id) AS MATERIALIZED (SELECT c.client_id
FROM relationship c
WHERE c.responsible_coach_id = $1::uuid
AND c.state IN ('ACTIVE', 'ENDED')
UNION ALL
SELECT s.client_id
FROM substitution s
WHERE s.staff_member_id = $1::uuid
AND s.state = 'VALID'
AND s.starts_on <= $2::date
AND (s.ends_before IS NULL
OR s.ends_before > $2::date)),
q1 AS MATERIALIZED (SELECT t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_add", ((t1."entered_by" = $3::uuid
AND t1.state IN ('REFERRAL_DRAFT'))
OR (t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT', 'SUBMITTED')))
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_modify", t1."id" AS "id", t1."sections" AS "sections", t1."entered_by" = $3::uuid
AND t1.state IN ('REFERRAL_DRAFT') AS "may_audit", ((t1."entered_by" = $3::uuid
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
OR t1."entered_by" = $3::uuid) AS "may_care", ((t1."entered_by" = $3::uuid
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
OR t1."entered_by" = $3::uuid) AS "may_contact", ((t1."entered_by" = $3::uuid
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
OR t1."entered_by" = $3::uuid) AS "may_identity", (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t1.referral_id
AND (m.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'ACCEPTED')
AND (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $2::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $2::date))) IS NOT TRUE))
OR t1."entered_by" = $3::uuid) AS "may_name", t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT', 'LOCKED', 'SUBMITTED')
AND (NOT ((SELECT m.safety_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE
OR (SELECT m.safety_restriction
FROM referral m
WHERE m.id = t1.referral_id) IS TRUE)) AS "may_schedule", ((t1."entered_by" = $3::uuid
AND t1.state IN ('REFERRAL_DRAFT'))
OR (t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT', 'SUBMITTED')))
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_modify_care", ((t1."entered_by" = $3::uuid
AND t1.state IN ('REFERRAL_DRAFT'))
OR (t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT')))
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_modify_contact", ((t1."entered_by" = $3::uuid
AND t1.state IN ('REFERRAL_DRAFT'))
OR (t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT')))
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_modify_identity", t1."client_id" AS "client_id", t1."template_id" AS "template_id", coalesce(t1.client_id, t1.referral_id) AS "subject"
FROM form_answer t1
WHERE t1.id = $9::uuid
AND ((t1."entered_by" = $3::uuid
AND t1.state IN ('REFERRAL_DRAFT'))
OR (t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT', 'LOCKED', 'REFERRAL_ASKED', 'REFERRAL_CLOSED', 'REFERRAL_SENT', 'SUBMITTED')))
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $17::timestamptz, $3::uuid, $11::text, $18::text, $19::text, '{FormAnswer.revisions}'::text[], $12::uuid[], $13::text, $14::uuid, $15::text, $16::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(r.*)
FROM (SELECT CASE WHEN (p1.may_add
OR p1.may_modify) THEN (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT h.revision AS "revision", h.at AS "at", CASE WHEN h.actor IS DISTINCT
FROM $3::uuid
AND EXISTS (SELECT
FROM account y
WHERE y.id = h.actor
AND y.kind IN ('GUARDIAN', 'TRAINEE'))
AND NOT EXISTS (SELECT
FROM client named
WHERE named.id = p1."client_id"
AND ((named."id" IN (SELECT id
FROM by_caseload)
AND named.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (named."unit_id" = $4::uuid
AND named.state IN ('ACTIVE', 'PROSPECT')))) THEN NULL ELSE h.actor_name END AS "actorName", (SELECT coalesce(json_agg(f.*), '[]')
FROM (SELECT c.key AS "field", coalesce((SELECT json_build_object('fi', t.w->>'fi')
FROM (SELECT (SELECT q.json_schema->'properties'->split_part(c.key, '.', 2)
FROM form_template q
WHERE c.key LIKE 'answers.%'
AND q.id = p1."template_id"
AND q.state IN ('PUBLISHED', 'RETIRED', 'SUPERSEDED'))) s(q), LATERAL (SELECT s.q->'x-titles') t(w)
WHERE t.w IS NOT NULL), $5::text::json -> split_part(c.key, '.', 1)) AS "titles", (SELECT row_to_json(v.*)
FROM (SELECT CASE WHEN c.key IN ('templateId', 'seriesId', 'clientId', 'unitId', 'referralId', 'agencyId', 'relationshipId', 'programmeId')
OR c.value->'before' IS NULL THEN '[]'::json ELSE to_json(chr(2) || json_build_object('value', c.value->'before', 'shape', coalesce((SELECT q.json_schema->'properties'->split_part(c.key, '.', 2)
FROM form_template q
WHERE c.key LIKE 'answers.%'
AND q.id = p1."template_id"
AND q.state IN ('PUBLISHED', 'RETIRED', 'SUPERSEDED'))::json, $6::text::json -> c.key), 'keys', $7::text::json)::text) END AS "lines") v) AS "before", (SELECT row_to_json(v.*)
FROM (SELECT CASE WHEN c.key IN ('templateId', 'seriesId', 'clientId', 'unitId', 'referralId', 'agencyId', 'relationshipId', 'programmeId')
OR c.value->'after' IS NULL THEN '[]'::json ELSE to_json(chr(2) || json_build_object('value', c.value->'after', 'shape', coalesce((SELECT q.json_schema->'properties'->split_part(c.key, '.', 2)
FROM form_template q
WHERE c.key LIKE 'answers.%'
AND q.id = p1."template_id"
AND q.state IN ('PUBLISHED', 'RETIRED', 'SUPERSEDED'))::json, $6::text::json -> c.key), 'keys', $7::text::json)::text) END AS "lines") v) AS "after"
FROM jsonb_each(h.changes) c
WHERE (c.value->'before' IS DISTINCT
FROM c.value->'after'
OR c.value->'sealed' IS NOT NULL)
AND ((p1.may_add
AND c.key IN ('clientId', 'programmeId', 'referralId', 'relationshipId', 'templateId'))
OR c.key IN ('state')
OR (p1.may_modify
AND EXISTS (SELECT 1
FROM (SELECT k.key, min(s.value->>'read') AS read
FROM jsonb_array_elements(p1."sections") s, jsonb_array_elements_text(s.value->'keys') k(key) GROUP BY k.key HAVING count(*) = 1) f
WHERE c.key = 'answers.' || f.key
AND (f.read IN ('audit')
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
AND TRUE))
AND EXISTS (SELECT 1
FROM (SELECT k.key, min(s.value->>'write') AS write
FROM jsonb_array_elements(p1."sections") s, jsonb_array_elements_text(s.value->'keys') k(key) GROUP BY k.key HAVING count(*) = 1) f
WHERE c.key = 'answers.' || f.key
AND (f.write IN ('add')
AND p1.may_add
OR f.write IN ('modify')
AND p1.may_modify
OR f.write IN ('modify_care')
AND p1.may_modify_care
OR f.write IN ('modify_contact')
AND p1.may_modify_contact
OR f.write IN ('modify_identity')
AND p1.may_modify_identity))))
ORDER BY c.key) f) AS "changes"
FROM history h
WHERE h.object_id = p1."id"
AND EXISTS (SELECT
FROM jsonb_each(h.changes) c
WHERE (c.value->'before' IS DISTINCT
FROM c.value->'after'
OR c.value->'sealed' IS NOT NULL)
AND ((p1.may_add
AND c.key IN ('clientId', 'programmeId', 'referralId', 'relationshipId', 'templateId'))
OR c.key IN ('state')
OR (p1.may_modify
AND EXISTS (SELECT 1
FROM (SELECT k.key, min(s.value->>'read') AS read
FROM jsonb_array_elements(p1."sections") s, jsonb_array_elements_text(s.value->'keys') k(key) GROUP BY k.key HAVING count(*) = 1) f
WHERE c.key = 'answers.' || f.key
AND (f.read IN ('audit')
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
AND TRUE))
AND EXISTS (SELECT 1
FROM (SELECT k.key, min(s.value->>'write') AS write
FROM jsonb_array_elements(p1."sections") s, jsonb_array_elements_text(s.value->'keys') k(key) GROUP BY k.key HAVING count(*) = 1) f
WHERE c.key = 'answers.' || f.key
AND (f.write IN ('add')
AND p1.may_add
OR f.write IN ('modify')
AND p1.may_modify
OR f.write IN ('modify_care')
AND p1.may_modify_care
OR f.write IN ('modify_contact')
AND p1.may_modify_contact
OR f.write IN ('modify_identity')
AND p1.may_modify_identity)))))
AND (h.actor = $3::uuid
OR (SELECT v.stored->>'state'
FROM version v
WHERE v.object_id = h.object_id
AND v.revision = h.revision
ORDER BY v.id DESC LIMIT 1) IN ('DRAFT', 'SUBMITTED', 'LOCKED', 'REFERRAL_SENT', 'REFERRAL_ASKED', 'REFERRAL_CLOSED'))
ORDER BY h.revision DESC, h.id DESC LIMIT $8::bigint) r) END AS "revisions"
FROM q1 p1) r) AS r0
