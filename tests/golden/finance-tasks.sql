WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $3::int
AND a.disabled_at IS NULL) AS ok), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PRICE_MISSING'::text AS kind, 'contract'::text AS noun, coalesce(t2.starts_on, DATE '9999-01-01') AS moment, t2.id AS id
FROM contract t2
WHERE (t2.state IN ('DRAFT'))
AND (t2.price_cents IS NULL)) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint), q1_contract AS MATERIALIZED (SELECT t3."id" AS "id", t3."starts_on" AS "starts_on", t3."ends_on" AS "ends_on", t3."price_cents" AS "price_cents", t3."payer" AS "payer", t3.client_id AS "subject"
FROM contract t3
WHERE t3.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'contract')
AND TRUE
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $10::timestamptz, $2::uuid, $4::text, $11::text, $12::text, '{Contract.endsOn,Contract.id,Contract.payer,Contract.priceCents,Contract.priceCents:filter,Contract.startsOn,Contract.startsOn:filter,Contract.state:filter}'::text[], $5::uuid[], $6::text, $7::uuid, $8::text, $9::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_contract)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', nullif(concat_ws('–', to_char(p3."starts_on", 'FMDD.FMMM.YYYY'), to_char(p3."ends_on", 'FMDD.FMMM.YYYY')), '')), '') AS "fi", nullif(concat_ws(' ', nullif(concat_ws('–', to_char(p3."starts_on", 'FMDD.FMMM.YYYY'), to_char(p3."ends_on", 'FMDD.FMMM.YYYY')), '')), '') AS "sv", nullif(concat_ws(' ', nullif(concat_ws('–', to_char(p3."starts_on", 'DD/MM/YYYY'), to_char(p3."ends_on", 'DD/MM/YYYY')), '')), '') AS "en") r
WHERE nullif(concat_ws(' ', nullif(concat_ws('–', to_char(p3."starts_on", 'FMDD.FMMM.YYYY'), to_char(p3."ends_on", 'FMDD.FMMM.YYYY')), '')), '') IS NOT NULL)
FROM q1_contract p3
WHERE p3."id" = w.id) END AS "title", CASE w.noun WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p3."id"), 'hex') AS "id", p3."starts_on" AS "startsOn", p3."price_cents" AS "priceCents", p3."payer" AS "payer") r)
FROM q1_contract p3
WHERE p3."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes", (SELECT row_to_json(i.*)
FROM (SELECT (SELECT count(*) > $1::bigint
FROM w1) AS "hasNextPage", (SELECT chr(2) || '0:' || encode(convert_to(w.moment::text || chr(31) || w.kind::text || chr(31) || w.id::text, 'UTF8'), 'hex')
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT 1) AS "endCursor") i) AS "pageInfo") c) AS r0
