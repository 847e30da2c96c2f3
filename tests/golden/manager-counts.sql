WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $18::uuid
AND a.epoch = $24::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT t1.id AS "subject"
FROM client t1
WHERE t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND t1.state = $3::text
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT $1::bigint),
q2 AS MATERIALIZED (SELECT t2.id AS "subject"
FROM client t2
WHERE t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND t2.state = $6::text
AND (SELECT ok
FROM live)
ORDER BY t2."id" LIMIT $4::bigint),
q3 AS MATERIALIZED (SELECT t3.client_id AS "subject"
FROM relationship t3
WHERE t3.state IN ('ACTIVE', 'ENDED')
AND t3."started_on" >= $10::date
AND t3."started_on" < $11::date
AND (SELECT ok
FROM live)
ORDER BY t3."started_on", t3."id" LIMIT $7::bigint),
q4 AS MATERIALIZED (SELECT t4.client_id AS "subject"
FROM relationship t4
WHERE t4.state IN ('ACTIVE', 'ENDED')
AND t4."ended_on" >= $15::date
AND t4."ended_on" < $16::date
AND (SELECT ok
FROM live)
ORDER BY t4."started_on", t4."id" LIMIT $12::bigint),
q5 AS MATERIALIZED (SELECT coalesce(t5.client_id, t5.id) AS "subject"
FROM (SELECT *
FROM ((SELECT t5."id"
FROM referral t5
WHERE t5."entered_by" = $18::uuid
AND t5.state IN ('DRAFT')
AND t5.state = $20::text
AND (SELECT ok
FROM live)
ORDER BY t5."id" LIMIT $17::bigint)
UNION (SELECT t5."id"
FROM referral t5
WHERE t5.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')
AND t5.state = $20::text
AND (SELECT ok
FROM live)
ORDER BY t5."id" LIMIT $17::bigint)) t5
ORDER BY t5."id" LIMIT $17::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM referral w
WHERE w.id = k.id LIMIT 1) t5
ORDER BY t5."id"),
q6 AS MATERIALIZED (SELECT t6.client_id AS "subject"
FROM contract t6
WHERE t6.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED')
AND t6.state = $23::text
AND (SELECT ok
FROM live)
ORDER BY t6."starts_on", t6."id" LIMIT $21::bigint)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c)
FROM (SELECT (SELECT count(*)
FROM (SELECT 1
FROM client t1
WHERE t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND t1.state = $2::text LIMIT 10000) n) AS "totalCount") c) AS r0, (SELECT row_to_json(c)
FROM (SELECT (SELECT count(*)
FROM (SELECT 1
FROM client t2
WHERE t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND t2.state = $5::text LIMIT 10000) n) AS "totalCount") c) AS r1, (SELECT row_to_json(c)
FROM (SELECT (SELECT count(*)
FROM (SELECT 1
FROM relationship t3
WHERE t3.state IN ('ACTIVE', 'ENDED')
AND t3."started_on" >= $8::date
AND t3."started_on" < $9::date LIMIT 10000) n) AS "totalCount") c) AS r2, (SELECT row_to_json(c)
FROM (SELECT (SELECT count(*)
FROM (SELECT 1
FROM relationship t4
WHERE t4.state IN ('ACTIVE', 'ENDED')
AND t4."ended_on" >= $13::date
AND t4."ended_on" < $14::date LIMIT 10000) n) AS "totalCount") c) AS r3, (SELECT row_to_json(c)
FROM (SELECT (SELECT count(*)
FROM (SELECT 1
FROM referral t5
WHERE ((t5."entered_by" = $18::uuid
AND t5.state IN ('DRAFT'))
OR (t5.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')))
AND t5.state = $19::text LIMIT 10000) n) AS "totalCount") c) AS r4, (SELECT row_to_json(c)
FROM (SELECT (SELECT count(*)
FROM (SELECT 1
FROM contract t6
WHERE t6.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED')
AND t6.state = $22::text LIMIT 10000) n) AS "totalCount") c) AS r5
