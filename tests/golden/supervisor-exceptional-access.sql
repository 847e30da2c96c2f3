WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."created_at" AS "created_at", t1."ends_at" AS "ends_at", t1."reason" AS "reason", t1."staff_member_id" AS "staff_member_id", t1."client_id" AS "client_id", t1.client_id AS "subject"
FROM (SELECT *
FROM ((SELECT t1."id"
FROM emergency_access t1
WHERE t1."account_id" = $4::uuid
AND t1.state = ANY($3::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT $1::bigint)
UNION (SELECT t1."id"
FROM emergency_access t1
WHERE t1."unit_id" = $2::uuid
AND t1.state = ANY($3::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT $1::bigint)) t1
ORDER BY t1."id" LIMIT $1::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM emergency_access w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."id") p1, LATERAL (SELECT 'emergency_access_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."created_at" AS "createdAt", p1."ends_at" AS "endsAt", p1."reason" AS "reason", (SELECT row_to_json(r.*)
FROM (SELECT p2."first_name" AS "firstName", p2."last_name" AS "lastName"
FROM (SELECT t2."first_name" AS "first_name", t2."last_name" AS "last_name"
FROM staff_member t2
WHERE t2.id = p1."staff_member_id"
AND TRUE) p2) r) AS "staffMember", (SELECT row_to_json(r.*)
FROM (SELECT p3."call_name" AS "callName", p3."last_name" AS "lastName"
FROM (SELECT t3."call_name" AS "call_name", t3."last_name" AS "last_name"
FROM client t3
WHERE t3.id = p1."client_id"
AND t3."unit_id" = $2::uuid
AND t3.state IN ('ACTIVE', 'ENDED', 'PROSPECT')) p3) r) AS "client") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $12::timestamptz, $4::uuid, $6::text, $13::text, $14::text, '{Client.callName,Client.lastName,EmergencyAccess.client,EmergencyAccess.createdAt,EmergencyAccess.endsAt,EmergencyAccess.id,EmergencyAccess.reason,EmergencyAccess.revision,EmergencyAccess.staffMember,EmergencyAccess.state,EmergencyAccess.state:filter}'::text[], $7::uuid[], $8::text, $9::uuid, $10::text, $11::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
