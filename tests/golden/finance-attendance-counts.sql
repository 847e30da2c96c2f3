WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $26::uuid
AND a.epoch = $27::int
AND a.disabled_at IS NULL) AS ok), n1 AS MATERIALIZED (SELECT t1.client_id AS subject
FROM attendance t1
WHERE t1.state IN ('CONFIRMED', 'LOCKED', 'RECORDED')
AND t1.state = ANY($2::text[])
AND t1."code" = $3::text
AND t1."day" >= $4::date
AND t1."day" < $5::date LIMIT 10000),
q1 AS MATERIALIZED (SELECT t1.client_id AS "subject"
FROM attendance t1
WHERE t1.state IN ('CONFIRMED', 'LOCKED', 'RECORDED')
AND t1.state = ANY($6::text[])
AND t1."code" = $7::text
AND t1."day" >= $8::date
AND t1."day" < $9::date
AND (SELECT ok
FROM live)
ORDER BY t1."day", t1."id" LIMIT $1::bigint), n2 AS MATERIALIZED (SELECT t2.client_id AS subject
FROM attendance t2
WHERE t2.state IN ('CONFIRMED', 'LOCKED', 'RECORDED')
AND t2.state = ANY($11::text[])
AND t2."code" = $12::text
AND t2."day" >= $13::date
AND t2."day" < $14::date LIMIT 10000),
q2 AS MATERIALIZED (SELECT t2.client_id AS "subject"
FROM attendance t2
WHERE t2.state IN ('CONFIRMED', 'LOCKED', 'RECORDED')
AND t2.state = ANY($15::text[])
AND t2."code" = $16::text
AND t2."day" >= $17::date
AND t2."day" < $18::date
AND (SELECT ok
FROM live)
ORDER BY t2."day", t2."id" LIMIT $10::bigint), n3 AS MATERIALIZED (SELECT t3.client_id AS subject
FROM attendance t3
WHERE t3.state IN ('CONFIRMED', 'LOCKED', 'RECORDED')
AND t3.state = ANY($20::text[])
AND t3."day" >= $21::date
AND t3."day" < $22::date LIMIT 10000),
q3 AS MATERIALIZED (SELECT t3.client_id AS "subject"
FROM attendance t3
WHERE t3.state IN ('CONFIRMED', 'LOCKED', 'RECORDED')
AND t3.state = ANY($23::text[])
AND t3."day" >= $24::date
AND t3."day" < $25::date
AND (SELECT ok
FROM live)
ORDER BY t3."day", t3."id" LIMIT $19::bigint),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", subjects, outcome)
SELECT $28::timestamptz, $29::uuid, $30::text, $31::text, $32::text, $33::text[], $34::uuid[], $35::text, $36::uuid, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM n1
WHERE (SELECT count(*)
FROM n1) <= 100)
UNION (SELECT subject
FROM q1)
UNION (SELECT subject
FROM n2
WHERE (SELECT count(*)
FROM n2) <= 100)
UNION (SELECT subject
FROM q2)
UNION (SELECT subject
FROM n3
WHERE (SELECT count(*)
FROM n3) <= 100)
UNION (SELECT subject
FROM q3)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c)
FROM (SELECT (SELECT count(*)
FROM n1) AS "totalCount") c) AS r0, (SELECT row_to_json(c)
FROM (SELECT (SELECT count(*)
FROM n2) AS "totalCount") c) AS r1, (SELECT row_to_json(c)
FROM (SELECT (SELECT count(*)
FROM n3) AS "totalCount") c) AS r2
