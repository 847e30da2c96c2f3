WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok), n1 AS MATERIALIZED (SELECT t1.id, coalesce(t1.client_id, t1.referral_id, t1.id) AS subject
FROM breach_letter t1
WHERE TRUE
AND t1."breach_id" = $2::uuid LIMIT 10000),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."state" AS "state", t1."language" AS "language", t1.state IN ('DRAFT', 'NOT_TOLD', 'READY', 'TOLD') AS "may_care", t1."text" AS "text", t1."told_how" AS "told_how", t1."told_on" AS "told_on", t1."client_id" AS "client_id", coalesce(t1.client_id, t1.referral_id, t1.id) AS "subject"
FROM breach_letter t1
WHERE TRUE
AND t1."breach_id" = $3::uuid
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 50) s LIMIT $1::bigint) p1, LATERAL (SELECT 'breach_letter_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."state" AS "state", p1."language" AS "language", CASE WHEN p1.may_care THEN p1."text" END AS "text", p1."told_how" AS "toldHow", p1."told_on" AS "toldOn", (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p2."id"), 'hex') AS "id"
FROM (SELECT t2."id" AS "id"
FROM client t2
WHERE t2.id = p1."client_id"
AND TRUE) p2) r) AS "client") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $12::timestamptz, $4::uuid, $6::text, $13::text, $14::text, '{BreachLetter.breachId:filter,BreachLetter.client,BreachLetter.id,BreachLetter.language,BreachLetter.state,BreachLetter.text,BreachLetter.toldHow,BreachLetter.toldOn,BreachLetter.totalCount,Client.id}'::text[], $7::uuid[], $8::text, $9::uuid, $10::text, $11::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
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
