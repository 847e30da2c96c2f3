WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."event" AS "event", t1."recipients" AS "recipients", t1."channel" AS "channel", t1."unit_id" AS "unit_id"
FROM event_rule t1
WHERE TRUE
AND t1.state = $2::text
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 50) s LIMIT $1::bigint) p1, LATERAL (SELECT 'event_rule_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."event" AS "event", p1."recipients" AS "recipients", p1."channel" AS "channel", (SELECT row_to_json(r.*)
FROM (SELECT p2."name" AS "name"
FROM (SELECT t2."name" AS "name"
FROM unit t2
WHERE t2.id = p1."unit_id"
AND TRUE) p2) r) AS "unit") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
