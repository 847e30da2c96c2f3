WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."title_fi" AS "title_fi", t1."version" AS "version", t1."for_unit_id" AS "for_unit_id", t1."for_service_code" AS "for_service_code", t1."json_schema" AS "json_schema", t1."kind" AS "kind", t1."sections" AS "sections"
FROM form_template t1
WHERE t1.state IN ('PUBLISHED', 'RETIRED', 'SUPERSEDED')
AND t1.state = $2::text
AND t1."kind" = $3::text
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 10) s LIMIT $1::bigint) p1, LATERAL (SELECT 'form_template_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."title_fi" AS "titleFi", p1."version" AS "version", (SELECT row_to_json(r.*)
FROM (SELECT 'unit_' || encode(uuid_send(p2."id"), 'hex') AS "id", p2."name" AS "name"
FROM (SELECT t2."id" AS "id", t2."name" AS "name"
FROM unit t2
WHERE t2.id = p1."for_unit_id"
AND TRUE) p2) r) AS "forUnit", p1."for_service_code" AS "forServiceCode", p1."json_schema" AS "jsonSchema", (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT e."fi" AS "fi", e."read" AS "read", coalesce(e."write" IN ('add', 'modify', 'modify_care', 'modify_contact', 'modify_identity')
AND p1."kind" = 'REFERRAL'
OR e."write" IN (NULL)
AND NOT p1."kind" = 'REFERRAL', FALSE) AS "mayWrite", e."keys" AS "keys"
FROM jsonb_to_recordset(p1."sections") AS e("name" text, "fi" text, "sv" text, "en" text, "read" text, "write" text, "keys" text[])) r) AS "sections") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
