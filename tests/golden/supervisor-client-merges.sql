WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."grounds" AS "grounds", t1."undo_until" AS "undo_until", t1."kept_id" AS "kept_id", t1."merged_id" AS "merged_id", t1.kept_id AS "subject"
FROM client_merge t1
WHERE t1."unit_id" = $2::uuid
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 20) s LIMIT $1::bigint) p1, LATERAL (SELECT 'client_merge_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."grounds" AS "grounds", p1."undo_until" AS "undoUntil", (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p2."id"), 'hex') AS "id", p2."first_names" AS "firstNames", p2."last_name" AS "lastName"
FROM (SELECT t2."id" AS "id", t2."first_names" AS "first_names", t2."last_name" AS "last_name"
FROM client t2
WHERE t2.id = p1."kept_id"
AND t2."unit_id" = $2::uuid
AND t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT')) p2) r) AS "kept", (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p3."id"), 'hex') AS "id", p3."first_names" AS "firstNames", p3."last_name" AS "lastName"
FROM (SELECT t3."id" AS "id", t3."first_names" AS "first_names", t3."last_name" AS "last_name"
FROM client t3
WHERE t3.id = p1."merged_id"
AND t3."unit_id" = $2::uuid
AND t3.state IN ('ACTIVE', 'ENDED', 'PROSPECT')) p3) r) AS "merged") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $11::timestamptz, $3::uuid, $5::text, $12::text, $13::text, '{Client.firstNames,Client.id,Client.lastName,ClientMerge.grounds,ClientMerge.id,ClientMerge.kept,ClientMerge.merged,ClientMerge.revision,ClientMerge.state,ClientMerge.undoUntil}'::text[], $6::uuid[], $7::text, $8::uuid, $9::text, $10::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
