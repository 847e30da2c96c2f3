WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REFERRAL_TO_COMPLETE'::text AS kind, 'referral'::text AS noun, DATE '9999-01-01' AS moment, t2.id AS id
FROM referral t2
WHERE (t2."agency_id" = $2::uuid
AND t2.state IN ('INFO_REQUESTED'))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_DECIDE'::text AS kind, 'proposal'::text AS noun, DATE '9999-01-01' AS moment, t3.id AS id
FROM proposal t3
WHERE (t3."agency_id" = $2::uuid
AND t3.state IN ('SENT'))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t3."client_id") IS TRUE)
AND (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t3.referral_id
AND ((m.basis <> 'CONSENT'
OR (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $3::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $3::date)))
AND (NOT EXISTS (SELECT
FROM consent k
WHERE k.referral_id = m.id)
OR EXISTS (SELECT
FROM consent k
WHERE k.client_id = m.client_id
AND k.agency_id = m.agency_id
AND (k.referral_id IS NULL
OR k.referral_id = m.id)
AND k.state = 'GIVEN'
AND 'PROGRAMME' = ANY(k.categories)
AND k.given_on <= $3::date
AND (k.valid_until IS NULL
OR k.valid_until >= $3::date)))) IS NOT TRUE)))
AND (NOT (t3.state = 'WITHDRAWN'
AND t3.sent_at IS NULL)))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DISCLOSURE_NOTICE_TO_ACKNOWLEDGE'::text AS kind, 'disclosure_notice'::text AS noun, DATE '9999-01-01' AS moment, t4.id AS id
FROM disclosure_notice t4
WHERE (t4."agency_id" = $2::uuid
AND t4.state IN ('SENT'))) w
WHERE (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment, w.kind, w.id LIMIT $1::bigint), q1_referral AS MATERIALIZED (SELECT t5."id" AS "id", (NOT (t5.state IN ('REJECTED', 'EXPIRED', 'NO_SHOW', 'WITHDRAWN', 'CLOSED')
AND (t5.basis <> 'CONSENT'
OR (t5.basis <> 'CONSENT'
OR (t5.consent_given_on <= $3::date
AND t5.consent_withdrawn_on IS NULL
AND (t5.consent_valid_until IS NULL
OR t5.consent_valid_until >= $3::date)))
AND (NOT EXISTS (SELECT
FROM consent k
WHERE k.referral_id = t5.id)
OR EXISTS (SELECT
FROM consent k
WHERE k.client_id = t5.client_id
AND k.agency_id = t5.agency_id
AND (k.referral_id IS NULL
OR k.referral_id = t5.id)
AND k.state = 'GIVEN'
AND k.given_on <= $3::date
AND (k.valid_until IS NULL
OR k.valid_until >= $3::date)))) IS NOT TRUE)
OR t5."entered_by" = $4::uuid) AS "may_name", t5."first_names" AS "first_names", t5."last_name" AS "last_name", t5."state" AS "state", coalesce(t5.client_id, t5.id) AS "subject"
FROM referral t5
WHERE t5.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'referral')
AND ((t5."agency_id" = $2::uuid)
OR (t5."entered_by" = $4::uuid
AND t5.state IN ('DRAFT')))
AND (SELECT ok
FROM live)), q1_proposal AS MATERIALIZED (SELECT t6."id" AS "id", t6."kind" AS "kind", t6."starts_on" AS "starts_on", t6."text" AS "text", t6."sent_at" AS "sent_at", coalesce(t6.client_id, t6.referral_id) AS "subject"
FROM proposal t6
WHERE t6.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'proposal')
AND t6."agency_id" = $2::uuid
AND t6.state IN ('ACCEPTED', 'ASKED', 'REJECTED', 'SENT', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t6."client_id") IS TRUE)
AND (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t6.referral_id
AND ((m.basis <> 'CONSENT'
OR (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $3::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $3::date)))
AND (NOT EXISTS (SELECT
FROM consent k
WHERE k.referral_id = m.id)
OR EXISTS (SELECT
FROM consent k
WHERE k.client_id = m.client_id
AND k.agency_id = m.agency_id
AND (k.referral_id IS NULL
OR k.referral_id = m.id)
AND k.state = 'GIVEN'
AND 'PROGRAMME' = ANY(k.categories)
AND k.given_on <= $3::date
AND (k.valid_until IS NULL
OR k.valid_until >= $3::date)))) IS NOT TRUE)))
AND (NOT (t6.state = 'WITHDRAWN'
AND t6.sent_at IS NULL))
AND (SELECT ok
FROM live)), q1_disclosure_notice AS MATERIALIZED (SELECT t7."id" AS "id", t7."kind" AS "kind", t7."noted_at" AS "noted_at", coalesce(t7.client_id, t7.id) AS "subject"
FROM disclosure_notice t7
WHERE t7.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'disclosure_notice')
AND t7."agency_id" = $2::uuid
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $12::timestamptz, $4::uuid, $6::text, $13::text, $14::text, '{DisclosureNotice.id,DisclosureNotice.kind,DisclosureNotice.notedAt,DisclosureNotice.state:filter,Proposal.id,Proposal.kind,Proposal.sentAt,Proposal.startsOn,Proposal.state:filter,Proposal.text,Referral.firstNames,Referral.id,Referral.lastName,Referral.state,Referral.state:filter}'::text[], $7::uuid[], $8::text, $9::uuid, $10::text, $11::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_referral)
UNION (SELECT subject
FROM q1_proposal)
UNION (SELECT subject
FROM q1_disclosure_notice)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'referral' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', CASE WHEN p5.may_name THEN (p5."first_names")::text END, CASE WHEN p5.may_name THEN (p5."last_name")::text END), '') AS "fi", nullif(concat_ws(' ', CASE WHEN p5.may_name THEN (p5."first_names")::text END, CASE WHEN p5.may_name THEN (p5."last_name")::text END), '') AS "sv", nullif(concat_ws(' ', CASE WHEN p5.may_name THEN (p5."first_names")::text END, CASE WHEN p5.may_name THEN (p5."last_name")::text END), '') AS "en") r
WHERE nullif(concat_ws(' ', CASE WHEN p5.may_name THEN (p5."first_names")::text END, CASE WHEN p5.may_name THEN (p5."last_name")::text END), '') IS NOT NULL)
FROM q1_referral p5
WHERE p5."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', CASE p6."kind" WHEN 'START' THEN 'Palvelun aloittaminen' WHEN 'EXTEND' THEN 'Jatko' WHEN 'END' THEN 'Palvelun päättäminen' WHEN 'CHANGE_INTENSITY' THEN 'Päivien tai tuntien muutos' WHEN 'NOT_RELEVANT' THEN 'Palvelu ei sovi' WHEN 'NO_SHOW' THEN 'Ei saapunut, ei tavoitettu' END, to_char(p6."starts_on", 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', CASE p6."kind" WHEN 'START' THEN 'Servicen inleds' WHEN 'EXTEND' THEN 'Förlängning' WHEN 'END' THEN 'Servicen avslutas' WHEN 'CHANGE_INTENSITY' THEN 'Ändring av dagar eller timmar' WHEN 'NOT_RELEVANT' THEN 'Servicen passar inte' WHEN 'NO_SHOW' THEN 'Kom inte, nåddes inte' END, to_char(p6."starts_on", 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', CASE p6."kind" WHEN 'START' THEN 'Start of the service' WHEN 'EXTEND' THEN 'Extension' WHEN 'END' THEN 'End of the service' WHEN 'CHANGE_INTENSITY' THEN 'Change of days or hours' WHEN 'NOT_RELEVANT' THEN 'The service is not suitable' WHEN 'NO_SHOW' THEN 'No show, no contact' END, to_char(p6."starts_on", 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', CASE p6."kind" WHEN 'START' THEN 'Palvelun aloittaminen' WHEN 'EXTEND' THEN 'Jatko' WHEN 'END' THEN 'Palvelun päättäminen' WHEN 'CHANGE_INTENSITY' THEN 'Päivien tai tuntien muutos' WHEN 'NOT_RELEVANT' THEN 'Palvelu ei sovi' WHEN 'NO_SHOW' THEN 'Ei saapunut, ei tavoitettu' END, to_char(p6."starts_on", 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_proposal p6
WHERE p6."id" = w.id) WHEN 'disclosure_notice' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT nullif(concat_ws(' ', CASE p7."kind" WHEN 'CORRECTED' THEN 'Tietoa on korjattu' WHEN 'ERASED' THEN 'Tiedot on poistettu' WHEN 'RESTRICTED' THEN 'Käsittelyä on rajoitettu' WHEN 'LIFTED' THEN 'Rajoitus on päättynyt' END, to_char(p7."noted_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY')), '') AS "fi", nullif(concat_ws(' ', CASE p7."kind" WHEN 'CORRECTED' THEN 'Uppgiften har rättats' WHEN 'ERASED' THEN 'Uppgifterna har raderats' WHEN 'RESTRICTED' THEN 'Behandlingen har begränsats' WHEN 'LIFTED' THEN 'Begränsningen har upphört' END, to_char(p7."noted_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY')), '') AS "sv", nullif(concat_ws(' ', CASE p7."kind" WHEN 'CORRECTED' THEN 'Data was corrected' WHEN 'ERASED' THEN 'Data was erased' WHEN 'RESTRICTED' THEN 'Processing was restricted' WHEN 'LIFTED' THEN 'The restriction was lifted' END, to_char(p7."noted_at" AT TIME ZONE 'Europe/Helsinki', 'DD/MM/YYYY')), '') AS "en") r
WHERE nullif(concat_ws(' ', CASE p7."kind" WHEN 'CORRECTED' THEN 'Tietoa on korjattu' WHEN 'ERASED' THEN 'Tiedot on poistettu' WHEN 'RESTRICTED' THEN 'Käsittelyä on rajoitettu' WHEN 'LIFTED' THEN 'Rajoitus on päättynyt' END, to_char(p7."noted_at" AT TIME ZONE 'Europe/Helsinki', 'FMDD.FMMM.YYYY')), '') IS NOT NULL)
FROM q1_disclosure_notice p7
WHERE p7."id" = w.id) END AS "title", CASE w.noun WHEN 'referral' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'referral_' || encode(uuid_send(p5."id"), 'hex') AS "id", p5."state" AS "state", CASE WHEN p5.may_name THEN p5."last_name" END AS "lastName") r)
FROM q1_referral p5
WHERE p5."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'proposal_' || encode(uuid_send(p6."id"), 'hex') AS "id", p6."kind" AS "kind", p6."text" AS "text", p6."sent_at" AS "sentAt") r)
FROM q1_proposal p6
WHERE p6."id" = w.id) WHEN 'disclosure_notice' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'disclosure_notice_' || encode(uuid_send(p7."id"), 'hex') AS "id") r)
FROM q1_disclosure_notice p7
WHERE p7."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes", (SELECT row_to_json(i.*)
FROM (SELECT (SELECT count(*) > $1::bigint
FROM w1) AS "hasNextPage", (SELECT chr(2) || '0:' || encode(convert_to(w.moment::text || chr(31) || w.kind::text || chr(31) || w.id::text, 'UTF8'), 'hex')
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT 1) AS "endCursor") i) AS "pageInfo") c) AS r0
