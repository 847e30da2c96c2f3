WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $7::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT t1."id" AS "id", t1."state" AS "state", (NOT (t1.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'ACCEPTED')
AND (t1.basis <> 'CONSENT'
OR (t1.consent_given_on <= $2::date
AND t1.consent_withdrawn_on IS NULL
AND (t1.consent_valid_until IS NULL
OR t1.consent_valid_until >= $2::date))) IS NOT TRUE)
OR t1."entered_by" = $3::uuid) AS "may_name", t1."last_name" AS "last_name", coalesce(t1.client_id, t1.id) AS "subject"
FROM (SELECT *
FROM ((SELECT t1."id"
FROM referral t1
WHERE t1."entered_by" = $3::uuid
AND t1.state IN ('DRAFT')
AND t1.state = ANY($6::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT $1::bigint)
UNION (SELECT t1."id"
FROM referral t1
WHERE t1."unit_id" = $5::uuid
AND t1.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')
AND t1.state = ANY($6::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT $1::bigint)) t1
ORDER BY t1."id" LIMIT $1::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM referral w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."id") p1, LATERAL (SELECT 'referral_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."state" AS "state", CASE WHEN p1.may_name THEN p1."last_name" END AS "lastName", (WITH
q2 AS (SELECT coalesce(json_agg(p2j0.*), '[]') AS j0
FROM (SELECT t2."id" AS "id", t2."state" AS "state", t2."answers" AS "answers", t2."sections" AS "sections", (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE)
AND (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t2.referral_id
AND (m.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'ACCEPTED')
AND (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $2::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $2::date))) IS NOT TRUE))
OR t2."entered_by" = $3::uuid) AS "may_care", ((t2."entered_by" = $3::uuid
AND t2.state IN ('REFERRAL_DRAFT'))
OR (t2."unit_id" = $5::uuid
AND t2.state IN ('DRAFT', 'LOCKED', 'REFERRAL_ASKED', 'REFERRAL_SENT', 'SUBMITTED')))
AND (NOT ((SELECT m.safety_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE
OR (SELECT m.safety_restriction
FROM referral m
WHERE m.id = t2.referral_id) IS TRUE))
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE)
AND (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t2.referral_id
AND (m.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'ACCEPTED')
AND (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $2::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $2::date))) IS NOT TRUE))
OR t2."entered_by" = $3::uuid) AS "may_contact", ((t2."entered_by" = $3::uuid
AND t2.state IN ('REFERRAL_DRAFT'))
OR (t2."unit_id" = $5::uuid
AND t2.state IN ('DRAFT', 'LOCKED', 'REFERRAL_ASKED', 'REFERRAL_SENT', 'SUBMITTED')))
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE)
AND (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t2.referral_id
AND (m.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'ACCEPTED')
AND (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $2::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $2::date))) IS NOT TRUE))
OR t2."entered_by" = $3::uuid) AS "may_identity", t2."unit_id" = $5::uuid
AND t2.state IN ('DRAFT', 'LOCKED', 'SUBMITTED') AS "may_money", (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t2.referral_id
AND (m.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'ACCEPTED')
AND (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $2::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $2::date))) IS NOT TRUE))
OR t2."entered_by" = $3::uuid) AS "may_name", t2."unit_id" = $5::uuid
AND t2.state IN ('DRAFT', 'LOCKED', 'SUBMITTED')
AND (NOT ((SELECT m.safety_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE
OR (SELECT m.safety_restriction
FROM referral m
WHERE m.id = t2.referral_id) IS TRUE)) AS "may_schedule", t2."template_id" AS "template_id"
FROM form_answer t2
WHERE ((t2."entered_by" = $3::uuid
AND t2.state IN ('REFERRAL_DRAFT'))
OR (t2."unit_id" = $5::uuid
AND t2.state IN ('DRAFT', 'LOCKED', 'REFERRAL_ASKED', 'REFERRAL_CLOSED', 'REFERRAL_SENT', 'SUBMITTED')))
AND t2."referral_id" = p1."id"
ORDER BY t2."id" LIMIT $4::bigint) p2, LATERAL (SELECT 'form_answer_' || encode(uuid_send(p2."id"), 'hex') AS "id", p2."state" AS "state", (SELECT coalesce(json_object_agg(a.key, a.value), '{}')
FROM jsonb_each(p2."answers") a
JOIN (SELECT k.key, min(s.value->>'read') AS read
FROM jsonb_array_elements(p2."sections") s, jsonb_array_elements_text(s.value->'keys') k(key) GROUP BY k.key HAVING count(*) = 1) f ON f.key = a.key
WHERE (f.read IN ('audit', 'view')
AND TRUE
OR f.read IN ('care')
AND p2.may_care
OR f.read IN ('contact')
AND p2.may_contact
OR f.read IN ('identity')
AND p2.may_identity
OR f.read IN ('money')
AND p2.may_money
OR f.read IN ('name')
AND p2.may_name
OR f.read IN ('schedule')
AND p2.may_schedule)) AS "answers", (SELECT coalesce(json_agg(k
ORDER BY k), '[]')
FROM unnest(ARRAY(SELECT DISTINCT 'answers.' || k.key
FROM jsonb_array_elements(p2."sections") s, jsonb_array_elements_text(s.value->'keys') k(key)
WHERE k.key NOT IN (SELECT f.key
FROM (SELECT k.key, min(s.value->>'read') AS read
FROM jsonb_array_elements(p2."sections") s, jsonb_array_elements_text(s.value->'keys') k(key) GROUP BY k.key HAVING count(*) = 1) f
WHERE (f.read IN ('audit', 'view')
AND TRUE
OR f.read IN ('care')
AND p2.may_care
OR f.read IN ('contact')
AND p2.may_contact
OR f.read IN ('identity')
AND p2.may_identity
OR f.read IN ('money')
AND p2.may_money
OR f.read IN ('name')
AND p2.may_name
OR f.read IN ('schedule')
AND p2.may_schedule)))) k) AS "redacted", (SELECT row_to_json(r.*)
FROM (SELECT p3."title_fi" AS "titleFi", p3."version" AS "version"
FROM (SELECT t3."title_fi" AS "title_fi", t3."version" AS "version"
FROM form_template t3
WHERE t3.id = p2."template_id"
AND t3.state IN ('PUBLISHED', 'RETIRED', 'SUPERSEDED')) p3) r) AS "template") p2j0)
SELECT row_to_json(c.*)
FROM (SELECT q2.j0 AS "nodes"
FROM q2) c) AS "formAnswers") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $14::timestamptz, $3::uuid, $8::text, $15::text, $16::text, '{FormAnswer.answers,FormAnswer.id,FormAnswer.redacted,FormAnswer.state,FormAnswer.template,Referral.formAnswers,Referral.id,Referral.lastName,Referral.state,Referral.state:filter}'::text[], $9::uuid[], $10::text, $11::uuid, $12::text, $13::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
