WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'DAY_TO_RECORD'::text AS kind, 'attendance'::text AS noun, t2.day AS moment, t2.id AS id
FROM attendance t2
WHERE (t2."workplace_id" = $2::uuid
AND t2.state IN ('PLANNED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE))) d
WHERE d.moment <= $3::date + 0) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONTRACT_TO_SIGN'::text AS kind, 'contract'::text AS noun, coalesce(t3.starts_on, DATE '9999-01-01') AS moment, t3.id AS id
FROM contract t3
WHERE (t3."workplace_id" = $2::uuid
AND t3.state IN ('AWAITING_SIGNATURES'))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t3."client_id") IS TRUE))
AND (NOT t3.signatures @> '[{"party": "PROVIDER"}]'::jsonb)) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint), q1_attendance AS MATERIALIZED (SELECT t4."id" AS "id", t4."day" AS "day", t4."planned_minutes" AS "planned_minutes", t4."contract_id" AS "contract_id", t4.client_id AS "subject"
FROM attendance t4
WHERE t4.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'attendance')
AND t4."workplace_id" = $2::uuid
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t4."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t4."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q1_contract AS MATERIALIZED (SELECT t5."id" AS "id", t5."starts_on" AS "starts_on", t5."ends_on" AS "ends_on", t5."call_name" AS "call_name", t5.client_id AS "subject"
FROM contract t5
WHERE t5.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'contract')
AND t5."workplace_id" = $2::uuid
AND t5.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t5."client_id") IS TRUE)
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $12::timestamptz, $4::uuid, $6::text, $13::text, $14::text, '{Attendance.contract,Attendance.day,Attendance.day:filter,Attendance.id,Attendance.plannedMinutes,Attendance.state:filter,Contract.callName,Contract.endsOn,Contract.id,Contract.startsOn,Contract.startsOn:filter,Contract.state:filter}'::text[], $7::uuid[], $8::text, $9::uuid, $10::text, $11::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_attendance)
UNION (SELECT subject
FROM q1_contract)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', to_char(p4."day", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', to_char(p4."day", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', to_char(p4."day", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', to_char(p4."day", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_attendance p4
WHERE p4."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', nullif(concat_ws('–', to_char(p5."starts_on", 'FMDD.FMMM.YYYY'), to_char(p5."ends_on", 'FMDD.FMMM.YYYY')), '')), '') AS "fi", nullif(concat_ws(' ', nullif(concat_ws('–', to_char(p5."starts_on", 'FMDD.FMMM.YYYY'), to_char(p5."ends_on", 'FMDD.FMMM.YYYY')), '')), '') AS "sv", nullif(concat_ws(' ', nullif(concat_ws('–', to_char(p5."starts_on", 'DD/MM/YYYY'), to_char(p5."ends_on", 'DD/MM/YYYY')), '')), '') AS "en") r
WHERE nullif(concat_ws(' ', nullif(concat_ws('–', to_char(p5."starts_on", 'FMDD.FMMM.YYYY'), to_char(p5."ends_on", 'FMDD.FMMM.YYYY')), '')), '') IS NOT NULL)
FROM q1_contract p5
WHERE p5."id" = w.id) END AS "title", CASE w.noun WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_' || encode(uuid_send(p4."id"), 'hex') AS "id", p4."day" AS "day", p4."planned_minutes" AS "plannedMinutes", (SELECT row_to_json(r.*)
FROM (SELECT p6."call_name" AS "callName"
FROM (SELECT t6."call_name" AS "call_name"
FROM contract t6
WHERE t6.id = p4."contract_id"
AND t6."workplace_id" = $2::uuid
AND t6.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t6."client_id") IS TRUE)) p6) r) AS "contract") r)
FROM q1_attendance p4
WHERE p4."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p5."id"), 'hex') AS "id", p5."call_name" AS "callName", p5."starts_on" AS "startsOn") r)
FROM q1_contract p5
WHERE p5."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes", (SELECT row_to_json(i.*)
FROM (SELECT (SELECT count(*) > $1::bigint
FROM w1) AS "hasNextPage", (SELECT chr(2) || '0:' || encode(convert_to(w.moment::text || chr(31) || w.kind::text || chr(31) || w.id::text, 'UTF8'), 'hex')
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT 1) AS "endCursor") i) AS "pageInfo") c) AS r0
