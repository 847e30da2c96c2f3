WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $3::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."state" AS "state", t1."kind" AS "kind", t1."unit_id" AS "unit_id", t1."staff_member_id" AS "staff_member_id", t1."starts_at" AS "starts_at", t1."count" AS "count", t1."threshold" AS "threshold", t1."first_entry" AS "first_entry", t1."last_entry" AS "last_entry", t1."id" AS "id"
FROM anomaly t1
WHERE TRUE
AND (SELECT ok
FROM live)
ORDER BY t1."starts_at" DESC, t1."id" DESC LIMIT 50) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."state" AS "state", p1."kind" AS "kind", (SELECT row_to_json(r.*)
FROM (SELECT p2."name" AS "name"
FROM (SELECT t2."name" AS "name"
FROM unit t2
WHERE t2.id = p1."unit_id"
AND TRUE) p2) r) AS "unit", (SELECT row_to_json(r.*)
FROM (SELECT p3."last_name" AS "lastName"
FROM (SELECT t3."last_name" AS "last_name"
FROM staff_member t3
WHERE t3.id = p1."staff_member_id"
AND TRUE) p3) r) AS "staffMember", p1."starts_at" AS "startsAt", p1."count" AS "count", p1."threshold" AS "threshold", p1."first_entry" AS "firstEntry", p1."last_entry" AS "lastEntry", (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT h.action AS "action", CASE WHEN h.actor IS DISTINCT
FROM $2::uuid
AND EXISTS (SELECT
FROM account y
WHERE y.id = h.actor
AND y.kind IN ('GUARDIAN', 'TRAINEE'))
AND NOT FALSE THEN NULL ELSE h.actor_name END AS "actorName", h.comment AS "comment"
FROM history h
WHERE h.object_id = p1."id"
ORDER BY h.revision DESC, h.id DESC LIMIT 50) r) AS "history") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM (SELECT t1.id
FROM anomaly t1
WHERE TRUE LIMIT 10000) n) AS "totalCount", q1.j0 AS "nodes"
FROM q1) c) AS r0
