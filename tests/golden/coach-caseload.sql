WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $10::uuid
AND a.epoch = $11::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT t1."sort_key" AS "sort_key", t1."id" AS "id", t1."call_name" AS "call_name", t1."last_name" AS "last_name", t1."state" AS "state", t1.id AS "subject"
FROM (SELECT *
FROM ((SELECT t1."sort_key", t1."id"
FROM client t1
WHERE t1."id" IN (SELECT c.client_id
FROM relationship c
WHERE c.responsible_coach_id = $2::uuid
AND c.state <> 'ERASED'
UNION ALL
SELECT s.client_id
FROM substitution s
WHERE s.staff_member_id = $2::uuid
AND s.state = 'VALID'
AND s.starts_on <= $3::date
AND (s.ends_before IS NULL
OR s.ends_before > $3::date))
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND t1.state = ANY($9::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."sort_key", t1."id" LIMIT $1::bigint + 1)
UNION (SELECT t1."sort_key", t1."id"
FROM client t1
WHERE t1."unit_id" = $4::uuid
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND t1.state = ANY($9::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."sort_key", t1."id" LIMIT $1::bigint + 1)) t1
ORDER BY t1."sort_key", t1."id" LIMIT $1::bigint + 1) k
JOIN client t1 ON t1.id = k.id
ORDER BY t1."sort_key", t1."id"),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", subjects, outcome)
SELECT $12::timestamptz, $13::uuid, $14::text, $15::text, $16::text, $17::text[], $18::uuid[], $19::text, $20::uuid, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1
ORDER BY "sort_key", "id" LIMIT $1::bigint)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c)
FROM (SELECT (SELECT count(*)
FROM (SELECT 1
FROM client t1
WHERE ((t1."id" IN (SELECT c.client_id
FROM relationship c
WHERE c.responsible_coach_id = $2::uuid
AND c.state <> 'ERASED'
UNION ALL
SELECT s.client_id
FROM substitution s
WHERE s.staff_member_id = $2::uuid
AND s.state = 'VALID'
AND s.starts_on <= $3::date
AND (s.ends_before IS NULL
OR s.ends_before > $3::date))
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t1."unit_id" = $4::uuid
AND t1.state IN ('ACTIVE', 'PROSPECT')))
AND t1.state = ANY($5::text[]) LIMIT 10000) n) AS "totalCount", (SELECT row_to_json(i)
FROM (SELECT (SELECT count(*) > $1::bigint
FROM q1) AS "hasNextPage", (SELECT translate(encode(substr(sha256($6::bytea || sha256($6::bytea || convert_to('LAST_NAME' || chr(31) || p1."sort_key"::text || chr(31) || p1."id"::text, 'UTF8'))), 1, 16) || convert_to('LAST_NAME' || chr(31) || p1."sort_key"::text || chr(31) || p1."id"::text, 'UTF8'), 'base64'), E'+/=\n', '-_')
FROM (SELECT *
FROM q1 p1
ORDER BY p1."sort_key", p1."id" LIMIT $1::bigint) p1
ORDER BY p1."sort_key" DESC, p1."id" DESC LIMIT 1) AS "endCursor") i) AS "pageInfo", (SELECT coalesce(json_agg(r), '[]')
FROM (SELECT 'client_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."call_name" AS "callName", p1."last_name" AS "lastName", p1."state" AS "state", (WITH
q2 AS (SELECT t2."started_on" AS "started_on", t2."id" AS "id"
FROM relationship t2
WHERE t2."client_id" IN (SELECT c.client_id
FROM relationship c
WHERE c.responsible_coach_id = $2::uuid
AND c.state <> 'ERASED'
UNION ALL
SELECT s.client_id
FROM substitution s
WHERE s.staff_member_id = $2::uuid
AND s.state = 'VALID'
AND s.starts_on <= $3::date
AND (s.ends_before IS NULL
OR s.ends_before > $3::date))
AND t2.state IN ('ACTIVE', 'ENDED')
AND t2."client_id" = p1."id"
AND t2.state = $8::text
ORDER BY t2."started_on", t2."id" LIMIT $7::bigint)
SELECT row_to_json(c)
FROM (SELECT (SELECT coalesce(json_agg(r), '[]')
FROM (SELECT p2."started_on" AS "startedOn"
FROM q2 p2
ORDER BY p2."started_on", p2."id") r) AS "nodes") c) AS "relationships"
FROM q1 p1
ORDER BY p1."sort_key", p1."id" LIMIT $1::bigint) r) AS "nodes") c) AS r0
