WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $3::int
AND a.disabled_at IS NULL) AS ok),
q1 AS (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."title" AS "title", t1."state" AS "state", t1."noticed_at" AS "noticed_at", t1."due_at" AS "due_at", t1."overdue_at" AS "overdue_at", t1."risk" AS "risk", t1."reported_at" AS "reported_at", t1."authority_reference" AS "authority_reference", t1."persons_found" AS "persons_found", t1."letters_drafted" AS "letters_drafted"
FROM data_breach t1
WHERE TRUE
AND (SELECT ok
FROM live)
ORDER BY t1."due_at" DESC, t1."id" DESC LIMIT 25) s LIMIT $1::bigint) p1, LATERAL (SELECT 'data_breach_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."title" AS "title", p1."state" AS "state", p1."noticed_at" AS "noticedAt", p1."due_at" AS "dueAt", p1."overdue_at" AS "overdueAt", p1."risk" AS "risk", p1."reported_at" AS "reportedAt", p1."authority_reference" AS "authorityReference", p1."persons_found" AS "personsFound", p1."letters_drafted" AS "lettersDrafted") p1j0)
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
