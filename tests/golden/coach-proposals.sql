WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $5::uuid
AND a.epoch = $6::int
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
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."kind" AS "kind", t1."state" AS "state", (NOT (SELECT m.processing_restriction
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
OR m.consent_valid_until >= $2::date))) IS NOT TRUE))) AS "may_care", t1."text" AS "text", t1."ends_on" AS "ends_on", t1."end_reason" AS "end_reason", t1."decision_reason" AS "decision_reason", t1."carried_out_on" AS "carried_out_on", t1."client_id" AS "client_id", coalesce(t1.client_id, t1.referral_id) AS "subject"
FROM (SELECT t1.*
FROM (SELECT DISTINCT id
FROM (SELECT id
FROM by_caseload) i(id)) m1(id)
CROSS
JOIN LATERAL (SELECT t1."id"
FROM proposal t1
WHERE t1."client_id" = m1.id
AND (SELECT ok
FROM live)
ORDER BY t1."id" DESC LIMIT $1::bigint) t1
ORDER BY t1."id" DESC LIMIT $1::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM proposal w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."id" DESC) p1, LATERAL (SELECT 'proposal_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."kind" AS "kind", p1."state" AS "state", CASE WHEN p1.may_care THEN p1."text" END AS "text", p1."ends_on" AS "endsOn", CASE WHEN p1.may_care THEN p1."end_reason" END AS "endReason", p1."decision_reason" AS "decisionReason", p1."carried_out_on" AS "carriedOutOn", (SELECT row_to_json(r.*)
FROM (SELECT p2."last_name" AS "lastName"
FROM (SELECT t2."last_name" AS "last_name"
FROM client t2
WHERE t2.id = p1."client_id"
AND ((t2."id" IN (SELECT id
FROM by_caseload)
AND t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t2."unit_id" = $4::uuid
AND t2.state IN ('ACTIVE', 'PROSPECT')))) p2) r) AS "client") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $13::timestamptz, $5::uuid, $7::text, $14::text, $15::text, '{Client.lastName,Proposal.carriedOutOn,Proposal.client,Proposal.decisionReason,Proposal.endReason,Proposal.endsOn,Proposal.id,Proposal.kind,Proposal.revision,Proposal.state,Proposal.text}'::text[], $8::uuid[], $9::text, $10::uuid, $11::text, $12::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
