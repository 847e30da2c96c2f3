WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1."state" AS "state", t1."starts_on" AS "starts_on", t1."ends_on" AS "ends_on", t1."sent_at" AS "sent_at", t1."basis" AS "basis", t1."statute" AS "statute", t1."payer_id" AS "payer_id", t1.client_id AS "subject"
FROM absence_report t1
WHERE t1."client_id" = $3::uuid
AND t1.state IN ('ACKNOWLEDGED', 'CORRECTED', 'SENT')
AND (SELECT ok
FROM live)
ORDER BY t1."ends_on" DESC, t1."id" DESC LIMIT 20) s LIMIT $1::bigint) p1, LATERAL (SELECT 'absence_report_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."state" AS "state", p1."starts_on" AS "startsOn", p1."ends_on" AS "endsOn", p1."sent_at" AS "sentAt", p1."basis" AS "basis", p1."statute" AS "statute", (SELECT row_to_json(r.*)
FROM (SELECT p2."name" AS "name"
FROM (SELECT t2."name" AS "name"
FROM agency t2
WHERE t2.id = p1."payer_id"
AND TRUE) p2) r) AS "payer", (WITH
q3 AS (SELECT coalesce(json_agg(p3j0.*), '[]') AS j0
FROM (SELECT t3."kind" AS "kind", t3."day" AS "day", t3."code" AS "code", t3."benefit" AS "benefit"
FROM reported_absence t3
WHERE t3."client_id" = $3::uuid
AND t3."report_id" = p1."id"
ORDER BY t3."day", t3."id" LIMIT $2::bigint) p3, LATERAL (SELECT p3."kind" AS "kind", p3."day" AS "day", p3."code" AS "code", p3."benefit" AS "benefit") p3j0)
SELECT row_to_json(c.*)
FROM (SELECT q3.j0 AS "nodes"
FROM q3) c) AS "absences") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $12::timestamptz, $4::uuid, $6::text, $13::text, $14::text, '{AbsenceReport.absences,AbsenceReport.basis,AbsenceReport.endsOn,AbsenceReport.endsOn:order,AbsenceReport.id,AbsenceReport.payer,AbsenceReport.sentAt,AbsenceReport.startsOn,AbsenceReport.state,AbsenceReport.statute,ReportedAbsence.benefit,ReportedAbsence.code,ReportedAbsence.day,ReportedAbsence.kind}'::text[], $7::uuid[], $8::text, $9::uuid, $10::text, $11::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
