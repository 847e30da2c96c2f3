WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."month" AS "month", t1."state" AS "state", t1."locked_at" AS "locked_at", t1."unit_id" AS "unit_id"
FROM attendance_month t1
WHERE t1."unit_id" = $2::uuid
AND (SELECT ok
FROM live)
ORDER BY t1."month" DESC, t1."id" DESC LIMIT 24) s LIMIT $1::bigint) p1, LATERAL (SELECT 'attendance_month_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."month" AS "month", p1."state" AS "state", p1."locked_at" AS "lockedAt", (SELECT row_to_json(r.*)
FROM (SELECT p2."name" AS "name"
FROM (SELECT t2."name" AS "name"
FROM unit t2
WHERE t2.id = p1."unit_id"
AND TRUE) p2) r) AS "unit") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
