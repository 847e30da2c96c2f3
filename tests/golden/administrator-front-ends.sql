WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $3::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."name" AS "name", t1."public_id" AS "public_id", t1."is_confidential" AS "is_confidential", t1."redirect_uris" AS "redirect_uris", t1."origins" AS "origins", t1."scopes" AS "scopes", t1."revoked_at" AS "revoked_at"
FROM front_end_client t1
WHERE TRUE
AND (SELECT ok
FROM live)
ORDER BY t1."id" LIMIT 50) s LIMIT $1::bigint) p1, LATERAL (SELECT 'front_end_client_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."name" AS "name", p1."public_id" AS "publicId", p1."is_confidential" AS "isConfidential", p1."redirect_uris" AS "redirectUris", p1."origins" AS "origins", p1."scopes" AS "scopes", p1."revoked_at" AS "revokedAt") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
