WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'MEASURE_DUE'::text AS kind, 'measure'::text AS noun, coalesce(t2.due_on, DATE '9999-01-01') AS moment, t2.id AS id
FROM measure t2
WHERE (t2."client_id" = $2::uuid
AND t2.state IN ('OPEN'))
AND (t2.due_on IS NOT NULL)) d
WHERE d.moment <= $3::date + 14) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_HEAR'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t3.id AS id
FROM report t3
WHERE (t3."client_id" = $2::uuid
AND t3.state IN ('AT_HEARING'))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONTRACT_TO_SIGN'::text AS kind, 'contract'::text AS noun, coalesce(t4.starts_on, DATE '9999-01-01') AS moment, t4.id AS id
FROM contract t4
WHERE (t4."client_id" = $2::uuid
AND t4.state IN ('AWAITING_SIGNATURES'))
AND (NOT t4.signatures @> '[{"party": "CLIENT"}]'::jsonb)) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONSENT_TO_GIVE'::text AS kind, 'consent'::text AS noun, DATE '9999-01-01' AS moment, t5.id AS id
FROM consent t5
WHERE (t5."client_id" = $2::uuid
AND t5.state IN ('REQUESTED'))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint), q1_measure AS MATERIALIZED (SELECT t6."id" AS "id", t6."due_on" AS "due_on", t6."text" AS "text", t6.client_id AS "subject"
FROM measure t6
WHERE t6.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'measure')
AND t6."client_id" = $2::uuid
AND (SELECT ok
FROM live)), q1_report AS MATERIALIZED (SELECT t7."id" AS "id", t7."kind" AS "kind", t7."starts_on" AS "starts_on", t7."ends_on" AS "ends_on", t7.client_id AS "subject"
FROM report t7
WHERE t7.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'report')
AND t7."client_id" = $2::uuid
AND t7.state IN ('APPROVED', 'AT_HEARING', 'DELIVERED', 'HEARD')
AND (SELECT ok
FROM live)), q1_contract AS MATERIALIZED (SELECT t8."id" AS "id", t8."starts_on" AS "starts_on", t8."ends_on" AS "ends_on", t8.client_id AS "subject"
FROM contract t8
WHERE t8.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'contract')
AND t8."client_id" = $2::uuid
AND t8.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (SELECT ok
FROM live)), q1_consent AS MATERIALIZED (SELECT t9."id" AS "id", t9."purpose" AS "purpose", t9."given_on" AS "given_on", t9."state" AS "state", t9.client_id AS "subject"
FROM consent t9
WHERE t9.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'consent')
AND t9."client_id" = $2::uuid
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $12::timestamptz, $4::uuid, $6::text, $13::text, $14::text, '{Consent.givenOn,Consent.id,Consent.purpose,Consent.state,Consent.state:filter,Contract.endsOn,Contract.id,Contract.startsOn,Contract.startsOn:filter,Contract.state:filter,Measure.dueOn,Measure.dueOn:filter,Measure.id,Measure.state:filter,Measure.text,Report.endsOn,Report.id,Report.kind,Report.startsOn,Report.state:filter}'::text[], $7::uuid[], $8::text, $9::uuid, $10::text, $11::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_measure)
UNION (SELECT subject
FROM q1_report)
UNION (SELECT subject
FROM q1_contract)
UNION (SELECT subject
FROM q1_consent)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'measure' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', to_char(p6."due_on", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', to_char(p6."due_on", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', to_char(p6."due_on", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', to_char(p6."due_on", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_measure p6
WHERE p6."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', CASE p7."kind" WHEN 'INTERIM' THEN 'Väliraportti' WHEN 'FINAL' THEN 'Loppuraportti' END, nullif(concat_ws('–', to_char(p7."starts_on", 'FMDD.FMMM.YYYY'), to_char(p7."ends_on", 'FMDD.FMMM.YYYY')), '')), '') AS "fi", nullif(concat_ws(' ', CASE p7."kind" WHEN 'INTERIM' THEN 'Delrapport' WHEN 'FINAL' THEN 'Slutrapport' END, nullif(concat_ws('–', to_char(p7."starts_on", 'FMDD.FMMM.YYYY'), to_char(p7."ends_on", 'FMDD.FMMM.YYYY')), '')), '') AS "sv", nullif(concat_ws(' ', CASE p7."kind" WHEN 'INTERIM' THEN 'Interim report' WHEN 'FINAL' THEN 'Final report' END, nullif(concat_ws('–', to_char(p7."starts_on", 'DD/MM/YYYY'), to_char(p7."ends_on", 'DD/MM/YYYY')), '')), '') AS "en") r
WHERE nullif(concat_ws(' ', CASE p7."kind" WHEN 'INTERIM' THEN 'Väliraportti' WHEN 'FINAL' THEN 'Loppuraportti' END, nullif(concat_ws('–', to_char(p7."starts_on", 'FMDD.FMMM.YYYY'), to_char(p7."ends_on", 'FMDD.FMMM.YYYY')), '')), '') IS NOT NULL)
FROM q1_report p7
WHERE p7."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', nullif(concat_ws('–', to_char(p8."starts_on", 'FMDD.FMMM.YYYY'), to_char(p8."ends_on", 'FMDD.FMMM.YYYY')), '')), '') AS "fi", nullif(concat_ws(' ', nullif(concat_ws('–', to_char(p8."starts_on", 'FMDD.FMMM.YYYY'), to_char(p8."ends_on", 'FMDD.FMMM.YYYY')), '')), '') AS "sv", nullif(concat_ws(' ', nullif(concat_ws('–', to_char(p8."starts_on", 'DD/MM/YYYY'), to_char(p8."ends_on", 'DD/MM/YYYY')), '')), '') AS "en") r
WHERE nullif(concat_ws(' ', nullif(concat_ws('–', to_char(p8."starts_on", 'FMDD.FMMM.YYYY'), to_char(p8."ends_on", 'FMDD.FMMM.YYYY')), '')), '') IS NOT NULL)
FROM q1_contract p8
WHERE p8."id" = w.id) WHEN 'consent' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', coalesce((SELECT w.title_fi
FROM term w
WHERE w.vocabulary = 'consent_purpose'
AND w.token = p9."purpose"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p9."purpose"), to_char(p9."given_on", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', coalesce((SELECT w.title_sv
FROM term w
WHERE w.vocabulary = 'consent_purpose'
AND w.token = p9."purpose"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p9."purpose"), to_char(p9."given_on", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', coalesce((SELECT w.title_en
FROM term w
WHERE w.vocabulary = 'consent_purpose'
AND w.token = p9."purpose"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p9."purpose"), to_char(p9."given_on", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', coalesce((SELECT w.title_fi
FROM term w
WHERE w.vocabulary = 'consent_purpose'
AND w.token = p9."purpose"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p9."purpose"), to_char(p9."given_on", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_consent p9
WHERE p9."id" = w.id) END AS "title", CASE w.noun WHEN 'measure' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'measure_' || encode(uuid_send(p6."id"), 'hex') AS "id", p6."text" AS "text") r)
FROM q1_measure p6
WHERE p6."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p7."id"), 'hex') AS "id", p7."kind" AS "kind") r)
FROM q1_report p7
WHERE p7."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p8."id"), 'hex') AS "id", p8."starts_on" AS "startsOn", p8."ends_on" AS "endsOn") r)
FROM q1_contract p8
WHERE p8."id" = w.id) WHEN 'consent' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'consent_' || encode(uuid_send(p9."id"), 'hex') AS "id", p9."state" AS "state") r)
FROM q1_consent p9
WHERE p9."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes", (SELECT row_to_json(i.*)
FROM (SELECT (SELECT count(*) > $1::bigint
FROM w1) AS "hasNextPage", (SELECT chr(2) || '0:' || encode(convert_to(w.moment::text || chr(31) || w.kind::text || chr(31) || w.id::text, 'UTF8'), 'hex')
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT 1) AS "endCursor") i) AS "pageInfo") c) AS r0
