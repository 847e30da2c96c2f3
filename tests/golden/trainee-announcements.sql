WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $5::uuid
AND a.epoch = $7::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."title_fi" AS "title_fi", t1."text_fi" AS "text_fi", t1."starts_on" AS "starts_on"
FROM announcement t1
WHERE t1.state IN ('ANNOUNCED')
AND t1."starts_on" < $2::date
AND t1."ends_before" >= $3::date
AND (SELECT ok
FROM live)
ORDER BY t1."starts_on", t1."id" LIMIT 25) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."title_fi" AS "titleFi", p1."text_fi" AS "textFi", p1."starts_on" AS "startsOn") p1j0),
q2 AS MATERIALIZED (SELECT coalesce(json_agg(p2j0.*), '[]') AS j0, array_agg(p2.subject) FILTER (WHERE p2.subject IS NOT NULL) AS subjects
FROM (SELECT t2."state" AS "state", t2."template_id" AS "template_id", t2."answers" AS "answers", t2."sections" AS "sections", t2."entered_by" = $5::uuid
AND t2.state IN ('REFERRAL_DRAFT') AS "may_audit", ((t2."entered_by" = $5::uuid
AND t2.state IN ('REFERRAL_DRAFT'))
OR (t2."client_id" = $6::uuid
AND t2.state IN ('LOCKED', 'REFERRAL_ASKED', 'REFERRAL_CLOSED', 'REFERRAL_SENT', 'SUBMITTED'))) AS "may_care", ((t2."entered_by" = $5::uuid
AND t2.state IN ('REFERRAL_DRAFT'))
OR (t2."client_id" = $6::uuid
AND t2.state IN ('DRAFT', 'LOCKED', 'REFERRAL_ASKED', 'REFERRAL_SENT', 'SUBMITTED')))
AND (NOT ((SELECT m.safety_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE
OR (SELECT m.safety_restriction
FROM referral m
WHERE m.id = t2.referral_id) IS TRUE)
OR t2."client_id" = $6::uuid) AS "may_contact", ((t2."entered_by" = $5::uuid
AND t2.state IN ('REFERRAL_DRAFT'))
OR (t2."client_id" = $6::uuid
AND t2.state IN ('REFERRAL_ASKED', 'REFERRAL_SENT'))) AS "may_identity", t2."client_id" = $6::uuid
AND t2.state IN ('DRAFT', 'LOCKED', 'SUBMITTED') AS "may_schedule", coalesce(t2.client_id, t2.referral_id) AS "subject"
FROM (SELECT *
FROM ((SELECT t2."id"
FROM form_answer t2
WHERE t2."entered_by" = $5::uuid
AND t2.state IN ('REFERRAL_DRAFT')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE
OR t2."client_id" = $6::uuid)
AND (SELECT ok
FROM live)
ORDER BY t2."id" LIMIT $4::bigint)
UNION (SELECT t2."id"
FROM form_answer t2
WHERE t2."client_id" = $6::uuid
AND t2.state IN ('DRAFT', 'LOCKED', 'REFERRAL_ASKED', 'REFERRAL_CLOSED', 'REFERRAL_SENT', 'SUBMITTED')
AND (SELECT ok
FROM live)
ORDER BY t2."id" LIMIT $4::bigint)) t2
ORDER BY t2."id" LIMIT $4::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM form_answer w
WHERE w.id = k.id LIMIT 1) t2
ORDER BY t2."id") p2, LATERAL (SELECT p2."state" AS "state", (SELECT row_to_json(r.*)
FROM (SELECT p3."title_fi" AS "titleFi", p3."version" AS "version"
FROM (SELECT t3."title_fi" AS "title_fi", t3."version" AS "version"
FROM form_template t3
WHERE t3.id = p2."template_id"
AND t3.state IN ('PUBLISHED', 'RETIRED', 'SUPERSEDED')) p3) r) AS "template", (SELECT coalesce(json_object_agg(a.key, a.value), '{}')
FROM jsonb_each(p2."answers") a
JOIN (SELECT k.key, min(s.value->>'read') AS read
FROM jsonb_array_elements(p2."sections") s, jsonb_array_elements_text(s.value->'keys') k(key) GROUP BY k.key HAVING count(*) = 1) f ON f.key = a.key
WHERE (f.read IN ('audit')
AND p2.may_audit
OR f.read IN ('care')
AND p2.may_care
OR f.read IN ('contact')
AND p2.may_contact
OR f.read IN ('identity')
AND p2.may_identity
OR f.read IN ('name', 'view')
AND TRUE
OR f.read IN ('schedule')
AND p2.may_schedule)) AS "answers", (SELECT coalesce(json_agg(k
ORDER BY k), '[]')
FROM unnest(ARRAY(SELECT DISTINCT 'answers.' || k.key
FROM jsonb_array_elements(p2."sections") s, jsonb_array_elements_text(s.value->'keys') k(key)
WHERE k.key NOT IN (SELECT f.key
FROM (SELECT k.key, min(s.value->>'read') AS read
FROM jsonb_array_elements(p2."sections") s, jsonb_array_elements_text(s.value->'keys') k(key) GROUP BY k.key HAVING count(*) = 1) f
WHERE (f.read IN ('audit')
AND p2.may_audit
OR f.read IN ('care')
AND p2.may_care
OR f.read IN ('contact')
AND p2.may_contact
OR f.read IN ('identity')
AND p2.may_identity
OR f.read IN ('name', 'view')
AND TRUE
OR f.read IN ('schedule')
AND p2.may_schedule)))) k) AS "redacted") p2j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $14::timestamptz, $5::uuid, $8::text, $15::text, $16::text, '{FormAnswer.answers,FormAnswer.redacted,FormAnswer.state,FormAnswer.template}'::text[], $9::uuid[], $10::text, $11::uuid, $12::text, $13::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q2 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0, (SELECT row_to_json(c.*)
FROM (SELECT q2.j0 AS "nodes"
FROM q2) c) AS r1
