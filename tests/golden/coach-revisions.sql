WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $13::int
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
q1 AS MATERIALIZED (SELECT t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.processing_restriction) AS "may_modify", t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.processing_restriction) AS "may_modify_care", t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.processing_restriction) AS "may_modify_contact", t1."id" AS "id", t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.processing_restriction) AS "may_identity", t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.processing_restriction) AS "may_care", t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'PROSPECT')
AND (NOT t1.safety_restriction)
AND (NOT t1.processing_restriction) AS "may_contact", t1.id AS "subject"
FROM client t1
WHERE t1.id = $11::uuid
AND ((t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t1."unit_id" = $12::uuid
AND t1.state IN ('ACTIVE', 'PROSPECT')))
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $20::timestamptz, $3::uuid, $14::text, $21::text, $22::text, '{Client.revisions}'::text[], $15::uuid[], $16::text, $17::uuid, $18::text, $19::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(r.*)
FROM (SELECT CASE WHEN (p1.may_modify
OR p1.may_modify_care
OR p1.may_modify_contact) THEN (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT h.revision AS "revision", h.at AS "at", h.actor_name AS "actorName", ($4::text::json -> h.action) AS "titles", (SELECT coalesce(json_agg(f.*), '[]')
FROM (SELECT c.key AS "field", ($5::text::json -> split_part(c.key, '.', 1)) AS "titles", (SELECT row_to_json(v.*)
FROM (SELECT CASE WHEN c.key IN ('personalIdentityCode', 'mergedIntoId', 'unitId')
OR c.value->'before' IS NULL THEN '[]'::json ELSE to_json(chr(2) || json_build_object('value', c.value->'before', 'shape', $6::text::json -> c.key, 'keys', $7::text::json)::text) END AS "lines", CASE WHEN c.key IN ('gender', 'state', 'motherTongue', 'serviceLanguage', 'municipality', 'country') THEN (SELECT coalesce(json_agg(k.*), '[]')
FROM (SELECT e.token AS "token", coalesce($9::text::json -> c.key -> e.token, (SELECT json_build_object('fi', w.title_fi)
FROM term w
WHERE w.vocabulary = $8::text::json ->> c.key
AND w.token = e.token
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY coalesce(w.starts_on <= (h.at AT TIME ZONE 'Europe/Helsinki')::date, TRUE) DESC, w.starts_on DESC NULLS LAST, w.published_at DESC NULLS LAST, w.id DESC LIMIT 1)) AS "titles"
FROM jsonb_array_elements_text(CASE jsonb_typeof(c.value->'before') WHEN 'array' THEN c.value->'before' WHEN 'null' THEN '[]' ELSE jsonb_build_array(c.value->'before') END) e(token)) k) ELSE '[]' END AS "codes") v) AS "before", (SELECT row_to_json(v.*)
FROM (SELECT CASE WHEN c.key IN ('personalIdentityCode', 'mergedIntoId', 'unitId')
OR c.value->'after' IS NULL THEN '[]'::json ELSE to_json(chr(2) || json_build_object('value', c.value->'after', 'shape', $6::text::json -> c.key, 'keys', $7::text::json)::text) END AS "lines", CASE WHEN c.key IN ('gender', 'state', 'motherTongue', 'serviceLanguage', 'municipality', 'country') THEN (SELECT coalesce(json_agg(k.*), '[]')
FROM (SELECT e.token AS "token", coalesce($9::text::json -> c.key -> e.token, (SELECT json_build_object('fi', w.title_fi)
FROM term w
WHERE w.vocabulary = $8::text::json ->> c.key
AND w.token = e.token
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY coalesce(w.starts_on <= (h.at AT TIME ZONE 'Europe/Helsinki')::date, TRUE) DESC, w.starts_on DESC NULLS LAST, w.published_at DESC NULLS LAST, w.id DESC LIMIT 1)) AS "titles"
FROM jsonb_array_elements_text(CASE jsonb_typeof(c.value->'after') WHEN 'array' THEN c.value->'after' WHEN 'null' THEN '[]' ELSE jsonb_build_array(c.value->'after') END) e(token)) k) ELSE '[]' END AS "codes") v) AS "after"
FROM jsonb_each(h.changes) c
WHERE (c.value->'before' IS DISTINCT
FROM c.value->'after'
OR c.value->'sealed' IS NOT NULL)
AND ((p1.may_modify
AND c.key IN ('callName', 'confirmedDistinct', 'firstNames', 'lastName'))
OR (p1.may_care
AND p1.may_modify_care
AND c.key IN ('attachments', 'gender', 'interpreterNeeded', 'motherTongue', 'representatives', 'serviceLanguage'))
OR (p1.may_contact
AND p1.may_modify_contact
AND c.key IN ('city', 'country', 'email', 'emergencyContact', 'municipality', 'phones', 'postalCode', 'streetAddress'))
OR c.key IN ('state'))
ORDER BY c.key) f) AS "changes"
FROM history h
WHERE h.object_id = p1."id"
AND EXISTS (SELECT
FROM jsonb_each(h.changes) c
WHERE (c.value->'before' IS DISTINCT
FROM c.value->'after'
OR c.value->'sealed' IS NOT NULL)
AND ((p1.may_modify
AND c.key IN ('callName', 'confirmedDistinct', 'firstNames', 'lastName'))
OR (p1.may_care
AND p1.may_modify_care
AND c.key IN ('attachments', 'gender', 'interpreterNeeded', 'motherTongue', 'representatives', 'serviceLanguage'))
OR (p1.may_contact
AND p1.may_modify_contact
AND c.key IN ('city', 'country', 'email', 'emergencyContact', 'municipality', 'phones', 'postalCode', 'streetAddress'))
OR c.key IN ('state')))
AND (h.actor = $3::uuid
OR (SELECT v.stored->>'state'
FROM version v
WHERE v.object_id = h.object_id
AND v.revision = h.revision
ORDER BY v.id DESC LIMIT 1) IN ('PROSPECT', 'ACTIVE', 'ENDED'))
ORDER BY h.revision DESC, h.id DESC LIMIT $10::bigint) r) END AS "revisions"
FROM q1 p1) r) AS r0
