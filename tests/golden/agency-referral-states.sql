WITH
live AS (SELECT EXISTS (SELECT 1
FROM agency_client a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.revoked_at IS NULL
AND (a.expires_at IS NULL
OR a.expires_at > $6::timestamptz)) AS ok),
q1 AS MATERIALIZED (SELECT count(*) > $1::bigint AS more, array_agg(chr(2) || '0:' || encode(convert_to(p1."modified_at"::text || chr(31) || p1."id"::text, 'UTF8'), 'hex')) FILTER (WHERE p1.page_row <= $1::bigint) AS cursors, coalesce(json_agg(p1j0.*) FILTER (WHERE p1.page_row <= $1::bigint), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL
AND p1.page_row <= greatest($1::bigint, 1)) AS subjects
FROM (SELECT d.*, row_number() OVER () AS page_row
FROM (SELECT t1."modified_at" AS "modified_at", t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."decision_reason" AS "decision_reason", coalesce(t1.client_id, t1.id) AS "subject"
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
ORDER BY t1."modified_at", t1."id") d) p1, LATERAL (SELECT 'referral_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."modified_at" AS "modifiedAt", p1."decision_reason" AS "decisionReason") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $6::timestamptz, $4::uuid, $7::text, $13::text, $14::text, '{Referral.decisionReason,Referral.id,Referral.modifiedAt,Referral.modifiedAt:filter,Referral.modifiedAt:order,Referral.pageInfo,Referral.revision,Referral.state}'::text[], $8::uuid[], $9::text, $10::uuid, $11::text, $12::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT row_to_json(i.*)
FROM (SELECT q1.more AS "hasNextPage", q1.cursors[cardinality(q1.cursors)] AS "endCursor") i) AS "pageInfo", q1.j0 AS "nodes"
FROM q1) c) AS r0
