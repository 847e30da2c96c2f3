WITH
live AS (SELECT EXISTS (SELECT 1
FROM agency_client a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.revoked_at IS NULL
AND (a.expires_at IS NULL
OR a.expires_at > $6::timestamptz)) AS ok),
q1 AS MATERIALIZED (SELECT t1."modified_at" AS "modified_at", t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."decision_reason" AS "decision_reason", coalesce(t1.client_id, t1.id) AS "subject"
FROM (SELECT *
FROM ((SELECT t1."modified_at", t1."id"
FROM referral t1
WHERE t1."agency_id" = $3::uuid
AND t1."modified_at" >= $2::timestamptz
AND (SELECT ok
FROM live)
ORDER BY t1."modified_at", t1."id" LIMIT $1::bigint + 1)
UNION (SELECT t1."modified_at", t1."id"
FROM referral t1
WHERE t1."entered_by" = $4::uuid
AND t1.state IN ('DRAFT')
AND t1."modified_at" >= $2::timestamptz
AND (SELECT ok
FROM live)
ORDER BY t1."modified_at", t1."id" LIMIT $1::bigint + 1)) t1
ORDER BY t1."modified_at", t1."id" LIMIT $1::bigint + 1) k
CROSS
JOIN LATERAL (SELECT *
FROM referral w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."modified_at", t1."id"),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $7::timestamptz, $8::uuid, $9::text, $10::text, $11::text, '{Referral.decisionReason,Referral.id,Referral.modifiedAt,Referral.modifiedAt:filter,Referral.modifiedAt:order,Referral.pageInfo,Referral.revision,Referral.state}'::text[], $12::uuid[], $13::text, $14::uuid, $15::text, $16::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1
ORDER BY "modified_at", "id" LIMIT $1::bigint)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c)
FROM (SELECT (SELECT row_to_json(i)
FROM (SELECT (SELECT count(*) > $1::bigint
FROM q1) AS "hasNextPage", (SELECT chr(2) || '0:' || encode(convert_to(p1."modified_at"::text || chr(31) || p1."id"::text, 'UTF8'), 'hex')
FROM (SELECT *
FROM q1 p1
ORDER BY p1."modified_at", p1."id" LIMIT $1::bigint) p1
ORDER BY p1."modified_at" DESC, p1."id" DESC LIMIT 1) AS "endCursor") i) AS "pageInfo", (SELECT coalesce(json_agg(r), '[]')
FROM (SELECT 'referral_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."modified_at" AS "modifiedAt", p1."decision_reason" AS "decisionReason"
FROM q1 p1
ORDER BY p1."modified_at", p1."id" LIMIT $1::bigint) r) AS "nodes") c) AS r0
