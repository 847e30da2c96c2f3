WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $3::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."block" AS "block", t1."entries" AS "entries", t1."tip" AS "tip", t1."signed_at" AS "signed_at", t1."key_id" AS "key_id", t1."public_key" AS "public_key", t1."token" AS "token"
FROM log_checkpoint t1
WHERE TRUE
AND (SELECT ok
FROM live)
ORDER BY t1."block" DESC, t1."id" DESC LIMIT 5) s LIMIT $1::bigint) p1, LATERAL (SELECT p1."block" AS "block", p1."entries" AS "entries", p1."tip" AS "tip", p1."signed_at" AS "signedAt", p1."key_id" AS "keyId", p1."public_key" AS "publicKey", p1."token" AS "token") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
