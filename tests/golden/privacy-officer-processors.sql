WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $3::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."name" AS "name", t1."country" AS "country", t1."task_fi" AS "task_fi", t1."agreement" AS "agreement", t1."agreed_on" AS "agreed_on", t1."state" AS "state"
FROM processor t1
WHERE TRUE
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 25) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."name" AS "name", p1."country" AS "country", p1."task_fi" AS "taskFi", p1."agreement" AS "agreement", p1."agreed_on" AS "agreedOn", p1."state" AS "state") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
