WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."asked_by_name" AS "asked_by_name", t1."lines_read" AS "lines_read", t1."lines_expected" AS "lines_expected", t1."written" AS "written", t1."unchanged" AS "unchanged", t1."refused" AS "refused", t1."refusal" AS "refusal"
FROM client_import t1
WHERE t1."unit_id" = $3::uuid
AND (SELECT ok
FROM live)
ORDER BY t1."id" DESC LIMIT 10) s LIMIT $1::bigint) p1, LATERAL (SELECT 'client_import_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."asked_by_name" AS "askedByName", p1."lines_read" AS "linesRead", p1."lines_expected" AS "linesExpected", p1."written" AS "written", p1."unchanged" AS "unchanged", p1."refused" AS "refused", p1."refusal" AS "refusal", (WITH
q2 AS (SELECT coalesce(json_agg(p2j0.*), '[]') AS j0
FROM (SELECT t2."line" AS "line", t2."field" AS "field", t2."code" AS "code", t2."reason" AS "reason"
FROM import_refusal t2
WHERE t2."unit_id" = $3::uuid
AND t2."client_import_id" = p1."id"
ORDER BY t2."line", t2."id" LIMIT $2::bigint) p2, LATERAL (SELECT p2."line" AS "line", p2."field" AS "field", p2."code" AS "code", p2."reason" AS "reason") p2j0)
SELECT row_to_json(c.*)
FROM (SELECT q2.j0 AS "nodes"
FROM q2) c) AS "refusals") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
