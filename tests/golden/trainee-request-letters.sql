WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."occasion" AS "occasion", t1."text" AS "text", t1."told_how" AS "told_how", t1."told_on" AS "told_on", t1.client_id AS "subject"
FROM request_letter t1
WHERE t1."client_id" = $2::uuid
AND t1.state IN ('TOLD')
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 20) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."occasion" AS "occasion", p1."text" AS "text", p1."told_how" AS "toldHow", p1."told_on" AS "toldOn") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $11::timestamptz, $3::uuid, $5::text, $12::text, $13::text, '{RequestLetter.occasion,RequestLetter.text,RequestLetter.toldHow,RequestLetter.toldOn}'::text[], $6::uuid[], $7::text, $8::uuid, $9::text, $10::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
