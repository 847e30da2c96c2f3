WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."event" AS "event", t1."recipient_kind" AS "recipient_kind", t1."failure" AS "failure", t1."attempts" AS "attempts", t1."modified_at" AS "modified_at"
FROM delivery t1
WHERE TRUE
AND t1.state = $3::text
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 50) s LIMIT $1::bigint) p1, LATERAL (SELECT 'delivery_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."event" AS "event", p1."recipient_kind" AS "recipientKind", p1."failure" AS "failure", p1."attempts" AS "attempts", p1."modified_at" AS "modifiedAt") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM (SELECT t1.id
FROM delivery t1
WHERE TRUE
AND t1.state = $2::text LIMIT 10000) n) AS "totalCount", q1.j0 AS "nodes"
FROM q1) c) AS r0
