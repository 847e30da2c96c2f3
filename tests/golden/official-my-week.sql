WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $6::uuid
AND a.epoch = $9::int
AND a.disabled_at IS NULL) AS ok),
by_consent(id) AS MATERIALIZED (SELECT r.id
FROM referral r
WHERE r.agency_id = $5::uuid
AND r.state IN ('STARTED', 'CLOSED')
AND (r.basis = 'STATUTORY'
OR EXISTS (SELECT 1
FROM consent k
WHERE k.client_id = r.client_id
AND k.agency_id = r.agency_id
AND (k.referral_id IS NULL
OR k.referral_id = r.id)
AND k.state = 'GIVEN'
AND 'ATTENDANCE' = ANY(k.categories)
AND k.given_on <= $4::date
AND (k.valid_until IS NULL
OR k.valid_until >= $4::date)))),
by_consent_2(id) AS MATERIALIZED (SELECT r.id
FROM referral r
WHERE r.agency_id = $5::uuid
AND r.state IN ('STARTED', 'CLOSED')
AND (r.basis = 'STATUTORY'
OR EXISTS (SELECT 1
FROM consent k
WHERE k.client_id = r.client_id
AND k.agency_id = r.agency_id
AND (k.referral_id IS NULL
OR k.referral_id = r.id)
AND k.state = 'GIVEN'
AND 'PROGRAMME' = ANY(k.categories)
AND k.given_on <= $4::date
AND (k.valid_until IS NULL
OR k.valid_until >= $4::date)))), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DAY_RECORDED'::text AS kind, 'attendance'::text AS noun, t2.recorded_at AS moment, t2.id AS id
FROM attendance t2
WHERE (t2."referral_id" IN (SELECT id
FROM by_consent)
AND t2.state IN ('CONFIRMED', 'LOCKED', 'RECORDED'))
AND ((NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t2."client_id") IS TRUE)
AND (NOT (t2.state = 'PLANNED'
AND t2.day <> $4::date)))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'referral'::text AS noun, t3.modified_at AS moment, t3.id AS id
FROM referral t3
WHERE (t3."agency_id" = $5::uuid)) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'programme'::text AS noun, t4.modified_at AS moment, t4.id AS id
FROM programme t4
WHERE (t4."referral_id" IN (SELECT id
FROM by_consent_2))
AND (t4.state IN ('ACTIVE', 'COMPLETED', 'INTERRUPTED', 'PAUSED', 'TRANSFERRED')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t4."client_id") IS TRUE))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'proposal'::text AS noun, t5.modified_at AS moment, t5.id AS id
FROM proposal t5
WHERE (t5."agency_id" = $5::uuid)
AND (t5.state IN ('ACCEPTED', 'ASKED', 'REJECTED', 'SENT', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t5."client_id") IS TRUE)
AND (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t5.referral_id
AND ((m.basis <> 'CONSENT'
OR (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $4::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $4::date)))
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
AND k.given_on <= $4::date
AND (k.valid_until IS NULL
OR k.valid_until >= $4::date)))) IS NOT TRUE)))
AND (NOT (t5.state = 'WITHDRAWN'
AND t5.sent_at IS NULL)))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'report'::text AS noun, t6.modified_at AS moment, t6.id AS id
FROM report t6
WHERE (t6."referral_id" IN (SELECT id
FROM by_consent_2))
AND (t6.state IN ('DELIVERED')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t6."client_id") IS TRUE))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)) w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint), q1_attendance AS MATERIALIZED (SELECT t7."id" AS "id", t7."day" AS "day", t7."presence" AS "presence", t7.client_id AS "subject"
FROM attendance t7
WHERE t7.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'attendance')
AND t7."referral_id" IN (SELECT id
FROM by_consent)
AND t7.state IN ('CONFIRMED', 'LOCKED', 'RECORDED')
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t7."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t7."client_id") IS TRUE)
AND (NOT (t7.state = 'PLANNED'
AND t7.day <> $4::date))
AND (SELECT ok
FROM live)), q1_referral AS MATERIALIZED (SELECT t8."id" AS "id", t8."state" AS "state", (NOT (t8.state IN ('REJECTED', 'EXPIRED', 'NO_SHOW', 'WITHDRAWN', 'CLOSED')
AND (t8.basis <> 'CONSENT'
OR (t8.basis <> 'CONSENT'
OR (t8.consent_given_on <= $4::date
AND t8.consent_withdrawn_on IS NULL
AND (t8.consent_valid_until IS NULL
OR t8.consent_valid_until >= $4::date)))
AND (NOT EXISTS (SELECT
FROM consent k
WHERE k.referral_id = t8.id)
OR EXISTS (SELECT
FROM consent k
WHERE k.client_id = t8.client_id
AND k.agency_id = t8.agency_id
AND (k.referral_id IS NULL
OR k.referral_id = t8.id)
AND k.state = 'GIVEN'
AND k.given_on <= $4::date
AND (k.valid_until IS NULL
OR k.valid_until >= $4::date)))) IS NOT TRUE)
OR t8."entered_by" = $6::uuid) AS "may_name", t8."last_name" AS "last_name", coalesce(t8.client_id, t8.id) AS "subject"
FROM referral t8
WHERE t8.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'referral')
AND ((t8."agency_id" = $5::uuid)
OR (t8."entered_by" = $6::uuid
AND t8.state IN ('DRAFT')))
AND (SELECT ok
FROM live)), q1_programme AS MATERIALIZED (SELECT t9."id" AS "id", t9.client_id AS "subject"
FROM programme t9
WHERE t9.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'programme')
AND t9."referral_id" IN (SELECT id
FROM by_consent_2)
AND t9.state IN ('ACTIVE', 'COMPLETED', 'INTERRUPTED', 'PAUSED', 'TRANSFERRED')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t9."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q1_proposal AS MATERIALIZED (SELECT t10."id" AS "id", t10."kind" AS "kind", t10."sent_at" AS "sent_at", coalesce(t10.client_id, t10.referral_id) AS "subject"
FROM proposal t10
WHERE t10.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'proposal')
AND t10."agency_id" = $5::uuid
AND t10.state IN ('ACCEPTED', 'ASKED', 'REJECTED', 'SENT', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t10."client_id") IS TRUE)
AND (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t10.referral_id
AND ((m.basis <> 'CONSENT'
OR (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $4::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $4::date)))
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
AND k.given_on <= $4::date
AND (k.valid_until IS NULL
OR k.valid_until >= $4::date)))) IS NOT TRUE)))
AND (NOT (t10.state = 'WITHDRAWN'
AND t10.sent_at IS NULL))
AND (SELECT ok
FROM live)), q1_report AS MATERIALIZED (SELECT t11."id" AS "id", t11.client_id AS "subject"
FROM report t11
WHERE t11.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'report')
AND t11."referral_id" IN (SELECT id
FROM by_consent_2)
AND t11.state IN ('DELIVERED')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t11."client_id") IS TRUE)
AND (SELECT ok
FROM live)), w12 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REFERRAL_TO_COMPLETE'::text AS kind, 'referral'::text AS noun, DATE '9999-01-01' AS moment, t13.id AS id
FROM referral t13
WHERE (t13."agency_id" = $5::uuid
AND t13.state IN ('INFO_REQUESTED'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_DECIDE'::text AS kind, 'proposal'::text AS noun, DATE '9999-01-01' AS moment, t14.id AS id
FROM proposal t14
WHERE (t14."agency_id" = $5::uuid
AND t14.state IN ('SENT'))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t14."client_id") IS TRUE)
AND (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t14.referral_id
AND ((m.basis <> 'CONSENT'
OR (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $4::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $4::date)))
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
AND k.given_on <= $4::date
AND (k.valid_until IS NULL
OR k.valid_until >= $4::date)))) IS NOT TRUE)))
AND (NOT (t14.state = 'WITHDRAWN'
AND t14.sent_at IS NULL)))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DISCLOSURE_NOTICE_TO_ACKNOWLEDGE'::text AS kind, 'disclosure_notice'::text AS noun, DATE '9999-01-01' AS moment, t15.id AS id
FROM disclosure_notice t15
WHERE (t15."agency_id" = $5::uuid
AND t15.state IN ('SENT'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1), v12 AS MATERIALIZED (SELECT *
FROM w12 w
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint), q12_referral AS MATERIALIZED (SELECT t16."id" AS "id", coalesce(t16.client_id, t16.id) AS "subject"
FROM referral t16
WHERE t16.id IN (SELECT v.id
FROM v12 v
WHERE v.noun = 'referral')
AND ((t16."agency_id" = $5::uuid)
OR (t16."entered_by" = $6::uuid
AND t16.state IN ('DRAFT')))
AND (SELECT ok
FROM live)), q12_proposal AS MATERIALIZED (SELECT t17."id" AS "id", coalesce(t17.client_id, t17.referral_id) AS "subject"
FROM proposal t17
WHERE t17.id IN (SELECT v.id
FROM v12 v
WHERE v.noun = 'proposal')
AND t17."agency_id" = $5::uuid
AND t17.state IN ('ACCEPTED', 'ASKED', 'REJECTED', 'SENT', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t17."client_id") IS TRUE)
AND (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t17.referral_id
AND ((m.basis <> 'CONSENT'
OR (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $4::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $4::date)))
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
AND k.given_on <= $4::date
AND (k.valid_until IS NULL
OR k.valid_until >= $4::date)))) IS NOT TRUE)))
AND (NOT (t17.state = 'WITHDRAWN'
AND t17.sent_at IS NULL))
AND (SELECT ok
FROM live)), q12_disclosure_notice AS MATERIALIZED (SELECT t18."id" AS "id", coalesce(t18.client_id, t18.id) AS "subject"
FROM disclosure_notice t18
WHERE t18.id IN (SELECT v.id
FROM v12 v
WHERE v.noun = 'disclosure_notice')
AND t18."agency_id" = $5::uuid
AND (SELECT ok
FROM live)), w19 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REFERRAL_TO_COMPLETE'::text AS kind, 'referral'::text AS noun, DATE '9999-01-01' AS moment, t20.id AS id
FROM referral t20
WHERE (t20."agency_id" = $5::uuid
AND t20.state IN ('INFO_REQUESTED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'PROPOSAL_TO_DECIDE'::text AS kind, 'proposal'::text AS noun, DATE '9999-01-01' AS moment, t21.id AS id
FROM proposal t21
WHERE (t21."agency_id" = $5::uuid
AND t21.state IN ('SENT'))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t21."client_id") IS TRUE)
AND (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t21.referral_id
AND ((m.basis <> 'CONSENT'
OR (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $4::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $4::date)))
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
AND k.given_on <= $4::date
AND (k.valid_until IS NULL
OR k.valid_until >= $4::date)))) IS NOT TRUE)))
AND (NOT (t21.state = 'WITHDRAWN'
AND t21.sent_at IS NULL)))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DISCLOSURE_NOTICE_TO_ACKNOWLEDGE'::text AS kind, 'disclosure_notice'::text AS noun, DATE '9999-01-01' AS moment, t22.id AS id
FROM disclosure_notice t22
WHERE (t22."agency_id" = $5::uuid
AND t22.state IN ('SENT'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1), v19 AS MATERIALIZED (SELECT *
FROM w19 w
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint), q19_referral AS MATERIALIZED (SELECT t23."id" AS "id", coalesce(t23.client_id, t23.id) AS "subject"
FROM referral t23
WHERE t23.id IN (SELECT v.id
FROM v19 v
WHERE v.noun = 'referral')
AND ((t23."agency_id" = $5::uuid)
OR (t23."entered_by" = $6::uuid
AND t23.state IN ('DRAFT')))
AND (SELECT ok
FROM live)), q19_proposal AS MATERIALIZED (SELECT t24."id" AS "id", coalesce(t24.client_id, t24.referral_id) AS "subject"
FROM proposal t24
WHERE t24.id IN (SELECT v.id
FROM v19 v
WHERE v.noun = 'proposal')
AND t24."agency_id" = $5::uuid
AND t24.state IN ('ACCEPTED', 'ASKED', 'REJECTED', 'SENT', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t24."client_id") IS TRUE)
AND (NOT EXISTS (SELECT
FROM referral m
WHERE m.id = t24.referral_id
AND ((m.basis <> 'CONSENT'
OR (m.basis <> 'CONSENT'
OR (m.consent_given_on <= $4::date
AND m.consent_withdrawn_on IS NULL
AND (m.consent_valid_until IS NULL
OR m.consent_valid_until >= $4::date)))
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
AND k.given_on <= $4::date
AND (k.valid_until IS NULL
OR k.valid_until >= $4::date)))) IS NOT TRUE)))
AND (NOT (t24.state = 'WITHDRAWN'
AND t24.sent_at IS NULL))
AND (SELECT ok
FROM live)), q19_disclosure_notice AS MATERIALIZED (SELECT t25."id" AS "id", coalesce(t25.client_id, t25.id) AS "subject"
FROM disclosure_notice t25
WHERE t25.id IN (SELECT v.id
FROM v19 v
WHERE v.noun = 'disclosure_notice')
AND t25."agency_id" = $5::uuid
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $16::timestamptz, $6::uuid, $10::text, $17::text, $18::text, '{Attendance.day,Attendance.id,Attendance.presence,Attendance.recordedAt:filter,Attendance.state:filter,DisclosureNotice.id,DisclosureNotice.state:filter,Programme.id,Programme.modifiedAt:filter,Programme.state:filter,Proposal.id,Proposal.kind,Proposal.modifiedAt:filter,Proposal.sentAt,Proposal.state:filter,Referral.id,Referral.lastName,Referral.modifiedAt:filter,Referral.state,Referral.state:filter,Report.id,Report.modifiedAt:filter,Report.state:filter}'::text[], $11::uuid[], $12::text, $13::uuid, $14::text, $15::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_attendance)
UNION (SELECT subject
FROM q1_referral)
UNION (SELECT subject
FROM q1_programme)
UNION (SELECT subject
FROM q1_proposal)
UNION (SELECT subject
FROM q1_report)
UNION (SELECT subject
FROM q12_referral)
UNION (SELECT subject
FROM q12_proposal)
UNION (SELECT subject
FROM q12_disclosure_notice)
UNION (SELECT subject
FROM q19_referral)
UNION (SELECT subject
FROM q19_proposal)
UNION (SELECT subject
FROM q19_disclosure_notice)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(s.*)
FROM (SELECT $1::date AS "from", $2::date AS "before", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", w.moment AS "at", CASE w.noun WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_' || encode(uuid_send(p7."id"), 'hex') AS "id", p7."day" AS "day", p7."presence" AS "presence") r)
FROM q1_attendance p7
WHERE p7."id" = w.id) WHEN 'referral' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'referral_' || encode(uuid_send(p8."id"), 'hex') AS "id", p8."state" AS "state", CASE WHEN p8.may_name THEN p8."last_name" END AS "lastName") r)
FROM q1_referral p8
WHERE p8."id" = w.id) WHEN 'programme' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'programme_' || encode(uuid_send(p9."id"), 'hex') AS "id") r)
FROM q1_programme p9
WHERE p9."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'proposal_' || encode(uuid_send(p10."id"), 'hex') AS "id", p10."kind" AS "kind", p10."sent_at" AS "sentAt") r)
FROM q1_proposal p10
WHERE p10."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p11."id"), 'hex') AS "id") r)
FROM q1_report p11
WHERE p11."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC) r) AS "nodes") c) AS "happened", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'referral' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'referral_' || encode(uuid_send(p16."id"), 'hex') AS "id") r)
FROM q12_referral p16
WHERE p16."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'proposal_' || encode(uuid_send(p17."id"), 'hex') AS "id") r)
FROM q12_proposal p17
WHERE p17."id" = w.id) WHEN 'disclosure_notice' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'disclosure_notice_' || encode(uuid_send(p18."id"), 'hex') AS "id") r)
FROM q12_disclosure_notice p18
WHERE p18."id" = w.id) END AS "object"
FROM v12 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "due", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'referral' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'referral_' || encode(uuid_send(p23."id"), 'hex') AS "id") r)
FROM q19_referral p23
WHERE p23."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'proposal_' || encode(uuid_send(p24."id"), 'hex') AS "id") r)
FROM q19_proposal p24
WHERE p24."id" = w.id) WHEN 'disclosure_notice' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'disclosure_notice_' || encode(uuid_send(p25."id"), 'hex') AS "id") r)
FROM q19_disclosure_notice p25
WHERE p25."id" = w.id) END AS "object"
FROM v19 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "waiting") s) AS r0
