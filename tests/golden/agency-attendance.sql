WITH
live AS (SELECT EXISTS (SELECT 1
FROM agency_client a
WHERE a.id = $3::uuid
AND a.epoch = $7::int
AND a.revoked_at IS NULL
AND (a.expires_at IS NULL
OR a.expires_at > $8::timestamptz)) AS ok),
by_consent(id) AS MATERIALIZED (SELECT r.id
FROM referral r
WHERE r.agency_id = $2::uuid
AND r.state IN ('STARTED', 'CLOSED')
AND (r.basis = 'STATUTORY'
OR EXISTS (SELECT 1
FROM consent k
WHERE k.client_id = r.client_id
AND k.agency_id = r.agency_id
AND (k.referral_id IS NULL
OR k.referral_id = r.id)
AND k.state = 'GIVEN'
AND 'ATTENDANCE' = ANY(k.categories)
AND k.given_on <= $6::date
AND (k.valid_until IS NULL
OR k.valid_until >= $6::date)))),
q1 AS MATERIALIZED (SELECT count(*) > $1::bigint AS more, array_agg(chr(2) || '0:' || encode(convert_to(p1."day"::text || chr(31) || p1."id"::text, 'UTF8'), 'hex')) FILTER (WHERE p1.page_row <= $1::bigint) AS cursors, coalesce(json_agg(p1j0.*) FILTER (WHERE p1.page_row <= $1::bigint), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL
AND p1.page_row <= greatest($1::bigint, 1)) AS subjects
FROM (SELECT d.*, row_number() OVER () AS page_row
FROM (SELECT t1."day" AS "day", t1."id" AS "id", t1."presence" AS "presence", t1."minutes" AS "minutes", t1."referral_id" AS "referral_id", t1.client_id AS "subject"
FROM (SELECT t1.*
FROM (SELECT DISTINCT id
FROM (SELECT id
FROM by_consent) i(id)) m1(id)
CROSS
JOIN LATERAL (SELECT t1."day", t1."id"
FROM attendance t1
WHERE t1."referral_id" = m1.id
AND t1.state IN ('CONFIRMED', 'LOCKED', 'RECORDED')
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND (NOT (t1.state = 'PLANNED'
AND t1.day <> $6::date))
AND t1."day" >= $4::date
AND t1."day" < $5::date
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t1.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND (SELECT ok
FROM live)
ORDER BY t1."day", t1."id" LIMIT $1::bigint + 1) t1
ORDER BY t1."day", t1."id" LIMIT $1::bigint + 1) k
CROSS
JOIN LATERAL (SELECT *
FROM attendance w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."day", t1."id") d) p1, LATERAL (SELECT p1."day" AS "day", p1."presence" AS "presence", p1."minutes" AS "minutes", (SELECT row_to_json(r.*)
FROM (SELECT 'referral_' || encode(uuid_send(p2."id"), 'hex') AS "id"
FROM (SELECT t2."id" AS "id"
FROM referral t2
WHERE t2.id = p1."referral_id"
AND ((t2."agency_id" = $2::uuid)
OR (t2."entered_by" = $3::uuid
AND t2.state IN ('DRAFT')))) p2) r) AS "referral") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $8::timestamptz, $3::uuid, $9::text, $15::text, $16::text, '{Attendance.day,Attendance.day:filter,Attendance.minutes,Attendance.pageInfo,Attendance.presence,Attendance.referral,Referral.id}'::text[], $10::uuid[], $11::text, $12::uuid, $13::text, $14::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT row_to_json(i.*)
FROM (SELECT q1.more AS "hasNextPage", q1.cursors[cardinality(q1.cursors)] AS "endCursor") i) AS "pageInfo", q1.j0 AS "nodes"
FROM q1) c) AS r0
