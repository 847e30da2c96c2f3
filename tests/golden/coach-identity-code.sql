WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $7::uuid
AND a.epoch = $8::int
AND a.disabled_at IS NULL) AS ok),
by_caseload(id) AS MATERIALIZED (SELECT c.client_id
FROM relationship c
WHERE c.responsible_coach_id = $2::uuid
AND c.state IN ('ACTIVE', 'ENDED')
UNION ALL
SELECT s.client_id
FROM substitution s
WHERE s.staff_member_id = $2::uuid
AND s.state = 'VALID'
AND s.starts_on <= $3::date
AND (s.ends_before IS NULL
OR s.ends_before > $3::date)),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT t1."id" AS "id", t1."call_name" AS "call_name", t1."last_name" AS "last_name", t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.processing_restriction) AS "may_identity", t1."personal_identity_code" AS "personal_identity_code", t1."date_of_birth" AS "date_of_birth", t1.id AS "subject"
FROM (SELECT *
FROM ((SELECT t1."sort_key", t1."id"
FROM client t1
WHERE t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND ((t1.identity_index = $4::bytea
OR t1.identity_index_even = $5::bytea)
AND t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.processing_restriction))
AND (SELECT ok
FROM live)
ORDER BY t1."sort_key", t1."id" LIMIT $1::bigint)
UNION (SELECT t1."sort_key", t1."id"
FROM client t1
WHERE t1."unit_id" = $6::uuid
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND ((t1.identity_index = $4::bytea
OR t1.identity_index_even = $5::bytea)
AND t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.processing_restriction))
AND (SELECT ok
FROM live)
ORDER BY t1."sort_key", t1."id" LIMIT $1::bigint)) t1
ORDER BY t1."sort_key", t1."id" LIMIT $1::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM client w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."sort_key", t1."id") p1, LATERAL (SELECT 'client_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."call_name" AS "callName", p1."last_name" AS "lastName", CASE WHEN p1.may_identity THEN chr(1) || 'client.personal_identity_code:' || encode(uuid_send(p1."id"), 'hex') || ':' || encode(p1."personal_identity_code", 'hex') END AS "personalIdentityCode", CASE WHEN p1.may_identity THEN p1."date_of_birth" END AS "dateOfBirth") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $15::timestamptz, $7::uuid, $9::text, $16::text, $17::text, '{Client.callName,Client.dateOfBirth,Client.id,Client.identityCode,Client.lastName,Client.personalIdentityCode,Client.personalIdentityCode:search}'::text[], $10::uuid[], $11::text, $12::uuid, $13::text, $14::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
