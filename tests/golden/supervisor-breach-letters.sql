WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."language" AS "language", t1."text" AS "text", t1."client_id" AS "client_id", coalesce(t1.client_id, t1.referral_id, t1.id) AS "subject"
FROM breach_letter t1
WHERE t1."unit_id" = $2::uuid
AND t1.state IN ('READY', 'TOLD')
AND t1.state = $3::text
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 50) s LIMIT $1::bigint) p1, LATERAL (SELECT 'breach_letter_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."language" AS "language", p1."text" AS "text", (SELECT row_to_json(r.*)
FROM (SELECT p2."last_name" AS "lastName", CASE WHEN p2.may_contact THEN p2."street_address" END AS "streetAddress", CASE WHEN p2.may_contact THEN p2."postal_code" END AS "postalCode", CASE WHEN p2.may_contact THEN p2."city" END AS "city"
FROM (SELECT t2."last_name" AS "last_name", (NOT t2.safety_restriction)
AND (NOT t2.processing_restriction) AS "may_contact", t2."street_address" AS "street_address", t2."postal_code" AS "postal_code", t2."city" AS "city"
FROM client t2
WHERE t2.id = p1."client_id"
AND t2."unit_id" = $2::uuid
AND t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT')) p2) r) AS "client") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $12::timestamptz, $4::uuid, $6::text, $13::text, $14::text, '{BreachLetter.client,BreachLetter.id,BreachLetter.language,BreachLetter.state:filter,BreachLetter.text,Client.city,Client.lastName,Client.postalCode,Client.streetAddress}'::text[], $7::uuid[], $8::text, $9::uuid, $10::text, $11::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
