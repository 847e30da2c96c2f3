WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $3::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
by_consent(id) AS MATERIALIZED (SELECT r.id
FROM referral r
WHERE r.agency_id = $2::uuid
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
OR k.valid_until >= $4::date)))),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT t1."id" AS "id", t1."kind" AS "kind", t1."state" AS "state", t1."starts_on" AS "starts_on", t1."ends_on" AS "ends_on", t1."summary" AS "summary", t1."goals" AS "goals", t1."attendance" AS "attendance", t1."client_view" AS "client_view", t1."recommendation" AS "recommendation", t1."delivered_at" AS "delivered_at", t1."digest" AS "digest", t1."referral_id" AS "referral_id", t1.client_id AS "subject"
FROM (SELECT t1.*
FROM (SELECT DISTINCT id
FROM (SELECT id
FROM by_consent) i(id)) m1(id)
CROSS
JOIN LATERAL (SELECT t1."ends_on", t1."id"
FROM report t1
WHERE t1."referral_id" = m1.id
AND t1.state IN ('DELIVERED')
AND (NOT (SELECT m.processing_restriction
FROM client m
WHERE m.id = t1."client_id") IS TRUE)
AND (SELECT ok
FROM live)
ORDER BY t1."ends_on" DESC, t1."id" DESC LIMIT $1::bigint) t1
ORDER BY t1."ends_on" DESC, t1."id" DESC LIMIT $1::bigint) k
CROSS
JOIN LATERAL (SELECT *
FROM report w
WHERE w.id = k.id LIMIT 1) t1
ORDER BY t1."ends_on" DESC, t1."id" DESC) p1, LATERAL (SELECT 'report_' || encode(uuid_send(p1."id"), 'hex') AS "id", p1."kind" AS "kind", p1."state" AS "state", p1."starts_on" AS "startsOn", p1."ends_on" AS "endsOn", p1."summary" AS "summary", p1."goals" AS "goals", p1."attendance" AS "attendance", p1."client_view" AS "clientView", p1."recommendation" AS "recommendation", p1."delivered_at" AS "deliveredAt", p1."digest" AS "digest", (SELECT row_to_json(r.*)
FROM (SELECT 'referral_' || encode(uuid_send(p2."id"), 'hex') AS "id", p2."state" AS "state"
FROM (SELECT t2."id" AS "id", t2."state" AS "state"
FROM referral t2
WHERE t2.id = p1."referral_id"
AND ((t2."agency_id" = $2::uuid)
OR (t2."entered_by" = $3::uuid
AND t2.state IN ('DRAFT')))) p2) r) AS "referral") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $12::timestamptz, $3::uuid, $6::text, $13::text, $14::text, '{Referral.id,Referral.state,Report.attendance,Report.clientView,Report.deliveredAt,Report.digest,Report.endsOn,Report.endsOn:order,Report.goals,Report.id,Report.kind,Report.recommendation,Report.referral,Report.startsOn,Report.state,Report.summary}'::text[], $7::uuid[], $8::text, $9::uuid, $10::text, $11::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
