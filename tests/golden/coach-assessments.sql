WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $7::int
AND a.disabled_at IS NULL) AS ok),
by_caseload(id) AS MATERIALIZED (SELECT c.client_id
FROM relationship c
WHERE c.responsible_coach_id = $4::uuid
AND c.state IN ('ACTIVE', 'ENDED')
UNION ALL
SELECT s.client_id
FROM substitution s
WHERE s.staff_member_id = $4::uuid
AND s.state = 'VALID'
AND s.starts_on <= $3::date
AND (s.ends_before IS NULL
OR s.ends_before > $3::date)),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT t1."id" AS "id", t1."state" AS "state", t1."answers" AS "answers", t1."sections" AS "sections", t1."entered_by" = $2::uuid
AND t1.state IN ('REFERRAL_DRAFT') AS "may_audit", ((t1."entered_by" = $2::uuid
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
OR (m.consent_given_on <= $3::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $3::date))) IS NOT TRUE))
OR t1."entered_by" = $2::uuid) AS "may_care", ((t1."entered_by" = $2::uuid
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
OR (m.consent_given_on <= $3::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $3::date))) IS NOT TRUE))
OR t1."entered_by" = $2::uuid) AS "may_contact", ((t1."entered_by" = $2::uuid
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
OR (m.consent_given_on <= $3::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $3::date))) IS NOT TRUE))
OR t1."entered_by" = $2::uuid) AS "may_identity", (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t1.referral_id
AND (m.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'ACCEPTED')
AND (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $3::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $3::date))) IS NOT TRUE))
OR t1."entered_by" = $2::uuid) AS "may_name", t1."client_id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('DRAFT', 'LOCKED', 'SUBMITTED')
AND (NOT ((SELECT m.safety_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE
OR (SELECT m.safety_restriction
FROM referral m
WHERE m.id = t1.referral_id) IS TRUE)) AS "may_schedule", t1."template_id" AS "template_id", t1."client_id" AS "client_id", coalesce(t1.client_id, t1.referral_id) AS "subject"
FROM (SELECT *
FROM ((SELECT t1."id"
FROM form_answer t1
WHERE t1."entered_by" = $2::uuid
AND t1.state IN ('REFERRAL_DRAFT')
AND t1."series_id" = $6::uuid
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT $1::bigint)
UNION (SELECT t1.*
FROM (SELECT DISTINCT id
FROM (SELECT id
FROM by_caseload) i(id)) m1(id)
CROSS
JOIN LATERAL (SELECT t1."id"
FROM form_answer t1
WHERE t1."client_id" = m1.id
AND t1.state IN ('DRAFT', 'LOCKED', 'REFERRAL_ASKED', 'REFERRAL_CLOSED', 'REFERRAL_SENT', 'SUBMITTED')
AND t1."series_id" = $6::uuid
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT $1::bigint) t1
ORDER BY t1."id" LIMIT $1::bigint)) t1
ORDER BY t1."id" LIMIT $1::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM form_answer w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."id") p1, LATERAL (SELECT 'form_answer_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."state" AS "state", (SELECT coalesce(json_object_agg(a.key, a.value), '{}')
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
AND TRUE)) AS "answers", (SELECT row_to_json(r.*)
FROM (SELECT p2."version" AS "version"
FROM (SELECT t2."version" AS "version"
FROM form_template t2
WHERE t2.id = p1."template_id"
AND t2.state IN ('PUBLISHED', 'RETIRED', 'SUPERSEDED')) p2) r) AS "template", (SELECT row_to_json(r.*)
FROM (SELECT p3."call_name" AS "callName", p3."last_name" AS "lastName"
FROM (SELECT t3."call_name" AS "call_name", t3."last_name" AS "last_name"
FROM client t3
WHERE t3.id = p1."client_id"
AND ((t3."id" IN (SELECT id
FROM by_caseload)
AND t3.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t3."unit_id" = $5::uuid
AND t3.state IN ('ACTIVE', 'PROSPECT')))) p3) r) AS "client") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $14::timestamptz, $2::uuid, $8::text, $15::text, $16::text, '{Client.callName,Client.lastName,FormAnswer.answers,FormAnswer.client,FormAnswer.id,FormAnswer.seriesId:filter,FormAnswer.state,FormAnswer.template}'::text[], $9::uuid[], $10::text, $11::uuid, $12::text, $13::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
