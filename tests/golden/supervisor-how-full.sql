WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $8::uuid
AND a.epoch = $14::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."name" AS "name", t1."capacity" AS "capacity", t1."answer_days" AS "answer_days", t1."waitlist_days" AS "waitlist_days"
FROM unit t1
WHERE TRUE
AND (SELECT ok
FROM live)
ORDER BY t1."name", t1."id" LIMIT 10) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."name" AS "name", p1."capacity" AS "capacity", p1."answer_days" AS "answerDays", p1."waitlist_days" AS "waitlistDays") p1j0), n2 AS MATERIALIZED (SELECT t2.id, t2.client_id AS subject
FROM relationship t2
WHERE t2."unit_id" = $4::uuid
AND t2.state IN ('ACTIVE', 'ENDED')
AND t2.state = $3::text LIMIT 10000),
q2 AS MATERIALIZED (SELECT array_agg(p2.subject) FILTER (WHERE p2.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t2.client_id AS "subject"
FROM relationship t2
WHERE t2."unit_id" = $4::uuid
AND t2.state IN ('ACTIVE', 'ENDED')
AND t2.state = $5::text
AND (SELECT ok
FROM live)
ORDER BY t2."started_on", t2."id" LIMIT 0) s LIMIT $2::bigint) p2), n3 AS MATERIALIZED (SELECT *
FROM ((SELECT t3.id, coalesce(t3.client_id, t3.id) AS subject
FROM referral t3
WHERE t3."entered_by" = $8::uuid
AND t3.state IN ('DRAFT')
AND t3.state = $7::text LIMIT 10000)
UNION (SELECT t3.id, coalesce(t3.client_id, t3.id) AS subject
FROM referral t3
WHERE t3."unit_id" = $4::uuid
AND t3.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')
AND t3.state = $7::text LIMIT 10000)) t3 LIMIT 10000),
q3 AS MATERIALIZED (SELECT array_agg(p3.subject) FILTER (WHERE p3.subject IS NOT NULL) AS subjects
FROM (SELECT coalesce(t3.client_id, t3.id) AS "subject"
FROM (SELECT *
FROM ((SELECT t3."id"
FROM referral t3
WHERE t3."entered_by" = $8::uuid
AND t3.state IN ('DRAFT')
AND t3.state = $9::text
AND (SELECT ok
FROM live)
ORDER BY t3."id" LIMIT $6::bigint)
UNION (SELECT t3."id"
FROM referral t3
WHERE t3."unit_id" = $4::uuid
AND t3.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')
AND t3.state = $9::text
AND (SELECT ok
FROM live)
ORDER BY t3."id" LIMIT $6::bigint)) t3
ORDER BY t3."id" LIMIT $6::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM referral w
WHERE w.id = k.id LIMIT 1) t3
ORDER BY t3."id") p3), n4 AS MATERIALIZED (SELECT *
FROM ((SELECT t4.id, coalesce(t4.client_id, t4.id) AS subject
FROM referral t4
WHERE t4."entered_by" = $8::uuid
AND t4.state IN ('DRAFT')
AND t4.state = $11::text LIMIT 10000)
UNION (SELECT t4.id, coalesce(t4.client_id, t4.id) AS subject
FROM referral t4
WHERE t4."unit_id" = $4::uuid
AND t4.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')
AND t4.state = $11::text LIMIT 10000)) t4 LIMIT 10000),
q4 AS MATERIALIZED (SELECT coalesce(json_agg(p4j0.*), '[]') AS j0, array_agg(p4.subject) FILTER (WHERE p4.subject IS NOT NULL) AS subjects
FROM (SELECT t4."id" AS "id", t4."revision" AS "revision", t4."waitlist_until" AS "waitlist_until", (NOT (t4.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'ACCEPTED')
AND (t4.basis <> 'CONSENT'
OR (t4.consent_given_on <= $12::date
AND t4.consent_withdrawn_on IS NULL
AND (t4.consent_valid_until IS NULL
OR t4.consent_valid_until >= $12::date))) IS NOT TRUE)
OR t4."entered_by" = $8::uuid) AS "may_name", t4."last_name" AS "last_name", coalesce(t4.client_id, t4.id) AS "subject"
FROM (SELECT *
FROM ((SELECT t4."id"
FROM referral t4
WHERE t4."entered_by" = $8::uuid
AND t4.state IN ('DRAFT')
AND t4.state = $13::text
AND (SELECT ok
FROM live)
ORDER BY t4."id" LIMIT $10::bigint)
UNION (SELECT t4."id"
FROM referral t4
WHERE t4."unit_id" = $4::uuid
AND t4.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')
AND t4.state = $13::text
AND (SELECT ok
FROM live)
ORDER BY t4."id" LIMIT $10::bigint)) t4
ORDER BY t4."id" LIMIT $10::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM referral w
WHERE w.id = k.id LIMIT 1) t4
ORDER BY t4."id") p4, LATERAL (SELECT 'referral_' || encode(uuid_send(p4."id"), 'hex') AS "id", p4."revision" AS "revision", p4."waitlist_until" AS "waitlistUntil", CASE WHEN p4.may_name THEN p4."last_name" END AS "lastName") p4j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $21::timestamptz, $8::uuid, $15::text, $22::text, $23::text, '{Referral.id,Referral.lastName,Referral.revision,Referral.state:filter,Referral.totalCount,Referral.waitlistUntil,Relationship.state:filter,Relationship.totalCount}'::text[], $16::uuid[], $17::text, $18::uuid, $19::text, $20::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
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
FROM q4)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM n2) AS "totalCount") c) AS r1, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM n3) AS "totalCount") c) AS r2, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM n4) AS "totalCount", q4.j0 AS "nodes"
FROM q4) c) AS r3
