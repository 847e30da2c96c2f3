WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $5::uuid
AND a.epoch = $6::int
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
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."occurred_at" AS "occurred_at", t1."group_key" AS "group_key", t1."visibility" AS "visibility", (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_care", t1."body" AS "body", t1."client_id" AS "client_id", t1.client_id AS "subject"
FROM (SELECT *
FROM ((SELECT t1."occurred_at", t1."id"
FROM coaching_note t1
WHERE t1."created_by" = $5::uuid
AND t1.state IN ('DRAFT')
AND t1."group_key" IS NOT NULL
AND (SELECT ok
FROM live)
ORDER BY t1."occurred_at", t1."id" LIMIT $1::bigint)
UNION (SELECT t1.*
FROM (SELECT DISTINCT id
FROM (SELECT id
FROM by_caseload) i(id)) m1(id)
CROSS
JOIN LATERAL (SELECT t1."occurred_at", t1."id"
FROM coaching_note t1
WHERE t1."client_id" = m1.id
AND t1.state IN ('AMENDED', 'SIGNED')
AND t1."group_key" IS NOT NULL
AND (SELECT ok
FROM live)
ORDER BY t1."occurred_at", t1."id" LIMIT $1::bigint) t1
ORDER BY t1."occurred_at", t1."id" LIMIT $1::bigint)) t1
ORDER BY t1."occurred_at", t1."id" LIMIT $1::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM coaching_note w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."occurred_at", t1."id") p1, LATERAL (SELECT 'coaching_note_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."occurred_at" AS "occurredAt", p1."group_key" AS "groupKey", p1."visibility" AS "visibility", CASE WHEN p1.may_care THEN p1."body" END AS "body", (SELECT row_to_json(r.*)
FROM (SELECT p2."call_name" AS "callName", p2."last_name" AS "lastName"
FROM (SELECT t2."call_name" AS "call_name", t2."last_name" AS "last_name"
FROM client t2
WHERE t2.id = p1."client_id"
AND ((t2."id" IN (SELECT id
FROM by_caseload)
AND t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t2."unit_id" = $4::uuid
AND t2.state IN ('ACTIVE', 'PROSPECT')))) p2) r) AS "client") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $13::timestamptz, $5::uuid, $7::text, $14::text, $15::text, '{Client.callName,Client.lastName,CoachingNote.body,CoachingNote.client,CoachingNote.groupKey,CoachingNote.groupKey:filter,CoachingNote.id,CoachingNote.occurredAt,CoachingNote.revision,CoachingNote.state,CoachingNote.visibility}'::text[], $8::uuid[], $9::text, $10::uuid, $11::text, $12::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
