WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."kind" AS "kind", t1."name" AS "name", t1."ends_before" AS "ends_before", t1."disabled_at" AS "disabled_at"
FROM account t1
WHERE TRUE
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 100) s LIMIT $1::bigint) p1, LATERAL (SELECT 'account_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."kind" AS "kind", p1."name" AS "name", p1."ends_before" AS "endsBefore", p1."disabled_at" AS "disabledAt", (WITH
q2 AS (SELECT coalesce(json_agg(p2j0.*), '[]') AS j0
FROM (SELECT t2."id" AS "id", t2."revision" AS "revision", t2."state" AS "state", t2."role" AS "role", t2."unit_id" AS "unit_id", t2."starts_on" AS "starts_on", t2."ends_before" AS "ends_before"
FROM role_grant t2
WHERE TRUE
AND t2."account_id" = p1."id"
ORDER BY t2."id" LIMIT $2::bigint) p2, LATERAL (SELECT 'role_grant_' || encode(uuid_send(p2."id"), 'hex') AS "id", p2."revision" AS "revision", p2."state" AS "state", p2."role" AS "role", (SELECT row_to_json(r.*)
FROM (SELECT p3."name" AS "name"
FROM (SELECT t3."name" AS "name"
FROM unit t3
WHERE t3.id = p2."unit_id"
AND TRUE) p3) r) AS "unit", p2."starts_on" AS "startsOn", p2."ends_before" AS "endsBefore") p2j0)
SELECT row_to_json(c.*)
FROM (SELECT q2.j0 AS "nodes"
FROM q2) c) AS "grants") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
