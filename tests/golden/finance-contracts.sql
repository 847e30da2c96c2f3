WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $6::uuid
AND a.epoch = $7::int
AND a.disabled_at IS NULL) AS ok), n1 AS MATERIALIZED (SELECT t1.id, t1.client_id AS subject
FROM contract t1
WHERE TRUE
AND t1.state = ANY($2::text[])
AND t1."starts_on" < $3::date LIMIT 10000),
q1 AS MATERIALIZED (SELECT count(*) > $1::bigint AS more, array_agg(chr(2) || '0:' || encode(convert_to(p1."starts_on"::text || chr(31) || p1."id"::text, 'UTF8'), 'hex')) FILTER (WHERE p1.page_row <= $1::bigint) AS cursors, coalesce(json_agg(p1j0.*) FILTER (WHERE p1.page_row <= $1::bigint), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL
AND p1.page_row <= greatest($1::bigint, 1)) AS subjects
FROM (SELECT d.*, row_number() OVER () AS page_row
FROM (SELECT *
FROM (SELECT t1."starts_on" AS "starts_on", t1."id" AS "id", t1."state" AS "state", t1."ends_on" AS "ends_on", t1."price_cents" AS "price_cents", t1."payer" AS "payer", t1."unit_id" AS "unit_id", t1.client_id AS "subject"
FROM contract t1
WHERE TRUE
AND t1.state = ANY($4::text[])
AND t1."starts_on" < $5::date
AND (SELECT ok
FROM live)
ORDER BY t1."starts_on" DESC, t1."id" DESC LIMIT 51) s LIMIT $1::bigint + 1) d) p1, LATERAL (SELECT 'contract_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."state" AS "state", p1."starts_on" AS "startsOn", p1."ends_on" AS "endsOn", p1."price_cents" AS "priceCents", p1."payer" AS "payer", (SELECT row_to_json(r.*)
FROM (SELECT p2."name" AS "name"
FROM (SELECT t2."name" AS "name"
FROM unit t2
WHERE t2.id = p1."unit_id"
AND TRUE) p2) r) AS "unit") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $14::timestamptz, $6::uuid, $8::text, $15::text, $16::text, '{Contract.endsOn,Contract.id,Contract.pageInfo,Contract.payer,Contract.priceCents,Contract.startsOn,Contract.startsOn:filter,Contract.startsOn:order,Contract.state,Contract.state:filter,Contract.totalCount,Contract.unit}'::text[], $9::uuid[], $10::text, $11::uuid, $12::text, $13::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
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
FROM n1) AS "totalCount", (SELECT row_to_json(i.*)
FROM (SELECT q1.more AS "hasNextPage", q1.cursors[cardinality(q1.cursors)] AS "endCursor") i) AS "pageInfo", q1.j0 AS "nodes"
FROM q1) c) AS r0
