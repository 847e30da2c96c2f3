WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
by_caseload(id) AS MATERIALIZED (SELECT c.client_id
FROM relationship c
WHERE c.responsible_coach_id = $3::uuid
AND c.state IN ('ACTIVE', 'ENDED')
UNION ALL
SELECT s.client_id
FROM substitution s
WHERE s.staff_member_id = $3::uuid
AND s.state = 'VALID'
AND s.starts_on <= $4::date
AND (s.ends_before IS NULL
OR s.ends_before > $4::date)),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."content_type" AS "content_type", t1."created_at" AS "created_at", t1."purge_on" AS "purge_on", t1.client_id AS "subject"
FROM (SELECT *
FROM ((SELECT t1."purge_on", t1."id"
FROM bin_item t1
WHERE t1."created_by" = $2::uuid
AND (SELECT ok
FROM live)
ORDER BY t1."purge_on", t1."id" LIMIT $1::bigint)
UNION (SELECT t1.*
FROM (SELECT DISTINCT id
FROM (SELECT id
FROM by_caseload) i(id)) m1(id)
CROSS
JOIN LATERAL (SELECT t1."purge_on", t1."id"
FROM bin_item t1
WHERE t1."client_id" = m1.id
AND t1.state IN ('TEAM')
AND (SELECT ok
FROM live)
ORDER BY t1."purge_on", t1."id" LIMIT $1::bigint) t1
ORDER BY t1."purge_on", t1."id" LIMIT $1::bigint)) t1
ORDER BY t1."purge_on", t1."id" LIMIT $1::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM bin_item w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."purge_on", t1."id") p1, LATERAL (SELECT 'bin_item_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."content_type" AS "contentType", p1."created_at" AS "createdAt", p1."purge_on" AS "purgeOn") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $12::timestamptz, $2::uuid, $6::text, $13::text, $14::text, '{BinItem.contentType,BinItem.createdAt,BinItem.id,BinItem.purgeOn,BinItem.purgeOn:order,BinItem.revision,BinItem.state}'::text[], $7::uuid[], $8::text, $9::uuid, $10::text, $11::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
