WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $9::int
AND a.disabled_at IS NULL) AS ok), n1 AS MATERIALIZED (SELECT *
FROM ((SELECT t1.id, coalesce(t1.client_id, t1.id) AS subject
FROM referral t1
WHERE t1."entered_by" = $3::uuid
AND t1.state IN ('DRAFT')
AND t1.state = ANY($2::text[]) LIMIT 10000)
UNION (SELECT t1.id, coalesce(t1.client_id, t1.id) AS subject
FROM referral t1
WHERE t1."unit_id" = $4::uuid
AND t1.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')
AND t1.state = ANY($2::text[]) LIMIT 10000)) t1 LIMIT 10000),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."due_on" AS "due_on", (NOT (t1.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'ACCEPTED')
AND (t1.basis <> 'CONSENT'
OR (t1.consent_given_on <= $5::date
AND t1.consent_withdrawn_on IS NULL
AND (t1.consent_valid_until IS NULL
OR t1.consent_valid_until >= $5::date))) IS NOT TRUE)
OR t1."entered_by" = $3::uuid) AS "may_name", t1."first_names" AS "first_names", t1."last_name" AS "last_name", t1."service_code" AS "service_code", t1."wanted_start_on" AS "wanted_start_on", t1."agency_id" AS "agency_id", (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND (NOT (t1.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'ACCEPTED')
AND (t1.basis <> 'CONSENT'
OR (t1.consent_given_on <= $5::date
AND t1.consent_withdrawn_on IS NULL
AND (t1.consent_valid_until IS NULL
OR t1.consent_valid_until >= $5::date))) IS NOT TRUE)
OR t1."entered_by" = $3::uuid) AS "may_care", coalesce(t1.client_id, t1.id) AS "subject"
FROM (SELECT *
FROM ((SELECT t1."due_order", t1."id"
FROM referral t1
WHERE t1."entered_by" = $3::uuid
AND t1.state IN ('DRAFT')
AND t1.state = ANY($8::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."due_order", t1."id" LIMIT $1::bigint)
UNION (SELECT t1."due_order", t1."id"
FROM referral t1
WHERE t1."unit_id" = $4::uuid
AND t1.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')
AND t1.state = ANY($8::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."due_order", t1."id" LIMIT $1::bigint)) t1
ORDER BY t1."due_order", t1."id" LIMIT $1::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM referral w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."due_order", t1."id") p1, LATERAL (SELECT 'referral_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."due_on" AS "dueOn", CASE WHEN p1.may_name THEN p1."first_names" END AS "firstNames", CASE WHEN p1.may_name THEN p1."last_name" END AS "lastName", p1."service_code" AS "serviceCode", p1."wanted_start_on" AS "wantedStartOn", (SELECT row_to_json(r.*)
FROM (SELECT p2."name" AS "name"
FROM (SELECT t2."name" AS "name"
FROM agency t2
WHERE t2.id = p1."agency_id"
AND TRUE) p2) r) AS "agency", CASE WHEN p1.may_care THEN (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT f.name AS "name"
FROM attachment f
WHERE f.object_id = p1."id"
AND f.uploaded_at IS NULL
AND f.awaited_until >= $6::timestamptz
ORDER BY f.id LIMIT 200) r) END AS "awaitedFiles", (WITH
q3 AS (SELECT coalesce(json_agg(p3j0.*), '[]') AS j0
FROM (SELECT t3."kind" AS "kind", t3."state" AS "state"
FROM proposal t3
WHERE t3."unit_id" = $4::uuid
AND t3."referral_id" = p1."id"
ORDER BY t3."id" LIMIT $7::bigint) p3, LATERAL (SELECT p3."kind" AS "kind", p3."state" AS "state") p3j0)
SELECT row_to_json(c.*)
FROM (SELECT q3.j0 AS "nodes"
FROM q3) c) AS "proposals") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $6::timestamptz, $3::uuid, $10::text, $16::text, $17::text, '{Proposal.kind,Proposal.state,Referral.agency,Referral.awaitedFiles,Referral.dueOn,Referral.dueOn:order,Referral.firstNames,Referral.id,Referral.lastName,Referral.proposals,Referral.revision,Referral.serviceCode,Referral.state,Referral.state:filter,Referral.totalCount,Referral.wantedStartOn}'::text[], $11::uuid[], $12::text, $13::uuid, $14::text, $15::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM n1
WHERE (SELECT count(*)
FROM n1) <= 100)
UNION (SELECT unnest(q1.subjects)
FROM q1)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM n1) AS "totalCount", q1.j0 AS "nodes"
FROM q1) c) AS r0
