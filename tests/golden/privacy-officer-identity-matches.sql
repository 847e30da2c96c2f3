WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $3::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."noticed_at" AS "noticed_at", t1."client_id" AS "client_id", t1."earlier_id" AS "earlier_id", t1.client_id AS "subject"
FROM identity_match t1
WHERE TRUE
AND (SELECT ok
FROM live)
ORDER BY t1."noticed_at", t1."id" LIMIT 20) s LIMIT $1::bigint) p1, LATERAL (SELECT 'identity_match_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."noticed_at" AS "noticedAt", (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p2."id"), 'hex') AS "id", p2."state" AS "state", (SELECT row_to_json(r.*)
FROM (SELECT p3."name" AS "name"
FROM (SELECT t3."name" AS "name"
FROM unit t3
WHERE t3.id = p2."unit_id"
AND TRUE) p3) r) AS "unit"
FROM (SELECT t2."id" AS "id", t2."state" AS "state", t2."unit_id" AS "unit_id"
FROM client t2
WHERE t2.id = p1."client_id"
AND TRUE) p2) r) AS "client", (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p4."id"), 'hex') AS "id", p4."state" AS "state", (SELECT row_to_json(r.*)
FROM (SELECT p5."name" AS "name"
FROM (SELECT t5."name" AS "name"
FROM unit t5
WHERE t5.id = p4."unit_id"
AND TRUE) p5) r) AS "unit"
FROM (SELECT t4."id" AS "id", t4."state" AS "state", t4."unit_id" AS "unit_id"
FROM client t4
WHERE t4.id = p1."earlier_id"
AND TRUE) p4) r) AS "earlier") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $10::timestamptz, $2::uuid, $4::text, $11::text, $12::text, '{Client.id,Client.state,Client.unit,IdentityMatch.client,IdentityMatch.earlier,IdentityMatch.id,IdentityMatch.noticedAt,IdentityMatch.revision,IdentityMatch.state}'::text[], $5::uuid[], $6::text, $7::uuid, $8::text, $9::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
