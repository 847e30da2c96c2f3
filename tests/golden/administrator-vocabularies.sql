WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."token" AS "token", t1."title_fi" AS "title_fi", t1."title_sv" AS "title_sv", t1."title_en" AS "title_en"
FROM term t1
WHERE TRUE
AND t1."vocabulary" = $2::text
AND (SELECT ok
FROM live)
ORDER BY t1."position", t1."id" LIMIT 50) s LIMIT $1::bigint) p1, LATERAL (SELECT 'term_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."token" AS "token", p1."title_fi" AS "titleFi", p1."title_sv" AS "titleSv", p1."title_en" AS "titleEn") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
