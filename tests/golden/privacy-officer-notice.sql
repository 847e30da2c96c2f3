WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $3::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT t1."version" AS "version", t1."state" AS "state", t1."effective_on" AS "effective_on", t1."data_kept" AS "data_kept"
FROM privacy_notice t1
WHERE t1.id = $1::uuid
AND TRUE
AND (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(r.*)
FROM (SELECT p1."version" AS "version", p1."state" AS "state", p1."effective_on" AS "effectiveOn", (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT e."typeFi" AS "typeFi", e."fi" AS "fi", e."category" AS "category", e."sources" AS "sources"
FROM jsonb_to_recordset(p1."data_kept") AS e("contentType" text, "typeFi" text, "typeSv" text, "typeEn" text, "field" text, "fi" text, "sv" text, "en" text, "category" text, "sources" text, "form" text, "sectionFi" text, "sectionSv" text, "sectionEn" text, "read" text, "write" text)) r) AS "dataKept"
FROM q1 p1) r) AS r0
