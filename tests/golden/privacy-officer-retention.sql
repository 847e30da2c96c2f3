WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT t1."id" AS "id", t1."state" AS "state", t1."ended_on" AS "ended_on", t1."retention_due_on" AS "retention_due_on", t1."legal_holds" AS "legal_holds", t1."started_on" AS "started_on", t1.client_id AS "subject"
FROM relationship t1
WHERE TRUE
AND t1.state = ANY($3::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."started_on", t1."id" LIMIT $1::bigint),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", subjects, outcome)
SELECT $6::timestamptz, $7::uuid, $8::text, $9::text, $10::text, $11::text[], $12::uuid[], $13::text, $14::uuid, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c)
FROM (SELECT (SELECT count(*)
FROM (SELECT 1
FROM relationship t1
WHERE TRUE
AND t1.state = ANY($2::text[]) LIMIT 10000) n) AS "totalCount", (SELECT coalesce(json_agg(r), '[]')
FROM (SELECT 'relationship_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."state" AS "state", p1."ended_on" AS "endedOn", p1."retention_due_on" AS "retentionDueOn", p1."legal_holds" AS "legalHolds"
FROM q1 p1
ORDER BY p1."started_on", p1."id") r) AS "nodes") c) AS r0
