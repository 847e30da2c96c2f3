WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."name" AS "name", t1."organisation_id" AS "organisation_id", t1."purpose" AS "purpose", t1."legal_basis" AS "legal_basis", t1."retention_years" AS "retention_years", t1."contact_name" AS "contact_name", t1."contact_email" AS "contact_email", t1."id" AS "id"
FROM register t1
WHERE TRUE
AND (SELECT ok
FROM live)
ORDER BY t1."name", t1."id" LIMIT 10) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."name" AS "name", (SELECT row_to_json(r.*)
FROM (SELECT p2."name" AS "name", p2."business_id" AS "businessId"
FROM (SELECT t2."name" AS "name", t2."business_id" AS "business_id"
FROM organisation t2
WHERE t2.id = p1."organisation_id"
AND TRUE) p2) r) AS "organisation", p1."purpose" AS "purpose", p1."legal_basis" AS "legalBasis", p1."retention_years" AS "retentionYears", p1."contact_name" AS "contactName", p1."contact_email" AS "contactEmail", (WITH
q3 AS (SELECT coalesce(json_agg(p3j0.*), '[]') AS j0
FROM (SELECT t3."state" AS "state", t3."retention_years" AS "retention_years", t3."passive_after_months" AS "passive_after_months", t3."log_mode" AS "log_mode", t3."log_years" AS "log_years", t3."basis" AS "basis", t3."published_at" AS "published_at"
FROM register_law t3
WHERE TRUE
AND t3."register_id" = p1."id"
ORDER BY t3."id" LIMIT $2::bigint) p3, LATERAL (SELECT p3."state" AS "state", p3."retention_years" AS "retentionYears", p3."passive_after_months" AS "passiveAfterMonths", p3."log_mode" AS "logMode", p3."log_years" AS "logYears", p3."basis" AS "basis", p3."published_at" AS "publishedAt") p3j0)
SELECT row_to_json(c.*)
FROM (SELECT q3.j0 AS "nodes"
FROM q3) c) AS "laws") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
