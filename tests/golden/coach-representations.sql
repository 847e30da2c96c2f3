WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $8::int
AND a.disabled_at IS NULL) AS ok),
by_caseload(id) AS MATERIALIZED (SELECT c.client_id
FROM relationship c
WHERE c.responsible_coach_id = $2::uuid
AND c.state IN ('ACTIVE', 'ENDED')
UNION ALL
SELECT s.client_id
FROM substitution s
WHERE s.staff_member_id = $2::uuid
AND s.state = 'VALID'
AND s.starts_on <= $3::date
AND (s.ends_before IS NULL
OR s.ends_before > $3::date)),
q1 AS MATERIALIZED (SELECT t1."call_name" AS "call_name", t1."id" AS "id", t1."processing_restriction" AS "processing_restriction", t1."id" IN (SELECT id
FROM by_caseload) AS "in_caseload", t1.id AS "subject"
FROM client t1
WHERE t1.id = $6::uuid
AND ((t1."id" IN (SELECT id
FROM by_caseload)
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t1."unit_id" = $7::uuid
AND t1.state IN ('ACTIVE', 'PROSPECT')))
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $15::timestamptz, $4::uuid, $9::text, $16::text, $17::text, '{Client.callName,Client.representations,Client.tellingRefusals,Representation.firstNames,Representation.kind,Representation.lastName,Representation.matters,Representation.safetyRestriction,Representation.state,Representation.validFrom,Representation.validUntil,TellingRefusal.decidedOn,TellingRefusal.matters,TellingRefusal.state}'::text[], $10::uuid[], $11::text, $12::uuid, $13::text, $14::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(r.*)
FROM (SELECT p1."call_name" AS "callName", (WITH
q2 AS (SELECT coalesce(json_agg(p2j0.*), '[]') AS j0
FROM (SELECT t2."state" AS "state", t2."kind" AS "kind", t2."first_names" AS "first_names", t2."last_name" AS "last_name", t2."matters" AS "matters", t2."valid_from" AS "valid_from", t2."valid_until" AS "valid_until", p1.in_caseload
AND (NOT p1."processing_restriction") AS "may_care", t2."safety_restriction" AS "safety_restriction"
FROM representation t2
WHERE ((t2."account_id" = $4::uuid
AND t2.state IN ('IN_FORCE'))
OR (p1.in_caseload))
AND t2."client_id" = p1."id"
ORDER BY t2."id" LIMIT $1::bigint) p2, LATERAL (SELECT p2."state" AS "state", p2."kind" AS "kind", p2."first_names" AS "firstNames", p2."last_name" AS "lastName", p2."matters" AS "matters", p2."valid_from" AS "validFrom", p2."valid_until" AS "validUntil", CASE WHEN p2.may_care THEN p2."safety_restriction" END AS "safetyRestriction") p2j0)
SELECT row_to_json(c.*)
FROM (SELECT q2.j0 AS "nodes"
FROM q2) c) AS "representations", (WITH
q3 AS (SELECT coalesce(json_agg(p3j0.*), '[]') AS j0
FROM (SELECT t3."state" AS "state", t3."matters" AS "matters", t3."decided_on" AS "decided_on"
FROM telling_refusal t3
WHERE p1.in_caseload
AND t3."client_id" = p1."id"
ORDER BY t3."id" LIMIT $5::bigint) p3, LATERAL (SELECT p3."state" AS "state", p3."matters" AS "matters", p3."decided_on" AS "decidedOn") p3j0)
SELECT row_to_json(c.*)
FROM (SELECT q3.j0 AS "nodes"
FROM q3) c) AS "tellingRefusals"
FROM q1 p1) r) AS r0
