WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."kind" AS "kind", t1."starts_on" AS "starts_on", t1."ends_on" AS "ends_on", (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_care", t1."summary" AS "summary", t1."client_view" AS "client_view", t1."client_id" AS "client_id", t1.client_id AS "subject"
FROM report t1
WHERE t1."unit_id" = $2::uuid
AND t1.state = ANY($3::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."ends_on", t1."id" LIMIT 20) s LIMIT $1::bigint) p1, LATERAL (SELECT 'report_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."kind" AS "kind", p1."starts_on" AS "startsOn", p1."ends_on" AS "endsOn", CASE WHEN p1.may_care THEN p1."summary" END AS "summary", CASE WHEN p1.may_care THEN p1."client_view" END AS "clientView", (SELECT row_to_json(r.*)
FROM (SELECT p2."call_name" AS "callName", p2."last_name" AS "lastName"
FROM (SELECT t2."call_name" AS "call_name", t2."last_name" AS "last_name"
FROM client t2
WHERE t2.id = p1."client_id"
AND t2."unit_id" = $2::uuid
AND t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT')) p2) r) AS "client") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $12::timestamptz, $4::uuid, $6::text, $13::text, $14::text, '{Client.callName,Client.lastName,Report.client,Report.clientView,Report.endsOn,Report.id,Report.kind,Report.revision,Report.startsOn,Report.state,Report.state:filter,Report.summary}'::text[], $7::uuid[], $8::text, $9::uuid, $10::text, $11::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
