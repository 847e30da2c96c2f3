WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."name" AS "name", t1."business_id" AS "business_id", t1."id" AS "id"
FROM organisation t1
WHERE TRUE
AND (SELECT ok
FROM live)
ORDER BY t1."name", t1."id" LIMIT 1) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."name" AS "name", p1."business_id" AS "businessId", (WITH
q2 AS (SELECT coalesce(json_agg(p2j0.*), '[]') AS j0
FROM (SELECT t2."name" AS "name", t2."municipality" AS "municipality", t2."id" AS "id"
FROM unit t2
WHERE TRUE
AND t2."organisation_id" = p1."id"
ORDER BY t2."name", t2."id" LIMIT $2::bigint) p2, LATERAL (SELECT p2."name" AS "name", p2."municipality" AS "municipality", (WITH
q3 AS (SELECT coalesce(json_agg(p3j0.*), '[]') AS j0
FROM (SELECT t3."first_name" AS "first_name", t3."last_name" AS "last_name", t3."title" AS "title", t3."email" AS "email"
FROM staff_member t3
WHERE TRUE
AND t3."unit_id" = p2."id"
ORDER BY t3."sort_key", t3."id" LIMIT $3::bigint) p3, LATERAL (SELECT p3."first_name" AS "firstName", p3."last_name" AS "lastName", p3."title" AS "title", p3."email" AS "email") p3j0)
SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM (SELECT t3.id
FROM staff_member t3
WHERE TRUE
AND t3."unit_id" = p2."id" LIMIT 10000) n) AS "totalCount", q3.j0 AS "nodes"
FROM q3) c) AS "staff") p2j0)
SELECT row_to_json(c.*)
FROM (SELECT q2.j0 AS "nodes"
FROM q2) c) AS "units") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
