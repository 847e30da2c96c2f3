WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."agency_id" AS "agency_id", t1."purpose" AS "purpose", t1."categories" AS "categories", t1."given_on" AS "given_on", t1."valid_until" AS "valid_until", t1."withdrawn_at" AS "withdrawn_at", t1.client_id AS "subject"
FROM consent t1
WHERE t1."client_id" = $2::uuid
AND (SELECT ok
FROM live)
ORDER BY t1."id" DESC LIMIT 25) s LIMIT $1::bigint) p1, LATERAL (SELECT 'consent_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", (SELECT row_to_json(r.*)
FROM (SELECT p2."name" AS "name"
FROM (SELECT t2."name" AS "name"
FROM agency t2
WHERE t2.id = p1."agency_id"
AND TRUE) p2) r) AS "agency", p1."purpose" AS "purpose", p1."categories" AS "categories", p1."given_on" AS "givenOn", p1."valid_until" AS "validUntil", p1."withdrawn_at" AS "withdrawnAt") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $11::timestamptz, $3::uuid, $5::text, $12::text, $13::text, '{Consent.agency,Consent.categories,Consent.givenOn,Consent.id,Consent.purpose,Consent.revision,Consent.state,Consent.validUntil,Consent.withdrawnAt}'::text[], $6::uuid[], $7::text, $8::uuid, $9::text, $10::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
