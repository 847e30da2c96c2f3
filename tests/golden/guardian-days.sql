WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
by_represented(id) AS MATERIALIZED (SELECT v.client_id
FROM representation v
WHERE (v.account_id = $3::uuid
OR (v.account_id IS NULL
AND v.id = $3::uuid))
AND v.state = 'IN_FORCE'
AND 'WHEREABOUTS' = ANY(v.matters)
AND v.valid_from <= $4::date
AND (v.valid_until IS NULL
OR v.valid_until >= $4::date)
AND NOT (v.safety_restriction
AND 'WHEREABOUTS' IN ('CONTACT', 'WHEREABOUTS'))
AND EXISTS (SELECT 1
FROM client m
WHERE m.id = v.client_id
AND m.died_on IS NULL
AND (v.kind NOT IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN')
OR m.date_of_birth > $4::date - interval '18 years'))
AND NOT EXISTS (SELECT 1
FROM telling_refusal f
WHERE f.client_id = v.client_id
AND f.state = 'IN_FORCE'
AND 'WHEREABOUTS' = ANY(f.matters)
AND (f.representation_id IS NULL
OR f.representation_id = v.id))),
q1 AS MATERIALIZED (SELECT count(*) > $1::bigint AS more, array_agg(chr(2) || '0:' || encode(convert_to(p1."day"::text || chr(31) || p1."id"::text, 'UTF8'), 'hex')) FILTER (WHERE p1.page_row <= $1::bigint) AS cursors, coalesce(json_agg(p1j0.*) FILTER (WHERE p1.page_row <= $1::bigint), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL
AND p1.page_row <= greatest($1::bigint, 1)) AS subjects
FROM (SELECT d.*, row_number() OVER () AS page_row
FROM (SELECT t1."day" AS "day", t1."id" AS "id", t1."state" AS "state", t1."minutes" AS "minutes", t1.client_id AS "subject"
FROM (SELECT t1.*
FROM (SELECT DISTINCT id
FROM (SELECT id
FROM by_represented) i(id)) m1(id)
CROSS
JOIN LATERAL (SELECT t1."day", t1."id"
FROM attendance t1
WHERE t1."client_id" = m1.id
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND t1."day" < $2::date
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t1.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND (SELECT ok
FROM live)
ORDER BY t1."day" DESC, t1."id" DESC LIMIT $1::bigint + 1) t1
ORDER BY t1."day" DESC, t1."id" DESC LIMIT $1::bigint + 1) k
CROSS
JOIN LATERAL (SELECT *
FROM attendance w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."day" DESC, t1."id" DESC) d) p1, LATERAL (SELECT p1."day" AS "day", p1."state" AS "state", p1."minutes" AS "minutes") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $12::timestamptz, $3::uuid, $6::text, $13::text, $14::text, '{Attendance.day,Attendance.day:filter,Attendance.day:order,Attendance.minutes,Attendance.pageInfo,Attendance.state}'::text[], $7::uuid[], $8::text, $9::uuid, $10::text, $11::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT row_to_json(i.*)
FROM (SELECT q1.more AS "hasNextPage", q1.cursors[cardinality(q1.cursors)] AS "endCursor") i) AS "pageInfo", q1.j0 AS "nodes"
FROM q1) c) AS r0
