WITH
live AS (SELECT EXISTS (SELECT 1
FROM agency_client a
WHERE a.id = $3::uuid
AND a.epoch = $6::int
AND a.revoked_at IS NULL
AND (a.expires_at IS NULL
OR a.expires_at > $4::timestamptz)) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."submitted_at" AS "submitted_at", t1."due_on" AS "due_on", t1."answer_days_left" AS "answer_days_left", t1."waitlist_until" AS "waitlist_until", t1."decision_reason" AS "decision_reason", (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND (NOT (t1.state IN ('REJECTED', 'EXPIRED', 'NO_SHOW', 'WITHDRAWN', 'CLOSED')
AND (t1.basis <> 'CONSENT'
OR (t1.basis <> 'CONSENT'
OR (t1.consent_given_on <= $2::date
AND t1.consent_withdrawn_on IS NULL
AND (t1.consent_valid_until IS NULL
OR t1.consent_valid_until >= $2::date)))
AND (NOT EXISTS (SELECT
FROM consent k
WHERE k.referral_id = t1.id)
OR EXISTS (SELECT
FROM consent k
WHERE k.client_id = t1.client_id
AND k.agency_id = t1.agency_id
AND (k.referral_id IS NULL
OR k.referral_id = t1.id)
AND k.state = 'GIVEN'
AND k.given_on <= $2::date
AND (k.valid_until IS NULL
OR k.valid_until >= $2::date)))) IS NOT TRUE)
OR t1."entered_by" = $3::uuid) AS "may_care", coalesce(t1.client_id, t1.id) AS "subject"
FROM (SELECT *
FROM ((SELECT t1."modified_at", t1."id"
FROM referral t1
WHERE t1."agency_id" = $5::uuid
AND (SELECT ok
FROM live)
ORDER BY t1."modified_at" DESC, t1."id" DESC LIMIT $1::bigint)
UNION (SELECT t1."modified_at", t1."id"
FROM referral t1
WHERE t1."entered_by" = $3::uuid
AND t1.state IN ('DRAFT')
AND (SELECT ok
FROM live)
ORDER BY t1."modified_at" DESC, t1."id" DESC LIMIT $1::bigint)) t1
ORDER BY t1."modified_at" DESC, t1."id" DESC LIMIT $1::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM referral w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."modified_at" DESC, t1."id" DESC) p1, LATERAL (SELECT 'referral_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."submitted_at" AS "submittedAt", p1."due_on" AS "dueOn", p1."answer_days_left" AS "answerDaysLeft", p1."waitlist_until" AS "waitlistUntil", p1."decision_reason" AS "decisionReason", CASE WHEN p1.may_care THEN (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT f.name AS "name", f.awaited_until AS "awaitedUntil"
FROM attachment f
WHERE f.object_id = p1."id"
AND f.uploaded_at IS NULL
AND f.awaited_until >= $4::timestamptz
ORDER BY f.id LIMIT 200) r) END AS "awaitedFiles", (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT h.at AS "at", h.action AS "action", CASE WHEN EXISTS (SELECT
FROM account a
WHERE a.id = h.actor
AND a.agency_id = $5::uuid)
OR EXISTS (SELECT
FROM agency_client c
WHERE c.id = h.actor
AND c.agency_id = $5::uuid) THEN h.actor_name ELSE (SELECT o.name
FROM organisation o
ORDER BY o.id LIMIT 1) END AS "actorName", h.comment AS "comment"
FROM history h
WHERE h.object_id = p1."id"
ORDER BY h.revision DESC, h.id DESC LIMIT 50) r) AS "history") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $4::timestamptz, $3::uuid, $7::text, $13::text, $14::text, '{Referral.answerDaysLeft,Referral.awaitedFiles,Referral.decisionReason,Referral.dueOn,Referral.history,Referral.id,Referral.modifiedAt:order,Referral.revision,Referral.state,Referral.submittedAt,Referral.waitlistUntil}'::text[], $8::uuid[], $9::text, $10::uuid, $11::text, $12::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
