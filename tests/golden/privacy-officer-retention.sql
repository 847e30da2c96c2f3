WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $5::uuid
AND a.epoch = $6::int
AND a.disabled_at IS NULL) AS ok), n1 AS MATERIALIZED (SELECT t1.id, t1.client_id AS subject
FROM relationship t1
WHERE TRUE
AND t1."retention_due_on" < $2::date LIMIT 10000),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."state" AS "state", t1."ended_on" AS "ended_on", t1."retention_due_on" AS "retention_due_on", t1."client_id" AS "client_id", t1.client_id AS "subject"
FROM relationship t1
WHERE TRUE
AND t1."retention_due_on" < $4::date
AND (SELECT ok
FROM live)
ORDER BY t1."started_on", t1."id" LIMIT 50) s LIMIT $1::bigint) p1, LATERAL (SELECT 'relationship_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."state" AS "state", p1."ended_on" AS "endedOn", p1."retention_due_on" AS "retentionDueOn", (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p2."id"), 'hex') AS "id", (WITH
q3 AS (SELECT coalesce(json_agg(p3j0.*), '[]') AS j0
FROM (SELECT t3."state" AS "state", t3."reason" AS "reason", t3."ends_on" AS "ends_on"
FROM legal_hold t3
WHERE TRUE
AND t3."client_id" = p2."id"
ORDER BY t3."starts_on", t3."id" LIMIT $3::bigint) p3, LATERAL (SELECT p3."state" AS "state", p3."reason" AS "reason", p3."ends_on" AS "endsOn") p3j0)
SELECT row_to_json(c.*)
FROM (SELECT q3.j0 AS "nodes"
FROM q3) c) AS "legalHolds"
FROM (SELECT t2."id" AS "id"
FROM client t2
WHERE t2.id = p1."client_id"
AND TRUE) p2) r) AS "client") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $13::timestamptz, $5::uuid, $7::text, $14::text, $15::text, '{Client.id,Client.legalHolds,LegalHold.endsOn,LegalHold.reason,LegalHold.state,Relationship.client,Relationship.endedOn,Relationship.id,Relationship.retentionDueOn,Relationship.retentionDueOn:filter,Relationship.state,Relationship.totalCount}'::text[], $8::uuid[], $9::text, $10::uuid, $11::text, $12::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM n1
WHERE (SELECT count(*)
FROM n1) <= 100)
UNION (SELECT unnest(q1.subjects)
FROM q1)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT count(*)
FROM n1) AS "totalCount", q1.j0 AS "nodes"
FROM q1) c) AS r0
