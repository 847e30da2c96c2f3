WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT t1."id" AS "id", t1."state" AS "state", coalesce(t1.client_id, t1.id) AS "subject"
FROM (SELECT *
FROM ((SELECT t1."id"
FROM referral t1
WHERE t1."entered_by" = $2::uuid
AND t1.state IN ('DRAFT')
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT $1::bigint)
UNION (SELECT t1."id"
FROM referral t1
WHERE t1."unit_id" = $3::uuid
AND t1.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT $1::bigint)) t1
ORDER BY t1."id" LIMIT $1::bigint) k
JOIN referral t1 ON t1.id = k.id
ORDER BY t1."id")
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c)
FROM (SELECT (SELECT count(*)
FROM (SELECT 1
FROM referral t1
WHERE ((t1."entered_by" = $2::uuid
AND t1.state IN ('DRAFT'))
OR (t1."unit_id" = $3::uuid
AND t1.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN'))) LIMIT 10000) n) AS "totalCount", (SELECT coalesce(json_agg(r), '[]')
FROM (SELECT 'referral_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."state" AS "state"
FROM q1 p1
ORDER BY p1."id") r) AS "nodes") c) AS r0
