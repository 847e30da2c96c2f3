WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $3::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."pseudonym" AS "pseudonym", t1."unit_id" AS "unit_id", t1."payer" AS "payer", t1."price_cents" AS "price_cents", t1."starts_on" AS "starts_on", t1."ends_on" AS "ends_on", t1."billable_days" AS "billable_days"
FROM invoice_row t1
WHERE TRUE
AND (SELECT ok
FROM live)
ORDER BY t1."starts_on" DESC, t1."id" DESC LIMIT 50) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."pseudonym" AS "pseudonym", (SELECT row_to_json(r.*)
FROM (SELECT p2."name" AS "name"
FROM (SELECT t2."name" AS "name"
FROM unit t2
WHERE t2.id = p1."unit_id"
AND TRUE) p2) r) AS "unit", p1."payer" AS "payer", p1."price_cents" AS "priceCents", p1."starts_on" AS "startsOn", p1."ends_on" AS "endsOn", p1."billable_days" AS "billableDays") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM (SELECT t1.id
FROM invoice_row t1
WHERE TRUE LIMIT 10000) n) AS "totalCount", q1.j0 AS "nodes"
FROM q1) c) AS r0
