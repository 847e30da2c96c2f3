WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $3::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."kind" AS "kind", t1."host" AS "host", t1."country" AS "country", t1."purpose" AS "purpose", t1."state" AS "state"
FROM destination t1
WHERE TRUE
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 50) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."kind" AS "kind", p1."host" AS "host", p1."country" AS "country", p1."purpose" AS "purpose", p1."state" AS "state") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
