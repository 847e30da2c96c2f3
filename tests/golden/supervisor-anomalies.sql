WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $5::uuid
AND a.epoch = $6::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."kind" AS "kind", t1."staff_member_id" AS "staff_member_id", t1."starts_at" AS "starts_at", t1."ends_before" AS "ends_before", t1."looks" AS "looks", t1."count" AS "count", t1."threshold" AS "threshold"
FROM anomaly t1
WHERE t1."unit_id" = $3::uuid
AND t1.state = $4::text
AND (SELECT ok
FROM live)
ORDER BY t1."starts_at" DESC, t1."id" DESC LIMIT 20) s LIMIT $1::bigint) p1, LATERAL (SELECT 'anomaly_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."kind" AS "kind", (SELECT row_to_json(r.*)
FROM (SELECT p2."first_name" AS "firstName", p2."last_name" AS "lastName"
FROM (SELECT t2."first_name" AS "first_name", t2."last_name" AS "last_name"
FROM staff_member t2
WHERE t2.id = p1."staff_member_id"
AND TRUE) p2) r) AS "staffMember", p1."starts_at" AS "startsAt", p1."ends_before" AS "endsBefore", p1."looks" AS "looks", p1."count" AS "count", p1."threshold" AS "threshold") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM (SELECT t1.id
FROM anomaly t1
WHERE t1."unit_id" = $3::uuid
AND t1.state = $2::text LIMIT 10000) n) AS "totalCount", q1.j0 AS "nodes"
FROM q1) c) AS r0
