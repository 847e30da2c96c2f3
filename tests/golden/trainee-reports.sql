WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."kind" AS "kind", t1."starts_on" AS "starts_on", t1."ends_on" AS "ends_on", t1."summary" AS "summary", t1."goals" AS "goals", t1."attendance" AS "attendance", t1."client_view" AS "client_view", t1."delivered_at" AS "delivered_at", t1.client_id AS "subject"
FROM report t1
WHERE t1."client_id" = $2::uuid
AND t1.state IN ('APPROVED', 'AT_HEARING', 'DELIVERED', 'HEARD')
AND (SELECT ok
FROM live)
ORDER BY t1."ends_on", t1."id" LIMIT 20) s LIMIT $1::bigint) p1, LATERAL (SELECT 'report_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."kind" AS "kind", p1."starts_on" AS "startsOn", p1."ends_on" AS "endsOn", p1."summary" AS "summary", p1."goals" AS "goals", p1."attendance" AS "attendance", p1."client_view" AS "clientView", p1."delivered_at" AS "deliveredAt") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $11::timestamptz, $3::uuid, $5::text, $12::text, $13::text, '{Report.attendance,Report.clientView,Report.deliveredAt,Report.endsOn,Report.goals,Report.id,Report.kind,Report.revision,Report.startsOn,Report.state,Report.summary}'::text[], $6::uuid[], $7::text, $8::uuid, $9::text, $10::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
