WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT t1."id" AS "id", t1."state" AS "state", t1."name" AS "name", t1."about" AS "about", t1."conditions" AS "conditions", t1."order_by" AS "order_by", t1."unit_id" AS "unit_id"
FROM (SELECT *
FROM ((SELECT t1."name", t1."id"
FROM saved_view t1
WHERE t1."created_by" = $3::uuid
AND t1.state = ANY($2::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."name", t1."id" LIMIT $1::bigint)
UNION (SELECT t1."name", t1."id"
FROM saved_view t1
WHERE t1."unit_id" = $4::uuid
AND t1.state IN ('SHARED')
AND t1.state = ANY($2::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."name", t1."id" LIMIT $1::bigint)) t1
ORDER BY t1."name", t1."id" LIMIT $1::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM saved_view w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."name", t1."id") p1, LATERAL (SELECT 'saved_view_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."state" AS "state", p1."name" AS "name", p1."about" AS "about", p1."conditions" AS "conditions", p1."order_by" AS "orderBy", (SELECT row_to_json(r.*)
FROM (SELECT p2."name" AS "name"
FROM (SELECT t2."name" AS "name"
FROM unit t2
WHERE t2.id = p1."unit_id"
AND TRUE) p2) r) AS "unit") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
