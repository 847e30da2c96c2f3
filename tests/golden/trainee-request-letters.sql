WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT t1."occasion" AS "occasion", t1."text" AS "text", t1."told_how" AS "told_how", t1."told_on" AS "told_on", t1.client_id AS "subject"
FROM request_letter t1
WHERE t1."client_id" = $2::uuid
AND t1.state IN ('TOLD')
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT $1::bigint),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $5::timestamptz, $6::uuid, $7::text, $8::text, $9::text, '{RequestLetter.occasion,RequestLetter.text,RequestLetter.toldHow,RequestLetter.toldOn}'::text[], $10::uuid[], $11::text, $12::uuid, $13::text, $14::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c)
FROM (SELECT (SELECT coalesce(json_agg(r), '[]')
FROM (SELECT p1."occasion" AS "occasion", p1."text" AS "text", p1."told_how" AS "toldHow", p1."told_on" AS "toldOn"
FROM q1 p1) r) AS "nodes") c) AS r0
