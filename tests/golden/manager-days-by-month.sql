WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT count(*) > $1::bigint AS more, array_agg(chr(2) || '0:' || encode(convert_to(p1."starts_on"::text || chr(31) || p1."id"::text, 'UTF8'), 'hex')) FILTER (WHERE p1.page_row <= $1::bigint) AS cursors, coalesce(json_agg(p1j0.*) FILTER (WHERE p1.page_row <= $1::bigint), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL
AND p1.page_row <= greatest($1::bigint, 1)) AS subjects
FROM (SELECT d.*, row_number() OVER () AS page_row
FROM (SELECT *
FROM (SELECT t1."starts_on" AS "starts_on", t1."id" AS "id", t1."unit_id" AS "unit_id", t1."bills_agreed_days" AS "bills_agreed_days", t1.client_id AS "subject"
FROM contract t1
WHERE t1.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND t1.state = $2::text
AND (SELECT ok
FROM live)
ORDER BY t1."starts_on", t1."id" LIMIT 201) s LIMIT $1::bigint + 1) d) p1, LATERAL (SELECT (SELECT row_to_json(r.*)
FROM (SELECT p2."name" AS "name"
FROM (SELECT t2."name" AS "name"
FROM unit t2
WHERE t2.id = p1."unit_id"
AND TRUE) p2) r) AS "unit", (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT to_char(c.month, 'YYYY-MM-DD') AS "month", c.recorded AS "recorded", c.present AS "present", c.absent AS "absent"
FROM (SELECT date_trunc('month', a.day)::date AS month, u.name AS unit, count(*) AS recorded, count(*) FILTER (WHERE a.state = 'LOCKED') AS locked, count(*) FILTER (WHERE a.presence = 'PRESENT') AS present, count(*) FILTER (WHERE a.presence = 'ABSENT') AS absent, count(*) FILTER (WHERE EXISTS (SELECT
FROM term w
CROSS
JOIN jsonb_to_recordset(w.facts) AS e(name text, text text)
WHERE w.vocabulary = 'attendance_code'
AND w.token = a.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND e.name = 'billable'
AND (e.text = 'YES'
OR e.text = 'CONTRACT'
AND p1."bills_agreed_days"
OR e.text = 'AS_REPLACEMENT'
AND a.presence = 'PRESENT'))) AS billable, coalesce(sum(a.minutes) FILTER (WHERE a.presence = 'PRESENT'), 0) AS minutes
FROM attendance a
JOIN unit u ON u.id = a.accounting_unit_id
WHERE a.contract_id = p1."id"
AND a.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = a.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')) GROUP BY 1, u.id, u.name
ORDER BY 1, 2 LIMIT 120) c) r) AS "dayCounts") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $11::timestamptz, $3::uuid, $5::text, $12::text, $13::text, '{Contract.dayCounts,Contract.pageInfo,Contract.state:filter,Contract.unit}'::text[], $6::uuid[], $7::text, $8::uuid, $9::text, $10::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT row_to_json(i.*)
FROM (SELECT q1.more AS "hasNextPage", q1.cursors[cardinality(q1.cursors)] AS "endCursor") i) AS "pageInfo", q1.j0 AS "nodes"
FROM q1) c) AS r0
