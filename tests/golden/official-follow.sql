WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $6::int
AND a.disabled_at IS NULL) AS ok),
by_consent(id) AS MATERIALIZED (SELECT r.id
FROM referral r
WHERE r.agency_id = $2::uuid
AND r.state IN ('STARTED', 'CLOSED')
AND (r.basis = 'STATUTORY'
OR EXISTS (SELECT 1
FROM consent k
WHERE k.client_id = r.client_id
AND k.agency_id = r.agency_id
AND (k.referral_id IS NULL
OR k.referral_id = r.id)
AND k.state = 'GIVEN'
AND 'PROGRAMME' = ANY(k.categories)
AND k.given_on <= $4::date
AND (k.valid_until IS NULL
OR k.valid_until >= $4::date)))),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT t1."id" AS "id", t1."state" AS "state", t1."modified_at" AS "modified_at", t1."received_at" AS "received_at", (NOT (t1.state IN ('REJECTED', 'EXPIRED', 'NO_SHOW', 'WITHDRAWN', 'CLOSED')
AND (t1.basis <> 'CONSENT'
OR (t1.basis <> 'CONSENT'
OR (t1.consent_given_on <= $4::date
AND t1.consent_withdrawn_on IS NULL
AND (t1.consent_valid_until IS NULL
OR t1.consent_valid_until >= $4::date)))
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
AND k.given_on <= $4::date
AND (k.valid_until IS NULL
OR k.valid_until >= $4::date)))) IS NOT TRUE)
OR t1."entered_by" = $3::uuid) AS "may_name", t1."first_names" AS "first_names", t1."last_name" AS "last_name", t1."decision_reason" AS "decision_reason", coalesce(t1.client_id, t1.id) AS "subject"
FROM (SELECT *
FROM ((SELECT t1."modified_at", t1."id"
FROM referral t1
WHERE t1."agency_id" = $2::uuid
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
ORDER BY t1."modified_at" DESC, t1."id" DESC) p1, LATERAL (SELECT 'referral_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."state" AS "state", p1."modified_at" AS "modifiedAt", p1."received_at" AS "receivedAt", CASE WHEN p1.may_name THEN p1."first_names" END AS "firstNames", CASE WHEN p1.may_name THEN p1."last_name" END AS "lastName", p1."decision_reason" AS "decisionReason", (WITH
q2 AS (SELECT coalesce(json_agg(p2j0.*), '[]') AS j0
FROM (SELECT t2."state" AS "state", t2."starts_on" AS "starts_on", t2."ends_on" AS "ends_on"
FROM programme t2
WHERE t2."referral_id" IN (SELECT id
FROM by_consent)
AND t2.state IN ('ACTIVE', 'COMPLETED', 'INTERRUPTED', 'PAUSED', 'TRANSFERRED')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE)
AND t2."referral_id" = p1."id"
ORDER BY t2."starts_on", t2."id" LIMIT $5::bigint) p2, LATERAL (SELECT p2."state" AS "state", p2."starts_on" AS "startsOn", p2."ends_on" AS "endsOn") p2j0)
SELECT row_to_json(c.*)
FROM (SELECT q2.j0 AS "nodes"
FROM q2) c) AS "programmes") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $13::timestamptz, $3::uuid, $7::text, $14::text, $15::text, '{Programme.endsOn,Programme.startsOn,Programme.state,Referral.decisionReason,Referral.firstNames,Referral.id,Referral.lastName,Referral.modifiedAt,Referral.modifiedAt:order,Referral.programmes,Referral.receivedAt,Referral.state,Referral.totalCount}'::text[], $8::uuid[], $9::text, $10::uuid, $11::text, $12::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM (SELECT *
FROM ((SELECT t1.id
FROM referral t1
WHERE t1."agency_id" = $2::uuid LIMIT 10000)
UNION (SELECT t1.id
FROM referral t1
WHERE t1."entered_by" = $3::uuid
AND t1.state IN ('DRAFT') LIMIT 10000)) t1 LIMIT 10000) n) AS "totalCount", q1.j0 AS "nodes"
FROM q1) c) AS r0
