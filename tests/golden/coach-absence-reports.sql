WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $7::uuid
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
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT t1."id" AS "id", t1."revision" AS "revision", t1."state" AS "state", t1."starts_on" AS "starts_on", t1."ends_on" AS "ends_on", t1."due_on" AS "due_on", t1."client_id" AS "client_id", (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE) AS "may_care", t1."payer_id" AS "payer_id", t1.client_id AS "subject"
FROM (SELECT t1.*
FROM (SELECT DISTINCT id
FROM (SELECT id
FROM by_caseload) i(id)) m1(id)
CROSS
JOIN LATERAL (SELECT t1."due_on", t1."id"
FROM absence_report t1
WHERE t1."client_id" = m1.id
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND t1.state = ANY($6::text[])
AND (SELECT ok
FROM live)
ORDER BY t1."due_on", t1."id" LIMIT $1::bigint) t1
ORDER BY t1."due_on", t1."id" LIMIT $1::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM absence_report w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."due_on", t1."id") p1, LATERAL (SELECT 'absence_report_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."revision" AS "revision", p1."state" AS "state", p1."starts_on" AS "startsOn", p1."ends_on" AS "endsOn", p1."due_on" AS "dueOn", (SELECT row_to_json(r.*)
FROM (SELECT 'client_' || encode(uuid_send(p2."id"), 'hex') AS "id", p2."call_name" AS "callName", p2."last_name" AS "lastName"
FROM (SELECT t2."id" AS "id", t2."call_name" AS "call_name", t2."last_name" AS "last_name"
FROM client t2
WHERE t2.id = p1."client_id"
AND ((t2."id" IN (SELECT id
FROM by_caseload)
AND t2.state IN ('ACTIVE', 'ENDED', 'PROSPECT'))
OR (t2."unit_id" = $4::uuid
AND t2.state IN ('ACTIVE', 'PROSPECT')))) p2) r) AS "client", CASE WHEN p1.may_care THEN (SELECT row_to_json(r.*)
FROM (SELECT p3."name" AS "name"
FROM (SELECT t3."name" AS "name"
FROM agency t3
WHERE t3.id = p1."payer_id"
AND TRUE) p3) r) END AS "payer", (WITH
q4 AS (SELECT coalesce(json_agg(p4j0.*), '[]') AS j0
FROM (SELECT t4."kind" AS "kind", t4."day" AS "day", (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t4."client_id") IS TRUE) AS "may_care", t4."code" AS "code", t4."benefit" AS "benefit", t4."minutes" AS "minutes", t4."corrects_id" AS "corrects_id"
FROM reported_absence t4
WHERE t4."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t4."client_id") IS TRUE)
AND t4."report_id" = p1."id"
ORDER BY t4."day", t4."id" LIMIT $5::bigint) p4, LATERAL (SELECT p4."kind" AS "kind", p4."day" AS "day", CASE WHEN p4.may_care THEN p4."code" END AS "code", CASE WHEN p4.may_care THEN p4."benefit" END AS "benefit", CASE WHEN p4.may_care THEN p4."minutes" END AS "minutes", (SELECT row_to_json(r.*)
FROM (SELECT CASE WHEN p5.may_care THEN p5."code" END AS "code"
FROM (SELECT (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t5."client_id") IS TRUE) AS "may_care", t5."code" AS "code"
FROM reported_absence t5
WHERE t5.id = p4."corrects_id"
AND t5."client_id" IN (SELECT id
FROM by_caseload)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t5."client_id") IS TRUE)) p5) r) AS "corrects") p4j0)
SELECT row_to_json(c.*)
FROM (SELECT q4.j0 AS "nodes"
FROM q4) c) AS "absences") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $15::timestamptz, $7::uuid, $9::text, $16::text, $17::text, '{AbsenceReport.absences,AbsenceReport.client,AbsenceReport.dueOn,AbsenceReport.dueOn:order,AbsenceReport.endsOn,AbsenceReport.id,AbsenceReport.payer,AbsenceReport.revision,AbsenceReport.startsOn,AbsenceReport.state,AbsenceReport.state:filter,Client.callName,Client.id,Client.lastName,ReportedAbsence.benefit,ReportedAbsence.code,ReportedAbsence.corrects,ReportedAbsence.day,ReportedAbsence.kind,ReportedAbsence.minutes}'::text[], $10::uuid[], $11::text, $12::uuid, $13::text, $14::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
