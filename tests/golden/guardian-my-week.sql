WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $8::int
AND a.disabled_at IS NULL) AS ok),
by_represented(id) AS MATERIALIZED (SELECT v.client_id
FROM representation v
WHERE (v.account_id = $4::uuid
OR (v.account_id IS NULL
AND v.id = $4::uuid))
AND v.state = 'IN_FORCE'
AND 'WHEREABOUTS' = ANY(v.matters)
AND v.valid_from <= $5::date
AND (v.valid_until IS NULL
OR v.valid_until >= $5::date)
AND NOT (v.safety_restriction
AND 'WHEREABOUTS' IN ('CONTACT', 'WHEREABOUTS'))
AND EXISTS (SELECT 1
FROM client m
WHERE m.id = v.client_id
AND m.died_on IS NULL
AND (v.kind NOT IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN')
OR m.date_of_birth > $5::date - interval '18 years'))
AND NOT EXISTS (SELECT 1
FROM telling_refusal f
WHERE f.client_id = v.client_id
AND f.state = 'IN_FORCE'
AND 'WHEREABOUTS' = ANY(f.matters)
AND (f.representation_id IS NULL
OR f.representation_id = v.id))),
by_represented_2(id) AS MATERIALIZED (SELECT v.client_id
FROM representation v
WHERE (v.account_id = $4::uuid
OR (v.account_id IS NULL
AND v.id = $4::uuid))
AND v.state = 'IN_FORCE'
AND 'COACHING' = ANY(v.matters)
AND v.valid_from <= $5::date
AND (v.valid_until IS NULL
OR v.valid_until >= $5::date)
AND NOT (v.safety_restriction
AND 'COACHING' IN ('CONTACT', 'WHEREABOUTS'))
AND EXISTS (SELECT 1
FROM client m
WHERE m.id = v.client_id
AND m.died_on IS NULL
AND (v.kind NOT IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN')
OR m.date_of_birth > $5::date - interval '18 years'))
AND NOT EXISTS (SELECT 1
FROM telling_refusal f
WHERE f.client_id = v.client_id
AND f.state = 'IN_FORCE'
AND 'COACHING' = ANY(f.matters)
AND (f.representation_id IS NULL
OR f.representation_id = v.id))),
by_represented_3(id) AS MATERIALIZED (SELECT v.client_id
FROM representation v
WHERE (v.account_id = $4::uuid
OR (v.account_id IS NULL
AND v.id = $4::uuid))
AND v.state = 'IN_FORCE'
AND 'CONTRACT' = ANY(v.matters)
AND v.valid_from <= $5::date
AND (v.valid_until IS NULL
OR v.valid_until >= $5::date)
AND NOT (v.safety_restriction
AND 'CONTRACT' IN ('CONTACT', 'WHEREABOUTS'))
AND EXISTS (SELECT 1
FROM client m
WHERE m.id = v.client_id
AND m.died_on IS NULL
AND (v.kind NOT IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN')
OR m.date_of_birth > $5::date - interval '18 years'))
AND NOT EXISTS (SELECT 1
FROM telling_refusal f
WHERE f.client_id = v.client_id
AND f.state = 'IN_FORCE'
AND 'CONTRACT' = ANY(f.matters)
AND (f.representation_id IS NULL
OR f.representation_id = v.id))),
by_represented_4(id) AS MATERIALIZED (SELECT v.client_id
FROM representation v
WHERE (v.account_id = $4::uuid
OR (v.account_id IS NULL
AND v.id = $4::uuid))
AND v.state = 'IN_FORCE'
AND 'RIGHTS' = ANY(v.matters)
AND v.valid_from <= $5::date
AND (v.valid_until IS NULL
OR v.valid_until >= $5::date)
AND NOT (v.safety_restriction
AND 'RIGHTS' IN ('CONTACT', 'WHEREABOUTS'))
AND EXISTS (SELECT 1
FROM client m
WHERE m.id = v.client_id
AND m.died_on IS NULL
AND (v.kind NOT IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN')
OR m.date_of_birth > $5::date - interval '18 years'))
AND NOT EXISTS (SELECT 1
FROM telling_refusal f
WHERE f.client_id = v.client_id
AND f.state = 'IN_FORCE'
AND 'RIGHTS' = ANY(f.matters)
AND (f.representation_id IS NULL
OR f.representation_id = v.id))), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DAY_RECORDED'::text AS kind, 'attendance'::text AS noun, t2.recorded_at AS moment, t2.id AS id
FROM attendance t2
WHERE (t2."client_id" IN (SELECT id
FROM by_represented)
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
FROM (SELECT 'NOTE_SIGNED'::text AS kind, 'coaching_note'::text AS noun, t3.modified_at AS moment, t3.id AS id
FROM coaching_note t3
WHERE (t3."shared_with_id" IN (SELECT id
FROM by_represented_2)
AND t3.state IN ('AMENDED', 'SIGNED'))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'relationship'::text AS noun, t4.modified_at AS moment, t4.id AS id
FROM relationship t4
WHERE (t4."client_id" IN (SELECT id
FROM by_represented_2))
AND (t4.state IN ('ACTIVE', 'ENDED'))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'programme'::text AS noun, t5.modified_at AS moment, t5.id AS id
FROM programme t5
WHERE (t5."client_id" IN (SELECT id
FROM by_represented_2))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t5."client_id") IS TRUE))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'goal'::text AS noun, t6.modified_at AS moment, t6.id AS id
FROM goal t6
WHERE (t6."client_id" IN (SELECT id
FROM by_represented_2))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t6."client_id") IS TRUE))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'measure'::text AS noun, t7.modified_at AS moment, t7.id AS id
FROM measure t7
WHERE (t7."client_id" IN (SELECT id
FROM by_represented_2))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t7."client_id") IS TRUE))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'contract'::text AS noun, t8.modified_at AS moment, t8.id AS id
FROM contract t8
WHERE (t8."client_id" IN (SELECT id
FROM by_represented_3))
AND (t8.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t8."client_id") IS TRUE))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'proposal'::text AS noun, t9.modified_at AS moment, t9.id AS id
FROM proposal t9
WHERE (t9."client_id" IN (SELECT id
FROM by_represented_2))
AND (t9.state IN ('ACCEPTED', 'ASKED', 'REJECTED', 'SENT', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t9."client_id") IS TRUE)
AND (NOT (t9.state = 'WITHDRAWN'
AND t9.sent_at IS NULL)))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'report'::text AS noun, t10.modified_at AS moment, t10.id AS id
FROM report t10
WHERE (t10."client_id" IN (SELECT id
FROM by_represented_2))
AND (t10.state IN ('APPROVED', 'AT_HEARING', 'DELIVERED', 'HEARD')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t10."client_id") IS TRUE))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)) w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint), q1_attendance AS MATERIALIZED (SELECT t11."id" AS "id", t11."day" AS "day", t11."presence" AS "presence", t11.client_id AS "subject"
FROM attendance t11
WHERE t11.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'attendance')
AND t11."client_id" IN (SELECT id
FROM by_represented)
AND (NOT (SELECT m.safety_restriction
FROM client m
WHERE m.id = t11."client_id") IS TRUE)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t11."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q1_coaching_note AS MATERIALIZED (SELECT t12."id" AS "id", t12.client_id AS "subject"
FROM coaching_note t12
WHERE t12.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'coaching_note')
AND ((t12."created_by" = $4::uuid
AND t12.state IN ('DRAFT'))
OR (t12."shared_with_id" IN (SELECT id
FROM by_represented_2)
AND t12.state IN ('AMENDED', 'SIGNED')))
AND (SELECT ok
FROM live)), q1_relationship AS MATERIALIZED (SELECT t13."id" AS "id", t13.client_id AS "subject"
FROM relationship t13
WHERE t13.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'relationship')
AND t13."client_id" IN (SELECT id
FROM by_represented_2)
AND t13.state IN ('ACTIVE', 'ENDED')
AND (SELECT ok
FROM live)), q1_programme AS MATERIALIZED (SELECT t14."id" AS "id", t14.client_id AS "subject"
FROM programme t14
WHERE t14.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'programme')
AND t14."client_id" IN (SELECT id
FROM by_represented_2)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t14."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q1_goal AS MATERIALIZED (SELECT t15."id" AS "id", t15.client_id AS "subject"
FROM goal t15
WHERE t15.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'goal')
AND t15."client_id" IN (SELECT id
FROM by_represented_2)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t15."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q1_measure AS MATERIALIZED (SELECT t16."id" AS "id", t16.client_id AS "subject"
FROM measure t16
WHERE t16.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'measure')
AND t16."client_id" IN (SELECT id
FROM by_represented_2)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t16."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q1_contract AS MATERIALIZED (SELECT t17."id" AS "id", t17."state" AS "state", t17."ends_on" AS "ends_on", t17.client_id AS "subject"
FROM contract t17
WHERE t17.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'contract')
AND t17."client_id" IN (SELECT id
FROM by_represented_3)
AND t17.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t17."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q1_proposal AS MATERIALIZED (SELECT t18."id" AS "id", coalesce(t18.client_id, t18.referral_id) AS "subject"
FROM proposal t18
WHERE t18.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'proposal')
AND t18."client_id" IN (SELECT id
FROM by_represented_2)
AND t18.state IN ('ACCEPTED', 'ASKED', 'REJECTED', 'SENT', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t18."client_id") IS TRUE)
AND (NOT (t18.state = 'WITHDRAWN'
AND t18.sent_at IS NULL))
AND (SELECT ok
FROM live)), q1_report AS MATERIALIZED (SELECT t19."id" AS "id", t19.client_id AS "subject"
FROM report t19
WHERE t19.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'report')
AND t19."client_id" IN (SELECT id
FROM by_represented_2)
AND t19.state IN ('APPROVED', 'AT_HEARING', 'DELIVERED', 'HEARD')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t19."client_id") IS TRUE)
AND (SELECT ok
FROM live)), w20 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_HEAR'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t21.id AS id
FROM report t21
WHERE (t21."client_id" IN (SELECT id
FROM by_represented_2)
AND t21.state IN ('AT_HEARING'))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t21."client_id") IS TRUE))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONTRACT_TO_SIGN'::text AS kind, 'contract'::text AS noun, coalesce(t22.starts_on, DATE '9999-01-01') AS moment, t22.id AS id
FROM contract t22
WHERE (t22."client_id" IN (SELECT id
FROM by_represented_3)
AND t22.state IN ('AWAITING_SIGNATURES'))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t22."client_id") IS TRUE))
AND (NOT t22.signatures @> '[{"party": "CLIENT"}]'::jsonb)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONSENT_TO_GIVE'::text AS kind, 'consent'::text AS noun, DATE '9999-01-01' AS moment, t23.id AS id
FROM consent t23
WHERE (t23."client_id" IN (SELECT id
FROM by_represented_4)
AND t23.state IN ('REQUESTED'))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t23."client_id") IS TRUE))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1), v20 AS MATERIALIZED (SELECT *
FROM w20 w
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint), q20_report AS MATERIALIZED (SELECT t24."id" AS "id", t24.client_id AS "subject"
FROM report t24
WHERE t24.id IN (SELECT v.id
FROM v20 v
WHERE v.noun = 'report')
AND t24."client_id" IN (SELECT id
FROM by_represented_2)
AND t24.state IN ('APPROVED', 'AT_HEARING', 'DELIVERED', 'HEARD')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t24."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q20_contract AS MATERIALIZED (SELECT t25."id" AS "id", t25.client_id AS "subject"
FROM contract t25
WHERE t25.id IN (SELECT v.id
FROM v20 v
WHERE v.noun = 'contract')
AND t25."client_id" IN (SELECT id
FROM by_represented_3)
AND t25.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t25."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q20_consent AS MATERIALIZED (SELECT t26."id" AS "id", t26.client_id AS "subject"
FROM consent t26
WHERE t26.id IN (SELECT v.id
FROM v20 v
WHERE v.noun = 'consent')
AND t26."client_id" IN (SELECT id
FROM by_represented_4)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t26."client_id") IS TRUE)
AND (SELECT ok
FROM live)), w27 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_HEAR'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t28.id AS id
FROM report t28
WHERE (t28."client_id" IN (SELECT id
FROM by_represented_2)
AND t28.state IN ('AT_HEARING'))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t28."client_id") IS TRUE))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONTRACT_TO_SIGN'::text AS kind, 'contract'::text AS noun, coalesce(t29.starts_on, DATE '9999-01-01') AS moment, t29.id AS id
FROM contract t29
WHERE (t29."client_id" IN (SELECT id
FROM by_represented_3)
AND t29.state IN ('AWAITING_SIGNATURES'))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t29."client_id") IS TRUE))
AND (NOT t29.signatures @> '[{"party": "CLIENT"}]'::jsonb)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONSENT_TO_GIVE'::text AS kind, 'consent'::text AS noun, DATE '9999-01-01' AS moment, t30.id AS id
FROM consent t30
WHERE (t30."client_id" IN (SELECT id
FROM by_represented_4)
AND t30.state IN ('REQUESTED'))
AND ((NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t30."client_id") IS TRUE))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint + 1), v27 AS MATERIALIZED (SELECT *
FROM w27 w
ORDER BY w.moment, w.kind, w.id LIMIT $7::bigint), q27_report AS MATERIALIZED (SELECT t31."id" AS "id", t31.client_id AS "subject"
FROM report t31
WHERE t31.id IN (SELECT v.id
FROM v27 v
WHERE v.noun = 'report')
AND t31."client_id" IN (SELECT id
FROM by_represented_2)
AND t31.state IN ('APPROVED', 'AT_HEARING', 'DELIVERED', 'HEARD')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t31."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q27_contract AS MATERIALIZED (SELECT t32."id" AS "id", t32.client_id AS "subject"
FROM contract t32
WHERE t32.id IN (SELECT v.id
FROM v27 v
WHERE v.noun = 'contract')
AND t32."client_id" IN (SELECT id
FROM by_represented_3)
AND t32.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t32."client_id") IS TRUE)
AND (SELECT ok
FROM live)), q27_consent AS MATERIALIZED (SELECT t33."id" AS "id", t33.client_id AS "subject"
FROM consent t33
WHERE t33.id IN (SELECT v.id
FROM v27 v
WHERE v.noun = 'consent')
AND t33."client_id" IN (SELECT id
FROM by_represented_4)
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t33."client_id") IS TRUE)
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $15::timestamptz, $4::uuid, $9::text, $16::text, $17::text, '{Attendance.day,Attendance.id,Attendance.presence,Attendance.recordedAt:filter,Attendance.state:filter,CoachingNote.id,CoachingNote.modifiedAt:filter,CoachingNote.state:filter,Consent.id,Consent.state:filter,Contract.endsOn,Contract.id,Contract.modifiedAt:filter,Contract.startsOn:filter,Contract.state,Contract.state:filter,Goal.id,Goal.modifiedAt:filter,Goal.state:filter,Measure.id,Measure.modifiedAt:filter,Measure.state:filter,Programme.id,Programme.modifiedAt:filter,Programme.state:filter,Proposal.id,Proposal.modifiedAt:filter,Proposal.state:filter,Relationship.id,Relationship.modifiedAt:filter,Relationship.state:filter,Report.id,Report.modifiedAt:filter,Report.state:filter}'::text[], $10::uuid[], $11::text, $12::uuid, $13::text, $14::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_attendance)
UNION (SELECT subject
FROM q1_coaching_note)
UNION (SELECT subject
FROM q1_relationship)
UNION (SELECT subject
FROM q1_programme)
UNION (SELECT subject
FROM q1_goal)
UNION (SELECT subject
FROM q1_measure)
UNION (SELECT subject
FROM q1_contract)
UNION (SELECT subject
FROM q1_proposal)
UNION (SELECT subject
FROM q1_report)
UNION (SELECT subject
FROM q20_report)
UNION (SELECT subject
FROM q20_contract)
UNION (SELECT subject
FROM q20_consent)
UNION (SELECT subject
FROM q27_report)
UNION (SELECT subject
FROM q27_contract)
UNION (SELECT subject
FROM q27_consent)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(s.*)
FROM (SELECT $1::date AS "from", $2::date AS "before", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", w.moment AS "at", CASE w.noun WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_' || encode(uuid_send(p11."id"), 'hex') AS "id", p11."day" AS "day", p11."presence" AS "presence") r)
FROM q1_attendance p11
WHERE p11."id" = w.id) WHEN 'coaching_note' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'coaching_note_' || encode(uuid_send(p12."id"), 'hex') AS "id") r)
FROM q1_coaching_note p12
WHERE p12."id" = w.id) WHEN 'relationship' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'relationship_' || encode(uuid_send(p13."id"), 'hex') AS "id") r)
FROM q1_relationship p13
WHERE p13."id" = w.id) WHEN 'programme' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'programme_' || encode(uuid_send(p14."id"), 'hex') AS "id") r)
FROM q1_programme p14
WHERE p14."id" = w.id) WHEN 'goal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'goal_' || encode(uuid_send(p15."id"), 'hex') AS "id") r)
FROM q1_goal p15
WHERE p15."id" = w.id) WHEN 'measure' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'measure_' || encode(uuid_send(p16."id"), 'hex') AS "id") r)
FROM q1_measure p16
WHERE p16."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p17."id"), 'hex') AS "id", p17."state" AS "state", p17."ends_on" AS "endsOn") r)
FROM q1_contract p17
WHERE p17."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'proposal_' || encode(uuid_send(p18."id"), 'hex') AS "id") r)
FROM q1_proposal p18
WHERE p18."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p19."id"), 'hex') AS "id") r)
FROM q1_report p19
WHERE p19."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC) r) AS "nodes") c) AS "happened", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p24."id"), 'hex') AS "id") r)
FROM q20_report p24
WHERE p24."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p25."id"), 'hex') AS "id") r)
FROM q20_contract p25
WHERE p25."id" = w.id) WHEN 'consent' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'consent_' || encode(uuid_send(p26."id"), 'hex') AS "id") r)
FROM q20_consent p26
WHERE p26."id" = w.id) END AS "object"
FROM v20 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "due", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p31."id"), 'hex') AS "id") r)
FROM q27_report p31
WHERE p31."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p32."id"), 'hex') AS "id") r)
FROM q27_contract p32
WHERE p32."id" = w.id) WHEN 'consent' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'consent_' || encode(uuid_send(p33."id"), 'hex') AS "id") r)
FROM q27_consent p33
WHERE p33."id" = w.id) END AS "object"
FROM v27 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "waiting") s) AS r0
