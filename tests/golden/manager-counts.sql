WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $19::uuid
AND a.epoch = $24::int
AND a.disabled_at IS NULL) AS ok), n1 AS MATERIALIZED (SELECT t1.id, t1.id AS subject
FROM client t1
WHERE t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND t1.state = $2::text LIMIT 10000),
q1 AS MATERIALIZED (SELECT array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1.id AS "subject"
FROM client t1
WHERE t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND t1.state = $3::text
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 0) s LIMIT $1::bigint) p1), n2 AS MATERIALIZED (SELECT t2.id, t2.id AS subject
FROM client t2
WHERE t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND t2.state = $5::text LIMIT 10000),
q2 AS MATERIALIZED (SELECT array_agg(p2.subject) FILTER (WHERE p2.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t2.id AS "subject"
FROM client t2
WHERE t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND t2.state = $6::text
AND (SELECT ok
FROM live)
ORDER BY t2."id" LIMIT 0) s LIMIT $4::bigint) p2), n3 AS MATERIALIZED (SELECT t3.id, t3.client_id AS subject
FROM relationship t3
WHERE t3.state IN ('ACTIVE', 'ENDED')
AND t3."started_on" >= $8::date
AND t3."started_on" < $9::date LIMIT 10000),
q3 AS MATERIALIZED (SELECT array_agg(p3.subject) FILTER (WHERE p3.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t3.client_id AS "subject"
FROM relationship t3
WHERE t3.state IN ('ACTIVE', 'ENDED')
AND t3."started_on" >= $10::date
AND t3."started_on" < $11::date
AND (SELECT ok
FROM live)
ORDER BY t3."started_on", t3."id" LIMIT 0) s LIMIT $7::bigint) p3), n4 AS MATERIALIZED (SELECT t4.id, t4.client_id AS subject
FROM relationship t4
WHERE t4.state IN ('ACTIVE', 'ENDED')
AND t4."ended_on" >= $13::date
AND t4."ended_on" < $14::date LIMIT 10000),
q4 AS MATERIALIZED (SELECT array_agg(p4.subject) FILTER (WHERE p4.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t4.client_id AS "subject"
FROM relationship t4
WHERE t4.state IN ('ACTIVE', 'ENDED')
AND t4."ended_on" >= $15::date
AND t4."ended_on" < $16::date
AND (SELECT ok
FROM live)
ORDER BY t4."started_on", t4."id" LIMIT 0) s LIMIT $12::bigint) p4), n5 AS MATERIALIZED (SELECT *
FROM ((SELECT t5.id, coalesce(t5.client_id, t5.id) AS subject
FROM referral t5
WHERE t5."entered_by" = $19::uuid
AND t5.state IN ('DRAFT')
AND t5.state = $18::text LIMIT 10000)
UNION (SELECT t5.id, coalesce(t5.client_id, t5.id) AS subject
FROM referral t5
WHERE t5.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')
AND t5.state = $18::text LIMIT 10000)) t5 LIMIT 10000),
q5 AS MATERIALIZED (SELECT array_agg(p5.subject) FILTER (WHERE p5.subject IS NOT NULL) AS subjects
FROM (SELECT coalesce(t5.client_id, t5.id) AS "subject"
FROM (SELECT *
FROM ((SELECT t5."id"
FROM referral t5
WHERE t5."entered_by" = $19::uuid
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
ORDER BY t5."id") p5), n6 AS MATERIALIZED (SELECT t6.id, t6.client_id AS subject
FROM contract t6
WHERE t6.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND t6.state = $22::text LIMIT 10000),
q6 AS MATERIALIZED (SELECT array_agg(p6.subject) FILTER (WHERE p6.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t6.client_id AS "subject"
FROM contract t6
WHERE t6.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND t6.state = $23::text
AND (SELECT ok
FROM live)
ORDER BY t6."starts_on", t6."id" LIMIT 0) s LIMIT $21::bigint) p6),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $31::timestamptz, $19::uuid, $25::text, $32::text, $33::text, '{Client.state:filter,Client.totalCount,Contract.state:filter,Contract.totalCount,Referral.state:filter,Referral.totalCount,Relationship.endedOn:filter,Relationship.startedOn:filter,Relationship.totalCount}'::text[], $26::uuid[], $27::text, $28::uuid, $29::text, $30::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM n1
WHERE (SELECT count(*)
FROM n1) <= 100)
UNION (SELECT unnest(q1.subjects)
FROM q1)
UNION (SELECT subject
FROM n2
WHERE (SELECT count(*)
FROM n2) <= 100)
UNION (SELECT unnest(q2.subjects)
FROM q2)
UNION (SELECT subject
FROM n3
WHERE (SELECT count(*)
FROM n3) <= 100)
UNION (SELECT unnest(q3.subjects)
FROM q3)
UNION (SELECT subject
FROM n4
WHERE (SELECT count(*)
FROM n4) <= 100)
UNION (SELECT unnest(q4.subjects)
FROM q4)
UNION (SELECT subject
FROM n5
WHERE (SELECT count(*)
FROM n5) <= 100)
UNION (SELECT unnest(q5.subjects)
FROM q5)
UNION (SELECT subject
FROM n6
WHERE (SELECT count(*)
FROM n6) <= 100)
UNION (SELECT unnest(q6.subjects)
FROM q6)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM n1) AS "totalCount") c) AS r0, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM n2) AS "totalCount") c) AS r1, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM n3) AS "totalCount") c) AS r2, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM n4) AS "totalCount") c) AS r3, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM n5) AS "totalCount") c) AS r4, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM n6) AS "totalCount") c) AS r5
