WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $8::uuid
AND a.epoch = $9::int
AND a.disabled_at IS NULL) AS ok), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DAY_RECORDED'::text AS kind, 'attendance'::text AS noun, t2.recorded_at AS moment, t2.id AS id
FROM attendance t2
WHERE (t2."workplace_id" = $4::uuid
AND t2.state IN ('CONFIRMED', 'LOCKED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'contract'::text AS noun, t3.modified_at AS moment, t3.id AS id
FROM contract t3
WHERE (t3."workplace_id" = $4::uuid)
AND (t3.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t3."client_id") IS TRUE))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)) w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint), q1_attendance AS MATERIALIZED (SELECT t4."id" AS "id", t4."day" AS "day", t4."presence" AS "presence", t4."contract_id" AS "contract_id", t4.client_id AS "subject"
FROM attendance t4
WHERE t4.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'attendance')
AND t4."workplace_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t4."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t4."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q1_contract AS MATERIALIZED (SELECT t5."id" AS "id", t5."state" AS "state", t5."call_name" AS "call_name", t5.client_id AS "subject"
FROM contract t5
WHERE t5.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'contract')
AND t5."workplace_id" = $4::uuid
AND t5.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t5."client_id") IS TRUE)
AND (SELECT ok
FROM live)), w7 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'DAY_TO_RECORD'::text AS kind, 'attendance'::text AS noun, t8.day AS moment, t8.id AS id
FROM attendance t8
WHERE (t8."workplace_id" = $4::uuid
AND t8.state IN ('PLANNED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t8."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t8."client_id") IS TRUE))) d
WHERE d.moment <= $6::date + 0) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $5::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONTRACT_TO_SIGN'::text AS kind, 'contract'::text AS noun, coalesce(t9.starts_on, DATE '9999-01-01') AS moment, t9.id AS id
FROM contract t9
WHERE (t9."workplace_id" = $4::uuid
AND t9.state IN ('AWAITING_SIGNATURES'))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t9."client_id") IS TRUE))
AND (NOT t9.signatures @> '[{"party": "PROVIDER"}]'::jsonb)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $5::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $5::bigint + 1), v7 AS MATERIALIZED (SELECT *
FROM w7 w
ORDER BY w.moment, w.kind, w.id LIMIT $5::bigint), q7_attendance AS MATERIALIZED (SELECT t10."id" AS "id", t10.client_id AS "subject"
FROM attendance t10
WHERE t10.id IN (SELECT v.id
FROM v7 v
WHERE v.noun = 'attendance')
AND t10."workplace_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t10."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t10."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q7_contract AS MATERIALIZED (SELECT t11."id" AS "id", t11.client_id AS "subject"
FROM contract t11
WHERE t11.id IN (SELECT v.id
FROM v7 v
WHERE v.noun = 'contract')
AND t11."workplace_id" = $4::uuid
AND t11.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t11."client_id") IS TRUE)
AND (SELECT ok
FROM live)), w12 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'DAY_TO_RECORD'::text AS kind, 'attendance'::text AS noun, t13.day AS moment, t13.id AS id
FROM attendance t13
WHERE (t13."workplace_id" = $4::uuid
AND t13.state IN ('PLANNED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t13."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t13."client_id") IS TRUE))) d
WHERE d.moment <= $6::date + 0) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONTRACT_TO_SIGN'::text AS kind, 'contract'::text AS noun, coalesce(t14.starts_on, DATE '9999-01-01') AS moment, t14.id AS id
FROM contract t14
WHERE (t14."workplace_id" = $4::uuid
AND t14.state IN ('AWAITING_SIGNATURES'))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t14."client_id") IS TRUE))
AND (NOT t14.signatures @> '[{"party": "PROVIDER"}]'::jsonb)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1), v12 AS MATERIALIZED (SELECT *
FROM w12 w
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint), q12_attendance AS MATERIALIZED (SELECT t15."id" AS "id", t15.client_id AS "subject"
FROM attendance t15
WHERE t15.id IN (SELECT v.id
FROM v12 v
WHERE v.noun = 'attendance')
AND t15."workplace_id" = $4::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t15."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t15."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q12_contract AS MATERIALIZED (SELECT t16."id" AS "id", t16.client_id AS "subject"
FROM contract t16
WHERE t16.id IN (SELECT v.id
FROM v12 v
WHERE v.noun = 'contract')
AND t16."workplace_id" = $4::uuid
AND t16.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t16."client_id") IS TRUE)
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $16::timestamptz, $8::uuid, $10::text, $17::text, $18::text, '{Attendance.contract,Attendance.day,Attendance.day:filter,Attendance.id,Attendance.presence,Attendance.recordedAt:filter,Attendance.state:filter,Contract.callName,Contract.id,Contract.modifiedAt:filter,Contract.startsOn:filter,Contract.state,Contract.state:filter}'::text[], $11::uuid[], $12::text, $13::uuid, $14::text, $15::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_attendance)
UNION (SELECT subject
FROM q1_contract)
UNION (SELECT subject
FROM q7_attendance)
UNION (SELECT subject
FROM q7_contract)
UNION (SELECT subject
FROM q12_attendance)
UNION (SELECT subject
FROM q12_contract)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(s.*)
FROM (SELECT $1::date AS "from", $2::date AS "before", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", w.moment AS "at", CASE w.noun WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_' || encode(uuid_send(p4."id"), 'hex') AS "id", p4."day" AS "day", p4."presence" AS "presence", (SELECT row_to_json(r.*)
FROM (SELECT p6."call_name" AS "callName"
FROM (SELECT t6."call_name" AS "call_name"
FROM contract t6
WHERE t6.id = p4."contract_id"
AND t6."workplace_id" = $4::uuid
AND t6.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t6."client_id") IS TRUE)) p6) r) AS "contract") r)
FROM q1_attendance p4
WHERE p4."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p5."id"), 'hex') AS "id", p5."state" AS "state", p5."call_name" AS "callName") r)
FROM q1_contract p5
WHERE p5."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC) r) AS "nodes") c) AS "happened", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_' || encode(uuid_send(p10."id"), 'hex') AS "id") r)
FROM q7_attendance p10
WHERE p10."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p11."id"), 'hex') AS "id") r)
FROM q7_contract p11
WHERE p11."id" = w.id) END AS "object"
FROM v7 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "due", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_' || encode(uuid_send(p15."id"), 'hex') AS "id") r)
FROM q12_attendance p15
WHERE p15."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p16."id"), 'hex') AS "id") r)
FROM q12_contract p16
WHERE p16."id" = w.id) END AS "object"
FROM v12 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "waiting") s) AS r0
