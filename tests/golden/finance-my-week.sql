WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $5::uuid
AND a.epoch = $6::int
AND a.disabled_at IS NULL) AS ok), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PRICE_MISSING'::text AS kind, 'contract'::text AS noun, coalesce(t2.starts_on, DATE '9999-01-01') AS moment, t2.id AS id
FROM contract t2
WHERE (t2.state IN ('DRAFT'))
AND (t2.price_cents IS NULL)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment, w.kind, w.id LIMIT $3::bigint), q1_contract AS MATERIALIZED (SELECT t3."id" AS "id", t3."starts_on" AS "starts_on", t3."payer" AS "payer", t3.client_id AS "subject"
FROM contract t3
WHERE t3.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'contract')
AND TRUE
AND (SELECT ok
FROM live)), w4 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PRICE_MISSING'::text AS kind, 'contract'::text AS noun, coalesce(t5.starts_on, DATE '9999-01-01') AS moment, t5.id AS id
FROM contract t5
WHERE (t5.state IN ('DRAFT'))
AND (t5.price_cents IS NULL)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $4::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $4::bigint + 1), v4 AS MATERIALIZED (SELECT *
FROM w4 w
ORDER BY w.moment, w.kind, w.id LIMIT $4::bigint), q4_contract AS MATERIALIZED (SELECT t6."id" AS "id", t6."starts_on" AS "starts_on", t6."payer" AS "payer", t6.client_id AS "subject"
FROM contract t6
WHERE t6.id IN (SELECT v.id
FROM v4 v
WHERE v.noun = 'contract')
AND TRUE
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $13::timestamptz, $5::uuid, $7::text, $14::text, $15::text, '{Contract.id,Contract.payer,Contract.priceCents:filter,Contract.startsOn,Contract.startsOn:filter,Contract.state:filter}'::text[], $8::uuid[], $9::text, $10::uuid, $11::text, $12::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_contract)
UNION (SELECT subject
FROM q4_contract)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(s.*)
FROM (SELECT $1::date AS "from", $2::date AS "before", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p3."id"), 'hex') AS "id", p3."starts_on" AS "startsOn", p3."payer" AS "payer") r)
FROM q1_contract p3
WHERE p3."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "due", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p6."id"), 'hex') AS "id", p6."starts_on" AS "startsOn", p6."payer" AS "payer") r)
FROM q4_contract p6
WHERE p6."id" = w.id) END AS "object"
FROM v4 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "waiting") s) AS r0
