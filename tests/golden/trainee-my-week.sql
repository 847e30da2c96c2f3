WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $5::uuid
AND a.epoch = $9::int
AND a.disabled_at IS NULL) AS ok), w1 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'DAY_RECORDED'::text AS kind, 'attendance'::text AS noun, t2.recorded_at AS moment, t2.id AS id
FROM attendance t2
WHERE (t2."client_id" = $4::uuid
AND t2.state IN ('CONFIRMED', 'LOCKED', 'RECORDED'))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'NOTE_SIGNED'::text AS kind, 'coaching_note'::text AS noun, t3.modified_at AS moment, t3.id AS id
FROM coaching_note t3
WHERE (t3."shared_with_id" = $4::uuid
AND t3.state IN ('AMENDED', 'SIGNED'))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'referral'::text AS noun, t4.modified_at AS moment, t4.id AS id
FROM referral t4
WHERE (t4."client_id" = $4::uuid)
AND (((t4."entered_by" = $5::uuid
AND t4.state IN ('DRAFT'))
OR (t4.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN'))))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'relationship'::text AS noun, t5.modified_at AS moment, t5.id AS id
FROM relationship t5
WHERE (t5."client_id" = $4::uuid)) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'programme'::text AS noun, t6.modified_at AS moment, t6.id AS id
FROM programme t6
WHERE (t6."client_id" = $4::uuid)) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'goal'::text AS noun, t7.modified_at AS moment, t7.id AS id
FROM goal t7
WHERE (t7."client_id" = $4::uuid)) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'measure'::text AS noun, t8.modified_at AS moment, t8.id AS id
FROM measure t8
WHERE (t8."client_id" = $4::uuid)) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'contract'::text AS noun, t9.modified_at AS moment, t9.id AS id
FROM contract t9
WHERE (t9."client_id" = $4::uuid)
AND (t9.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN'))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'proposal'::text AS noun, t10.modified_at AS moment, t10.id AS id
FROM proposal t10
WHERE (t10."client_id" = $4::uuid)
AND (t10.state IN ('ACCEPTED', 'ASKED', 'REJECTED', 'SENT', 'WITHDRAWN')
AND (NOT (t10.state = 'WITHDRAWN'
AND t10.sent_at IS NULL)))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CHANGED'::text AS kind, 'report'::text AS noun, t11.modified_at AS moment, t11.id AS id
FROM report t11
WHERE (t11."client_id" = $4::uuid)
AND (t11.state IN ('APPROVED', 'AT_HEARING', 'DELIVERED', 'HEARD'))) w
WHERE w.moment >= ($1::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND w.moment < ($2::date::timestamp AT TIME ZONE 'Europe/Helsinki')
AND (SELECT ok
FROM live)
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1)) w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint + 1), v1 AS MATERIALIZED (SELECT *
FROM w1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC LIMIT $3::bigint), q1_attendance AS MATERIALIZED (SELECT t12."id" AS "id", t12."day" AS "day", t12."code" AS "code", t12.client_id AS "subject"
FROM attendance t12
WHERE t12.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'attendance')
AND t12."client_id" = $4::uuid
AND (SELECT ok
FROM live)), q1_coaching_note AS MATERIALIZED (SELECT t13."id" AS "id", t13."kind" AS "kind", t13."occurred_at" AS "occurred_at", t13.client_id AS "subject"
FROM coaching_note t13
WHERE t13.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'coaching_note')
AND ((t13."created_by" = $5::uuid
AND t13.state IN ('DRAFT'))
OR (t13."shared_with_id" = $4::uuid
AND t13.state IN ('AMENDED', 'SIGNED')))
AND (SELECT ok
FROM live)), q1_referral AS MATERIALIZED (SELECT t14."id" AS "id", coalesce(t14.client_id, t14.id) AS "subject"
FROM referral t14
WHERE t14.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'referral')
AND ((t14."entered_by" = $5::uuid
AND t14.state IN ('DRAFT'))
OR (t14."client_id" = $4::uuid
AND t14.state IN ('ACCEPTED', 'CLOSED', 'EXPIRED', 'INFO_REQUESTED', 'INTERVIEW', 'IN_REVIEW', 'NO_SHOW', 'RECEIVED', 'REJECTED', 'STARTED', 'SUBMITTED', 'WAITLISTED', 'WITHDRAWN')))
AND (SELECT ok
FROM live)), q1_relationship AS MATERIALIZED (SELECT t15."id" AS "id", t15.client_id AS "subject"
FROM relationship t15
WHERE t15.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'relationship')
AND t15."client_id" = $4::uuid
AND (SELECT ok
FROM live)), q1_programme AS MATERIALIZED (SELECT t16."id" AS "id", t16.client_id AS "subject"
FROM programme t16
WHERE t16.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'programme')
AND t16."client_id" = $4::uuid
AND (SELECT ok
FROM live)), q1_goal AS MATERIALIZED (SELECT t17."id" AS "id", t17.client_id AS "subject"
FROM goal t17
WHERE t17.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'goal')
AND t17."client_id" = $4::uuid
AND (SELECT ok
FROM live)), q1_measure AS MATERIALIZED (SELECT t18."id" AS "id", t18.client_id AS "subject"
FROM measure t18
WHERE t18.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'measure')
AND t18."client_id" = $4::uuid
AND (SELECT ok
FROM live)), q1_contract AS MATERIALIZED (SELECT t19."id" AS "id", t19."state" AS "state", t19.client_id AS "subject"
FROM contract t19
WHERE t19.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'contract')
AND t19."client_id" = $4::uuid
AND t19.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (SELECT ok
FROM live)), q1_proposal AS MATERIALIZED (SELECT t20."id" AS "id", coalesce(t20.client_id, t20.referral_id) AS "subject"
FROM proposal t20
WHERE t20.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'proposal')
AND t20."client_id" = $4::uuid
AND t20.state IN ('ACCEPTED', 'ASKED', 'REJECTED', 'SENT', 'WITHDRAWN')
AND (NOT (t20.state = 'WITHDRAWN'
AND t20.sent_at IS NULL))
AND (SELECT ok
FROM live)), q1_report AS MATERIALIZED (SELECT t21."id" AS "id", t21.client_id AS "subject"
FROM report t21
WHERE t21.id IN (SELECT v.id
FROM v1 v
WHERE v.noun = 'report')
AND t21."client_id" = $4::uuid
AND t21.state IN ('APPROVED', 'AT_HEARING', 'DELIVERED', 'HEARD')
AND (SELECT ok
FROM live)), w22 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'MEASURE_DUE'::text AS kind, 'measure'::text AS noun, coalesce(t23.due_on, DATE '9999-01-01') AS moment, t23.id AS id
FROM measure t23
WHERE (t23."client_id" = $4::uuid
AND t23.state IN ('OPEN'))
AND (t23.due_on IS NOT NULL)) d
WHERE d.moment <= $7::date + 14) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_HEAR'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t24.id AS id
FROM report t24
WHERE (t24."client_id" = $4::uuid
AND t24.state IN ('AT_HEARING'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONTRACT_TO_SIGN'::text AS kind, 'contract'::text AS noun, coalesce(t25.starts_on, DATE '9999-01-01') AS moment, t25.id AS id
FROM contract t25
WHERE (t25."client_id" = $4::uuid
AND t25.state IN ('AWAITING_SIGNATURES'))
AND (NOT t25.signatures @> '[{"party": "CLIENT"}]'::jsonb)) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONSENT_TO_GIVE'::text AS kind, 'consent'::text AS noun, DATE '9999-01-01' AS moment, t26.id AS id
FROM consent t26
WHERE (t26."client_id" = $4::uuid
AND t26.state IN ('REQUESTED'))) w
WHERE w.moment >= $1::date
AND w.moment < $2::date
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint + 1), v22 AS MATERIALIZED (SELECT *
FROM w22 w
ORDER BY w.moment, w.kind, w.id LIMIT $6::bigint), q22_measure AS MATERIALIZED (SELECT t27."id" AS "id", t27.client_id AS "subject"
FROM measure t27
WHERE t27.id IN (SELECT v.id
FROM v22 v
WHERE v.noun = 'measure')
AND t27."client_id" = $4::uuid
AND (SELECT ok
FROM live)), q22_report AS MATERIALIZED (SELECT t28."id" AS "id", t28.client_id AS "subject"
FROM report t28
WHERE t28.id IN (SELECT v.id
FROM v22 v
WHERE v.noun = 'report')
AND t28."client_id" = $4::uuid
AND t28.state IN ('APPROVED', 'AT_HEARING', 'DELIVERED', 'HEARD')
AND (SELECT ok
FROM live)), q22_contract AS MATERIALIZED (SELECT t29."id" AS "id", t29.client_id AS "subject"
FROM contract t29
WHERE t29.id IN (SELECT v.id
FROM v22 v
WHERE v.noun = 'contract')
AND t29."client_id" = $4::uuid
AND t29.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (SELECT ok
FROM live)), q22_consent AS MATERIALIZED (SELECT t30."id" AS "id", t30.client_id AS "subject"
FROM consent t30
WHERE t30.id IN (SELECT v.id
FROM v22 v
WHERE v.noun = 'consent')
AND t30."client_id" = $4::uuid
AND (SELECT ok
FROM live)), w31 AS MATERIALIZED (SELECT *
FROM ((SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT *
FROM (SELECT 'MEASURE_DUE'::text AS kind, 'measure'::text AS noun, coalesce(t32.due_on, DATE '9999-01-01') AS moment, t32.id AS id
FROM measure t32
WHERE (t32."client_id" = $4::uuid
AND t32.state IN ('OPEN'))
AND (t32.due_on IS NOT NULL)) d
WHERE d.moment <= $7::date + 14) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'REPORT_TO_HEAR'::text AS kind, 'report'::text AS noun, DATE '9999-01-01' AS moment, t33.id AS id
FROM report t33
WHERE (t33."client_id" = $4::uuid
AND t33.state IN ('AT_HEARING'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONTRACT_TO_SIGN'::text AS kind, 'contract'::text AS noun, coalesce(t34.starts_on, DATE '9999-01-01') AS moment, t34.id AS id
FROM contract t34
WHERE (t34."client_id" = $4::uuid
AND t34.state IN ('AWAITING_SIGNATURES'))
AND (NOT t34.signatures @> '[{"party": "CLIENT"}]'::jsonb)) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)
UNION (SELECT w.kind, w.noun, w.moment, w.id
FROM (SELECT 'CONSENT_TO_GIVE'::text AS kind, 'consent'::text AS noun, DATE '9999-01-01' AS moment, t35.id AS id
FROM consent t35
WHERE (t35."client_id" = $4::uuid
AND t35.state IN ('REQUESTED'))) w
WHERE (w.moment < $1::date
OR w.moment = DATE '9999-01-01')
AND (SELECT ok
FROM live)
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1)) w
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint + 1), v31 AS MATERIALIZED (SELECT *
FROM w31 w
ORDER BY w.moment, w.kind, w.id LIMIT $8::bigint), q31_measure AS MATERIALIZED (SELECT t36."id" AS "id", t36.client_id AS "subject"
FROM measure t36
WHERE t36.id IN (SELECT v.id
FROM v31 v
WHERE v.noun = 'measure')
AND t36."client_id" = $4::uuid
AND (SELECT ok
FROM live)), q31_report AS MATERIALIZED (SELECT t37."id" AS "id", t37.client_id AS "subject"
FROM report t37
WHERE t37.id IN (SELECT v.id
FROM v31 v
WHERE v.noun = 'report')
AND t37."client_id" = $4::uuid
AND t37.state IN ('APPROVED', 'AT_HEARING', 'DELIVERED', 'HEARD')
AND (SELECT ok
FROM live)), q31_contract AS MATERIALIZED (SELECT t38."id" AS "id", t38.client_id AS "subject"
FROM contract t38
WHERE t38.id IN (SELECT v.id
FROM v31 v
WHERE v.noun = 'contract')
AND t38."client_id" = $4::uuid
AND t38.state IN ('ACTIVE', 'AWAITING_SIGNATURES', 'ENDED', 'SUPERSEDED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN')
AND (SELECT ok
FROM live)), q31_consent AS MATERIALIZED (SELECT t39."id" AS "id", t39.client_id AS "subject"
FROM consent t39
WHERE t39.id IN (SELECT v.id
FROM v31 v
WHERE v.noun = 'consent')
AND t39."client_id" = $4::uuid
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $16::timestamptz, $5::uuid, $10::text, $17::text, $18::text, '{Attendance.code,Attendance.day,Attendance.id,Attendance.recordedAt:filter,Attendance.state:filter,CoachingNote.id,CoachingNote.kind,CoachingNote.modifiedAt:filter,CoachingNote.occurredAt,CoachingNote.state:filter,Consent.id,Consent.state:filter,Contract.id,Contract.modifiedAt:filter,Contract.startsOn:filter,Contract.state,Contract.state:filter,Goal.id,Goal.modifiedAt:filter,Goal.state:filter,Measure.dueOn:filter,Measure.id,Measure.modifiedAt:filter,Measure.state:filter,Programme.id,Programme.modifiedAt:filter,Programme.state:filter,Proposal.id,Proposal.modifiedAt:filter,Proposal.state:filter,Referral.id,Referral.modifiedAt:filter,Referral.state:filter,Relationship.id,Relationship.modifiedAt:filter,Relationship.state:filter,Report.id,Report.modifiedAt:filter,Report.state:filter}'::text[], $11::uuid[], $12::text, $13::uuid, $14::text, $15::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1_attendance)
UNION (SELECT subject
FROM q1_coaching_note)
UNION (SELECT subject
FROM q1_referral)
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
FROM q22_measure)
UNION (SELECT subject
FROM q22_report)
UNION (SELECT subject
FROM q22_contract)
UNION (SELECT subject
FROM q22_consent)
UNION (SELECT subject
FROM q31_measure)
UNION (SELECT subject
FROM q31_report)
UNION (SELECT subject
FROM q31_contract)
UNION (SELECT subject
FROM q31_consent)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(s.*)
FROM (SELECT $1::date AS "from", $2::date AS "before", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", w.moment AS "at", CASE w.noun WHEN 'attendance' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'attendance_' || encode(uuid_send(p12."id"), 'hex') AS "id", p12."day" AS "day", p12."code" AS "code") r)
FROM q1_attendance p12
WHERE p12."id" = w.id) WHEN 'coaching_note' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'coaching_note_' || encode(uuid_send(p13."id"), 'hex') AS "id", p13."kind" AS "kind", p13."occurred_at" AS "occurredAt") r)
FROM q1_coaching_note p13
WHERE p13."id" = w.id) WHEN 'referral' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'referral_' || encode(uuid_send(p14."id"), 'hex') AS "id") r)
FROM q1_referral p14
WHERE p14."id" = w.id) WHEN 'relationship' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'relationship_' || encode(uuid_send(p15."id"), 'hex') AS "id") r)
FROM q1_relationship p15
WHERE p15."id" = w.id) WHEN 'programme' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'programme_' || encode(uuid_send(p16."id"), 'hex') AS "id") r)
FROM q1_programme p16
WHERE p16."id" = w.id) WHEN 'goal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'goal_' || encode(uuid_send(p17."id"), 'hex') AS "id") r)
FROM q1_goal p17
WHERE p17."id" = w.id) WHEN 'measure' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'measure_' || encode(uuid_send(p18."id"), 'hex') AS "id") r)
FROM q1_measure p18
WHERE p18."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p19."id"), 'hex') AS "id", p19."state" AS "state") r)
FROM q1_contract p19
WHERE p19."id" = w.id) WHEN 'proposal' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'proposal_' || encode(uuid_send(p20."id"), 'hex') AS "id") r)
FROM q1_proposal p20
WHERE p20."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p21."id"), 'hex') AS "id") r)
FROM q1_report p21
WHERE p21."id" = w.id) END AS "object"
FROM v1 w
ORDER BY w.moment DESC, w.kind DESC, w.id DESC) r) AS "nodes") c) AS "happened", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'measure' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'measure_' || encode(uuid_send(p27."id"), 'hex') AS "id") r)
FROM q22_measure p27
WHERE p27."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p28."id"), 'hex') AS "id") r)
FROM q22_report p28
WHERE p28."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p29."id"), 'hex') AS "id") r)
FROM q22_contract p29
WHERE p29."id" = w.id) WHEN 'consent' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'consent_' || encode(uuid_send(p30."id"), 'hex') AS "id") r)
FROM q22_consent p30
WHERE p30."id" = w.id) END AS "object"
FROM v22 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "due", (SELECT row_to_json(c.*)
FROM (SELECT (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT w.kind AS "kind", nullif(w.moment, DATE '9999-01-01') AS "dueOn", CASE w.noun WHEN 'measure' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'measure_' || encode(uuid_send(p36."id"), 'hex') AS "id") r)
FROM q31_measure p36
WHERE p36."id" = w.id) WHEN 'report' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'report_' || encode(uuid_send(p37."id"), 'hex') AS "id") r)
FROM q31_report p37
WHERE p37."id" = w.id) WHEN 'contract' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'contract_' || encode(uuid_send(p38."id"), 'hex') AS "id") r)
FROM q31_contract p38
WHERE p38."id" = w.id) WHEN 'consent' THEN (SELECT (SELECT row_to_json(r.*)
FROM (SELECT 'consent_' || encode(uuid_send(p39."id"), 'hex') AS "id") r)
FROM q31_consent p39
WHERE p39."id" = w.id) END AS "object"
FROM v31 w
ORDER BY w.moment, w.kind, w.id) r) AS "nodes") c) AS "waiting") s) AS r0
