WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."state" AS "state", t1."reason" AS "reason", t1."holder" AS "holder", t1."starts_on" AS "starts_on", t1."ends_on" AS "ends_on", t1."client_id" AS "client_id", t1.client_id AS "subject"
FROM legal_hold t1
WHERE t1."unit_id" = $2::uuid
AND (SELECT ok
FROM live)
ORDER BY t1."starts_on" DESC, t1."id" DESC LIMIT 50) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."state" AS "state", p1."reason" AS "reason", p1."holder" AS "holder", p1."starts_on" AS "startsOn", p1."ends_on" AS "endsOn", (SELECT row_to_json(r.*)
FROM (SELECT p2."last_name" AS "lastName", p2."first_names" AS "firstNames"
FROM (SELECT t2."last_name" AS "last_name", t2."first_names" AS "first_names"
FROM client t2
WHERE t2.id = p1."client_id"
AND t2."unit_id" = $2::uuid
AND t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT')) p2) r) AS "client") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $11::timestamptz, $3::uuid, $5::text, $12::text, $13::text, '{Client.firstNames,Client.lastName,LegalHold.client,LegalHold.endsOn,LegalHold.holder,LegalHold.reason,LegalHold.startsOn,LegalHold.startsOn:order,LegalHold.state}'::text[], $6::uuid[], $7::text, $8::uuid, $9::text, $10::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
