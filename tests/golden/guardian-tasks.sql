WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $2::uuid
AND a.epoch = $4::int
AND a.disabled_at IS NULL) AS ok),
by_represented(id) AS MATERIALIZED (SELECT v.client_id
FROM representation v
WHERE (v.account_id = $2::uuid
OR (v.account_id IS NULL
AND v.id = $2::uuid))
AND v.state = 'IN_FORCE'
AND 'COACHING' = ANY(v.matters)
AND v.valid_from <= $3::date
AND (v.valid_until IS NULL
OR v.valid_until >= $3::date)
AND NOT (v.safety_restriction
AND 'COACHING' IN ('CONTACT', 'WHEREABOUTS'))
AND EXISTS (SELECT 1
FROM client m
WHERE m.id = v.client_id
AND m.died_on IS NULL
AND (v.kind NOT IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN')
OR m.date_of_birth > $3::date - interval '18 years'))
AND NOT EXISTS (SELECT 1
FROM telling_refusal f
WHERE f.client_id = v.client_id
AND f.state = 'IN_FORCE'
AND 'COACHING' = ANY(f.matters)
AND (f.representation_id IS NULL
OR f.representation_id = v.id))),
by_represented_2(id) AS MATERIALIZED (SELECT v.client_id
FROM representation v
WHERE (v.account_id = $2::uuid
OR (v.account_id IS NULL
AND v.id = $2::uuid))
AND v.state = 'IN_FORCE'
AND 'CONTRACT' = ANY(v.matters)
AND v.valid_from <= $3::date
AND (v.valid_until IS NULL
OR v.valid_until >= $3::date)
AND NOT (v.safety_restriction
AND 'CONTRACT' IN ('CONTACT', 'WHEREABOUTS'))
AND EXISTS (SELECT 1
FROM client m
WHERE m.id = v.client_id
AND m.died_on IS NULL
AND (v.kind NOT IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN')
OR m.date_of_birth > $3::date - interval '18 years'))
AND NOT EXISTS (SELECT 1
FROM telling_refusal f
WHERE f.client_id = v.client_id
AND f.state = 'IN_FORCE'
AND 'CONTRACT' = ANY(f.matters)
AND (f.representation_id IS NULL
OR f.representation_id = v.id))),
by_represented_3(id) AS MATERIALIZED (SELECT v.client_id
FROM representation v
WHERE (v.account_id = $2::uuid
OR (v.account_id IS NULL
AND v.id = $2::uuid))
AND v.state = 'IN_FORCE'
AND 'RIGHTS' = ANY(v.matters)
AND v.valid_from <= $3::date
AND (v.valid_until IS NULL
OR v.valid_until >= $3::date)
AND NOT (v.safety_restriction
AND 'RIGHTS' IN ('CONTACT', 'WHEREABOUTS'))
AND EXISTS (SELECT 1
FROM client m
WHERE m.id = v.client_id
AND m.died_on IS NULL
AND (v.kind NOT IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN')
OR m.date_of_birth > $3::date - interval '18 years'))
AND NOT EXISTS (SELECT 1
FROM telling_refusal f
WHERE f.client_id = v.client_id
AND f.state = 'IN_FORCE'
AND 'RIGHTS' = ANY(f.matters)
AND (f.representation_id IS NULL
OR f.representation_id = v.id))), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_HEAR'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t2.id AS id
FROM report t2
WHERE (t2."client_id" IN (SELECT id
FROM by_represented)
AND t2.state IN ('AT_HEARING'))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONTRACT_TO_SIGN'::text AS kind, 'contract'::text AS noun, coalesce(t3.starts_on, DATE '9999-01-01') AS moment, t3.id AS id
FROM contract t3
WHERE (t3."client_id" IN (SELECT id
FROM by_represented_2)
AND t3.state IN ('AWAITING_SIGNATURES'))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t3."client_id") IS TRUE))
AND (NOT t3.signatures @> '[{"party": "CLIENT"}]'::jsonb)) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONSENT_TO_GIVE'::text AS kind, 'consent'::text AS noun, DATE '9999-01-01' AS moment, t4.id AS id
FROM consent t4
WHERE (t4."client_id" IN (SELECT id
FROM by_represented_3)
AND t4.state IN ('REQUESTED'))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t4."client_id") IS TRUE))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint), q1_report AS MATERIALIZED (SELECT t5."id" AS "id", t5."kind" AS "kind", t5."starts_on" AS "starts_on", t5."ends_on" AS "ends_on", t5.client_id AS "subject"
FROM report t5
WHERE t5.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'report')
AND t5."client_id" IN (SELECT id
FROM by_represented)
AND t5.state IN ('APPROVED', 'AT_HEARING', 'DELIVERED', 'HEARD')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t5."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q1_contract AS MATERIALIZED (SELECT t6."id" AS "id", t6."starts_on" AS "starts_on", t6."ends_on" AS "ends_on", t6.client_id AS "subject"
FROM contract t6
WHERE t6.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'contract')
AND t6."client_id" IN (SELECT id
FROM by_represented_2)
AND t6.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t6."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q1_consent AS MATERIALIZED (SELECT t7."id" AS "id", t7."purpose" AS "purpose", t7."given_on" AS "given_on", t7."state" AS "state", t7.client_id AS "subject"
FROM consent t7
WHERE t7.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'consent')
AND t7."client_id" IN (SELECT id
FROM by_represented_3)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t7."client_id") IS TRUE)
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $11::timestamptz, $2::uuid, $5::text, $12::text, $13::text, '{Consent.givenOn,Consent.id,Consent.purpose,Consent.state,Consent.state:filter,Contract.endsOn,Contract.id,Contract.startsOn,Contract.startsOn:filter,Contract.state:filter,Report.endsOn,Report.id,Report.kind,Report.startsOn,Report.state:filter}'::text[], $6::uuid[], $7::text, $8::uuid, $9::text, $10::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_report)
UNION (SELECT subject
FROM q1_contract)
UNION (SELECT subject
FROM q1_consent)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', CASE p5."kind" WHEN 'INTERIM' THEN 'Väliraportti' WHEN 'FINAL' THEN 'Loppuraportti' END, nullif(concat_ws('–', to_char(p5."starts_on", 'FMDD.FMMM.YYYY'), to_char(p5."ends_on", 'FMDD.FMMM.YYYY')), '')), '') AS "fi", nullif(concat_ws(' ', CASE p5."kind" WHEN 'INTERIM' THEN 'Delrapport' WHEN 'FINAL' THEN 'Slutrapport' END, nullif(concat_ws('–', to_char(p5."starts_on", 'FMDD.FMMM.YYYY'), to_char(p5."ends_on", 'FMDD.FMMM.YYYY')), '')), '') AS "sv", nullif(concat_ws(' ', CASE p5."kind" WHEN 'INTERIM' THEN 'Interim report' WHEN 'FINAL' THEN 'Final report' END, nullif(concat_ws('–', to_char(p5."starts_on", 'DD/MM/YYYY'), to_char(p5."ends_on", 'DD/MM/YYYY')), '')), '') AS "en") r
WHERE nullif(concat_ws(' ', CASE p5."kind" WHEN 'INTERIM' THEN 'Väliraportti' WHEN 'FINAL' THEN 'Loppuraportti' END, nullif(concat_ws('–', to_char(p5."starts_on", 'FMDD.FMMM.YYYY'), to_char(p5."ends_on", 'FMDD.FMMM.YYYY')), '')), '') IS NOT NULL)
FROM q1_report p5
WHERE p5."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', nullif(concat_ws('–', to_char(p6."starts_on", 'FMDD.FMMM.YYYY'), to_char(p6."ends_on", 'FMDD.FMMM.YYYY')), '')), '') AS "fi", nullif(concat_ws(' ', nullif(concat_ws('–', to_char(p6."starts_on", 'FMDD.FMMM.YYYY'), to_char(p6."ends_on", 'FMDD.FMMM.YYYY')), '')), '') AS "sv", nullif(concat_ws(' ', nullif(concat_ws('–', to_char(p6."starts_on", 'DD/MM/YYYY'), to_char(p6."ends_on", 'DD/MM/YYYY')), '')), '') AS "en") r
WHERE nullif(concat_ws(' ', nullif(concat_ws('–', to_char(p6."starts_on", 'FMDD.FMMM.YYYY'), to_char(p6."ends_on", 'FMDD.FMMM.YYYY')), '')), '') IS NOT NULL)
FROM q1_contract p6
WHERE p6."id" = w.id) WHEN 'consent' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', coalesce((SELECT w.title_fi
FROM term w
WHERE w.vocabulary = 'consent_purpose'
AND w.token = p7."purpose"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p7."purpose"), to_char(p7."given_on", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', coalesce((SELECT w.title_sv
FROM term w
WHERE w.vocabulary = 'consent_purpose'
AND w.token = p7."purpose"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p7."purpose"), to_char(p7."given_on", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', coalesce((SELECT w.title_en
FROM term w
WHERE w.vocabulary = 'consent_purpose'
AND w.token = p7."purpose"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p7."purpose"), to_char(p7."given_on", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', coalesce((SELECT w.title_fi
FROM term w
WHERE w.vocabulary = 'consent_purpose'
AND w.token = p7."purpose"
AND w.state IN ('ACTIVE', 'SUPERSEDED', 'RETIRED')
AND w.state IN ('ACTIVE', 'RETIRED', 'SUPERSEDED')
ORDER BY w.starts_on DESC NULLS LAST, w.id DESC LIMIT 1), p7."purpose"), to_char(p7."given_on", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_consent p7
WHERE p7."id" = w.id) END AS "title", CASE w.noun WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p5."id"), 'hex') AS "id", p5."kind" AS "kind") r)
FROM q1_report p5
WHERE p5."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p6."id"), 'hex') AS "id", p6."starts_on" AS "startsOn", p6."ends_on" AS "endsOn") r)
FROM q1_contract p6
WHERE p6."id" = w.id) WHEN 'consent' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'consent_' || encode(uuid_send(p7."id"), 'hex') AS "id", p7."state" AS "state") r)
FROM q1_consent p7
WHERE p7."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes", (SELECT row_to_json(i.*)
FROM (SELECT (SELECT count(*) > $1::bigint
FROM w1) AS "hasNextPage", (SELECT chr(2) || '0:' || encode(convert_to(w.moment::text || chr(31) || w.kind::text || chr(31) || w.id::text, 'UTF8'), 'hex')
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT 1) AS "endCursor") i) AS "pageInfo") c) AS r0
