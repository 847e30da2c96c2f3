WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."kind" AS "kind", t1."purpose" AS "purpose", t1."version" AS "version", t1."title_fi" AS "title_fi", t1."body_fi" AS "body_fi", t1."starts_on" AS "starts_on", t1."published_at" AS "published_at"
FROM agreement_text t1
WHERE TRUE
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 25) s LIMIT $1::bigint) p1, LATERAL (SELECT 'agreement_text_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."kind" AS "kind", p1."purpose" AS "purpose", p1."version" AS "version", p1."title_fi" AS "titleFi", p1."body_fi" AS "bodyFi", p1."starts_on" AS "startsOn", p1."published_at" AS "publishedAt", (WITH
q2 AS (SELECT coalesce(json_agg(p2j0.*), '[]') AS j0
FROM (SELECT t2."id" AS "id", t2."state" AS "state", t2."version" AS "version"
FROM agreement_text t2
WHERE TRUE
AND t2."copy_of_id" = p1."id"
ORDER BY t2."id" LIMIT $2::bigint) p2, LATERAL (SELECT 'agreement_text_' || encode(uuid_send(p2."id"), 'hex') AS "id", p2."state" AS "state", p2."version" AS "version") p2j0)
SELECT row_to_json(c.*)
FROM (SELECT q2.j0 AS "nodes"
FROM q2) c) AS "copies") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
