WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."month" AS "month", t1."kind" AS "kind", t1."code" AS "code", t1."people" AS "people", t1."agency_id" AS "agency_id", t1."unit_id" AS "unit_id"
FROM monthly_figure t1
WHERE TRUE
AND t1."month" >= $2::date
AND (SELECT ok
FROM live)
ORDER BY t1."month" DESC, t1."id" DESC LIMIT 100) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."month" AS "month", p1."kind" AS "kind", p1."code" AS "code", p1."people" AS "people", (SELECT row_to_json(r.*)
FROM (SELECT p2."name" AS "name"
FROM (SELECT t2."name" AS "name"
FROM agency t2
WHERE t2.id = p1."agency_id"
AND TRUE) p2) r) AS "agency", (SELECT row_to_json(r.*)
FROM (SELECT p3."name" AS "name"
FROM (SELECT t3."name" AS "name"
FROM unit t3
WHERE t3.id = p1."unit_id"
AND TRUE) p3) r) AS "unit") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
