WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $7::uuid
AND a.epoch = $8::int
AND a.disabled_at IS NULL) AS ok),
by_caseload(id) AS MATERIALIZED (SELECT c.client_id
FROM relationship c
WHERE c.responsible_coach_id = $2::uuid
AND c.state IN ('ACTIVE', 'ENDED')
UNION ALL
SELECT s.client_id
FROM substitution s
WHERE s.staff_member_id = $2::uuid
AND s.state = 'VALID'
AND s.starts_on <= $3::date
AND (s.ends_before IS NULL
OR s.ends_before > $3::date)),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT t1."client_id" AS "client_id", t1."notice_id" AS "notice_id", t1.client_id AS "subject"
FROM (SELECT t1.*
FROM (SELECT DISTINCT id
FROM (SELECT id
FROM by_caseload) i(id)) m1(id)
CROSS
JOIN LATERAL (SELECT t1."id"
FROM notice_telling t1
WHERE t1."client_id" = m1.id
AND t1.state = $5::text
AND t1."channel" = $6::text
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT $1::bigint) t1
ORDER BY t1."id" LIMIT $1::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM notice_telling w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."id") p1, LATERAL (SELECT (SELECT row_to_json(r.*)
FROM (SELECT p2."call_name" AS "callName", p2."last_name" AS "lastName"
FROM (SELECT t2."call_name" AS "call_name", t2."last_name" AS "last_name"
FROM client t2
WHERE t2.id = p1."client_id"
AND ((t2."id" IN (SELECT id
FROM by_caseload)
AND t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t2."unit_id" = $4::uuid
AND t2.state IN ('ACTIVE', 'PROSPECT')))) p2) r) AS "client", (SELECT row_to_json(r.*)
FROM (SELECT p3."version" AS "version"
FROM (SELECT t3."version" AS "version"
FROM privacy_notice t3
WHERE t3.id = p1."notice_id"
AND t3.state IN ('PUBLISHED', 'RETIRED', 'SUPERSEDED')) p3) r) AS "notice") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $15::timestamptz, $7::uuid, $9::text, $16::text, $17::text, '{Client.callName,Client.lastName,NoticeTelling.channel:filter,NoticeTelling.client,NoticeTelling.notice,NoticeTelling.state:filter}'::text[], $10::uuid[], $11::text, $12::uuid, $13::text, $14::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
