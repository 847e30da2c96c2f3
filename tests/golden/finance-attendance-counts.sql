WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT count(*) > $1::bigint AS more, array_agg(chr(2) || '0:' || encode(convert_to(p1."starts_on"::text || chr(31) || p1."id"::text, 'UTF8'), 'hex')) FILTER (WHERE p1.page_row <= $1::bigint) AS cursors, coalesce(json_agg(p1j0.*) FILTER (WHERE p1.page_row <= $1::bigint), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL
AND p1.page_row <= greatest($1::bigint, 1)) AS subjects
FROM (SELECT d.*, row_number() OVER () AS page_row
FROM (SELECT *
FROM (SELECT t1."starts_on" AS "starts_on", t1."id" AS "id", t1."payer" AS "payer", t1."price_cents" AS "price_cents", t1."bills_agreed_days" AS "bills_agreed_days", t1.client_id AS "subject"
FROM contract t1
WHERE TRUE
AND t1."starts_on" >= $2::date
AND t1.state = ANY($3::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."starts_on", t1."id" LIMIT 201) s LIMIT $1::bigint + 1) d) p1, LATERAL (SELECT 'contract_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."payer" AS "payer", p1."price_cents" AS "priceCents", (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT to_char(c.month, 'YYYY-MM-DD') AS "month", c.unit AS "unit", c.recorded AS "recorded", c.locked AS "locked", c.present AS "present", c.absent AS "absent", c.billable AS "billable", c.minutes AS "minutes"
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
SELECT $12::timestamptz, $4::uuid, $6::text, $13::text, $14::text, '{Contract.dayCounts,Contract.id,Contract.pageInfo,Contract.payer,Contract.priceCents,Contract.startsOn:filter,Contract.state:filter}'::text[], $7::uuid[], $8::text, $9::uuid, $10::text, $11::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT row_to_json(i.*)
FROM (SELECT q1.more AS "hasNextPage", q1.cursors[cardinality(q1.cursors)] AS "endCursor") i) AS "pageInfo", q1.j0 AS "nodes"
FROM q1) c) AS r0
