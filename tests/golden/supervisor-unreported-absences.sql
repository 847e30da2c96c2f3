WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $5::uuid
AND a.epoch = $6::int
AND a.disabled_at IS NULL) AS ok), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'ABSENCE_UNREPORTED'::text AS kind, 'contract'::text AS noun, (SELECT s.day::date
FROM (SELECT (SELECT min(t5.day) + 14
FROM attendance t5
WHERE t5.contract_id = t2.id
AND t5.day > $3::date - 92
AND t5.state IN ('RECORDED', 'CONFIRMED', 'LOCKED')
AND NOT EXISTS (SELECT
FROM attendance n
WHERE n.replaces_id = t5.id
AND n.state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
AND EXISTS (SELECT
FROM term w
CROSS
JOIN jsonb_array_elements(w.facts) f
WHERE w.vocabulary = 'attendance_code'
AND w.token = t5.code
AND w.state IN ('ACTIVE', 'RETIRED')
AND f.value ->> 'name' = 'reported'
AND f.value ->> 'text' = 'YES')
AND t5.day <@ ANY (SELECT daterange(t3.starts_on, t3.ends_on, '[]')
FROM benefit_payer t3
WHERE t3.client_id = t2.client_id
AND t3.state = 'VALID'
AND t3."unit_id" = $2::uuid)
AND NOT (t5.day, t5.code) IN (SELECT t4.day, t4.code
FROM reported_absence t4
WHERE t4.contract_id = t2.id
AND t4.code IS NOT NULL
AND NOT EXISTS (SELECT
FROM reported_absence n
WHERE n.corrects_id = t4.id)
AND t4."unit_id" = $2::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t4."client_id") IS TRUE)
AND t4."unit_id" = $2::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t4."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t4."client_id") IS TRUE))
AND t5."unit_id" = $2::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t5."client_id") IS TRUE)
AND t5."unit_id" = $2::uuid
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t5."client_id") IS TRUE)) AS day) e
CROSS
JOIN LATERAL generate_series(e.day, e.day + 14, interval '1 day') s(day)
WHERE extract(isodow
FROM s.day) < 6
AND s.day::date <> ALL($4::date[])
ORDER BY s.day LIMIT 1) AS moment, t2.id AS id
FROM contract t2
WHERE (t2."unit_id" = $2::uuid
AND t2.state IN ('ACTIVE', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED'))) d
WHERE d.moment <= $3::date + 7) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint), q1_contract AS MATERIALIZED (SELECT t6."id" AS "id", t6."starts_on" AS "starts_on", t6."ends_on" AS "ends_on", t6."client_id" AS "client_id", t6.client_id AS "subject"
FROM contract t6
WHERE t6.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'contract')
AND t6."unit_id" = $2::uuid
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $13::timestamptz, $5::uuid, $7::text, $14::text, $15::text, '{Attendance.code:filter,Attendance.day:filter,BenefitPayer.endsOn:filter,BenefitPayer.startsOn:filter,Client.callName,Client.lastName,Contract.client,Contract.endsOn,Contract.id,Contract.startsOn,Contract.state:filter,ReportedAbsence.code:filter,ReportedAbsence.contract:filter,ReportedAbsence.day:filter}'::text[], $8::uuid[], $9::text, $10::uuid, $11::text, $12::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_contract)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p6."id"), 'hex') AS "id", p6."starts_on" AS "startsOn", p6."ends_on" AS "endsOn", (SELECT row_to_json(r.*)
FROM (SELECT p7."call_name" AS "callName", p7."last_name" AS "lastName"
FROM (SELECT t7."call_name" AS "call_name", t7."last_name" AS "last_name"
FROM client t7
WHERE t7.id = p6."client_id"
AND t7."unit_id" = $2::uuid
AND t7.state IN ('ACTIVE', 'ENDED', 'PROSPECT')) p7) r) AS "client") r)
FROM q1_contract p6
WHERE p6."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS r0
