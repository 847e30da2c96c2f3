WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."created_at" AS "created_at", t1."text" AS "text", t1."event" AS "event", t1."link" AS "link"
FROM notification t1
WHERE t1."recipient_id" = $3::uuid
AND t1.state = $4::text
AND (SELECT ok
FROM live)
ORDER BY t1."id" DESC LIMIT 20) s LIMIT $1::bigint) p1, LATERAL (SELECT 'notification_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."created_at" AS "createdAt", p1."text" AS "text", p1."event" AS "event", p1."link" AS "link") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM (SELECT t1.id
FROM notification t1
WHERE t1."recipient_id" = $3::uuid
AND t1.state = $2::text LIMIT 10000) n) AS "totalCount", q1.j0 AS "nodes"
FROM q1) c) AS r0
