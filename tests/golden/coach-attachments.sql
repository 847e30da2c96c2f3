WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $7::uuid
AND a.epoch = $8::int
AND a.disabled_at IS NULL) AS ok),
by_caseload(id) AS MATERIALIZED (SELECT c.client_id
FROM relationship c
WHERE c.responsible_coach_id = $1::uuid
AND c.state IN ('ACTIVE', 'ENDED')
UNION ALL
SELECT s.client_id
FROM substitution s
WHERE s.staff_member_id = $1::uuid
AND s.state = 'VALID'
AND s.starts_on <= $2::date
AND (s.ends_before IS NULL
OR s.ends_before > $2::date)),
q1 AS MATERIALIZED (SELECT t1."call_name" AS "call_name", t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.processing_restriction) AS "may_care", t1."id" AS "id", t1.id AS "subject"
FROM client t1
WHERE t1.id = $5::uuid
AND ((t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t1."unit_id" = $6::uuid
AND t1.state IN ('ACTIVE', 'PROSPECT')))
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $15::timestamptz, $7::uuid, $9::text, $16::text, $17::text, '{Client.attachments,Client.callName}'::text[], $10::uuid[], $11::text, $12::uuid, $13::text, $14::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(r.*)
FROM (SELECT p1."call_name" AS "callName", CASE WHEN p1.may_care THEN (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT 'attachment_' || encode(uuid_send(f.id), 'hex') AS "id", f.name AS "name", f.media_type AS "mediaType", f.size AS "size", f.added_at AS "addedAt", f.added_by_name AS "addedBy", f.scanned_at AS "scannedAt", f.finding IS NOT NULL AS "quarantined", '/files/' || encode(uuid_send(f.id), 'hex') || '?until=' || $4::bigint::text || '&signature=' || translate(encode(substr(sha256($3::bytea || sha256($3::bytea || convert_to('GET|' || encode(uuid_send(f.id), 'hex') || '|' || $4::bigint::text, 'UTF8'))), 1, 16), 'base64'), E'+/=\n', '-_') AS "link"
FROM attachment f
WHERE f.object_id = p1."id"
AND f.uploaded_at IS NOT NULL
ORDER BY f.id LIMIT 200) r) END AS "attachments"
FROM q1 p1) r) AS r0
