WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $3::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."at" AS "at", t1."outcome" AS "outcome", t1."network" AS "network", t1."account_id" AS "account_id"
FROM login_event t1
WHERE TRUE
AND (SELECT ok
FROM live)
ORDER BY t1."at" DESC, t1."id" DESC LIMIT 50) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."at" AS "at", p1."outcome" AS "outcome", p1."network" AS "network", (SELECT row_to_json(r.*)
FROM (SELECT p2."name" AS "name"
FROM (SELECT t2."name" AS "name"
FROM account t2
WHERE t2.id = p1."account_id"
AND TRUE) p2) r) AS "account") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
