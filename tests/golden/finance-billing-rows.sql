WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $3::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT count(*) > $1::bigint AS more, array_agg(chr(2) || '0:' || encode(convert_to(p1."number"::text || chr(31) || p1."id"::text, 'UTF8'), 'hex')) FILTER (WHERE p1.page_row <= $1::bigint) AS cursors, coalesce(json_agg(p1j0.*) FILTER (WHERE p1.page_row <= $1::bigint), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL
AND p1.page_row <= greatest($1::bigint, 1)) AS subjects
FROM (SELECT d.*, row_number() OVER () AS page_row
FROM (SELECT *
FROM (SELECT t1."number" AS "number", t1."id" AS "id", t1."kind" AS "kind", t1."price_cents" AS "price_cents", t1."day_count" AS "day_count", t1."minutes" AS "minutes", t1."reason" AS "reason", (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_schedule", t1."days" AS "days", t1."basis_id" AS "basis_id", t1.client_id AS "subject"
FROM billing_row t1
WHERE TRUE
AND (SELECT ok
FROM live)
ORDER BY t1."number", t1."id" LIMIT 51) s LIMIT $1::bigint + 1) d) p1, LATERAL (SELECT 'billing_row_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."number" AS "number", p1."kind" AS "kind", p1."price_cents" AS "priceCents", p1."day_count" AS "dayCount", p1."minutes" AS "minutes", p1."reason" AS "reason", CASE WHEN p1.may_schedule THEN (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT e."day" AS "day", e."count" AS "count", e."minutes" AS "minutes"
FROM jsonb_to_recordset(p1."days") AS e("day" date, "count" int, "minutes" int)) r) END AS "days", (SELECT row_to_json(r.*)
FROM (SELECT 'billing_basis_' || encode(uuid_send(p2."id"), 'hex') AS "id", p2."month" AS "month", p2."payer" AS "payer"
FROM (SELECT t2."id" AS "id", t2."month" AS "month", t2."payer" AS "payer"
FROM billing_basis t2
WHERE t2.id = p1."basis_id"
AND TRUE) p2) r) AS "basis") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $10::timestamptz, $2::uuid, $4::text, $11::text, $12::text, '{BillingRow.basis,BillingRow.dayCount,BillingRow.days,BillingRow.id,BillingRow.kind,BillingRow.minutes,BillingRow.number,BillingRow.pageInfo,BillingRow.priceCents,BillingRow.reason}'::text[], $5::uuid[], $6::text, $7::uuid, $8::text, $9::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT row_to_json(i.*)
FROM (SELECT q1.more AS "hasNextPage", q1.cursors[cardinality(q1.cursors)] AS "endCursor") i) AS "pageInfo", q1.j0 AS "nodes"
FROM q1) c) AS r0
