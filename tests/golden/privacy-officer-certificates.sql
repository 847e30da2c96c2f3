WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."done_at" AS "done_at", t1."proposed_by_name" AS "proposed_by_name", t1."approved_by_name" AS "approved_by_name", t1."confirmed_by_name" AS "confirmed_by_name", t1."counts" AS "counts", t1."digest" AS "digest", t1."certificate" AS "certificate"
FROM purge t1
WHERE TRUE
AND t1.state = $2::text
AND (SELECT ok
FROM live)
ORDER BY t1."id" DESC LIMIT 10) s LIMIT $1::bigint) p1, LATERAL (SELECT 'purge_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."done_at" AS "doneAt", p1."proposed_by_name" AS "proposedByName", p1."approved_by_name" AS "approvedByName", p1."confirmed_by_name" AS "confirmedByName", (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT e."type" AS "type", e."rows" AS "rows"
FROM jsonb_to_recordset(p1."counts") AS e("type" text, "rows" int)) r) AS "counts", p1."digest" AS "digest", p1."certificate" AS "certificate") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
