WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $6::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."kind" AS "kind", t1."state" AS "state", t1."text" AS "text", t1."starts_on" AS "starts_on", t1."ends_on" AS "ends_on", t1."days_per_week" AS "days_per_week", t1."end_reason" AS "end_reason", t1."sent_at" AS "sent_at", t1."referral_id" AS "referral_id", coalesce(t1.client_id, t1.referral_id) AS "subject"
FROM proposal t1
WHERE t1."agency_id" = $4::uuid
AND t1.state IN ('ACCEPTED', 'ASKED', 'REJECTED', 'SENT', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t1.referral_id
AND ((m.basis <> 'CONSENT'
OR (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $2::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $2::date)))
AND (NOT EXISTS (SELECT
FROM consent k
WHERE k.referral_id = m.id)
OR EXISTS (SELECT
FROM consent k
WHERE k.client_id = m.client_id
AND k.agency_id = m.agency_id
AND (k.referral_id IS NULL
OR k.referral_id = m.id)
AND k.state = 'GIVEN'
AND 'PROGRAMME' = ANY(k.categories)
AND k.given_on <= $2::date
AND (k.valid_until IS NULL
OR k.valid_until >= $2::date)))) IS NOT TRUE)))
AND (NOT (t1.state = 'WITHDRAWN'
AND t1.sent_at IS NULL))
AND t1.state = ANY($5::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 20) s LIMIT $1::bigint) p1, LATERAL (SELECT 'proposal_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."kind" AS "kind", p1."state" AS "state", p1."text" AS "text", p1."starts_on" AS "startsOn", p1."ends_on" AS "endsOn", p1."days_per_week" AS "daysPerWeek", p1."end_reason" AS "endReason", p1."sent_at" AS "sentAt", (SELECT row_to_json(r.*)
FROM (SELECT CASE WHEN p2.may_name THEN p2."last_name" END AS "lastName", CASE WHEN p2.may_care THEN p2."decision_reference" END AS "decisionReference"
FROM (SELECT (NOT (t2.state IN ('REJECTED', 'EXPIRED', 'NO_SHOW', 'WITHDRAWN', 'CLOSED')
AND (t2.basis <> 'CONSENT'
OR (t2.basis <> 'CONSENT'
OR (t2.consent_given_on <= $2::date
AND t2.consent_withdrawn_on IS NULL
AND (t2.consent_valid_until IS NULL
OR t2.consent_valid_until >= $2::date)))
AND (NOT EXISTS (SELECT
FROM consent k
WHERE k.referral_id = t2.id)
OR EXISTS (SELECT
FROM consent k
WHERE k.client_id = t2.client_id
AND k.agency_id = t2.agency_id
AND (k.referral_id IS NULL
OR k.referral_id = t2.id)
AND k.state = 'GIVEN'
AND k.given_on <= $2::date
AND (k.valid_until IS NULL
OR k.valid_until >= $2::date)))) IS NOT TRUE)
OR t2."entered_by" = $3::uuid) AS "may_name", t2."last_name" AS "last_name", (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE)
AND (NOT (t2.state IN ('REJECTED', 'EXPIRED', 'NO_SHOW', 'WITHDRAWN', 'CLOSED')
AND (t2.basis <> 'CONSENT'
OR (t2.basis <> 'CONSENT'
OR (t2.consent_given_on <= $2::date
AND t2.consent_withdrawn_on IS NULL
AND (t2.consent_valid_until IS NULL
OR t2.consent_valid_until >= $2::date)))
AND (NOT EXISTS (SELECT
FROM consent k
WHERE k.referral_id = t2.id)
OR EXISTS (SELECT
FROM consent k
WHERE k.client_id = t2.client_id
AND k.agency_id = t2.agency_id
AND (k.referral_id IS NULL
OR k.referral_id = t2.id)
AND k.state = 'GIVEN'
AND k.given_on <= $2::date
AND (k.valid_until IS NULL
OR k.valid_until >= $2::date)))) IS NOT TRUE)
OR t2."entered_by" = $3::uuid) AS "may_care", t2."decision_reference" AS "decision_reference"
FROM referral t2
WHERE t2.id = p1."referral_id"
AND ((t2."agency_id" = $4::uuid)
OR (t2."entered_by" = $3::uuid
AND t2.state IN ('DRAFT')))) p2) r) AS "referral", (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT h.at AS "at", h.action AS "action", CASE WHEN EXISTS (SELECT
FROM account a
WHERE a.id = h.actor
AND a.agency_id = $4::uuid)
OR EXISTS (SELECT
FROM agency_client c
WHERE c.id = h.actor
AND c.agency_id = $4::uuid) THEN h.actor_name ELSE (SELECT o.name
FROM organisation o
ORDER BY o.id LIMIT 1) END AS "actorName", h.comment AS "comment"
FROM history h
WHERE h.object_id = p1."id"
ORDER BY h.revision DESC, h.id DESC LIMIT 50) r) AS "history") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $13::timestamptz, $3::uuid, $7::text, $14::text, $15::text, '{Proposal.daysPerWeek,Proposal.endReason,Proposal.endsOn,Proposal.history,Proposal.id,Proposal.kind,Proposal.referral,Proposal.revision,Proposal.sentAt,Proposal.startsOn,Proposal.state,Proposal.state:filter,Proposal.text,Referral.decisionReference,Referral.lastName}'::text[], $8::uuid[], $9::text, $10::uuid, $11::text, $12::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
