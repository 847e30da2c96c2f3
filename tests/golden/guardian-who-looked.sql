WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $1::uuid
AND a.epoch = $6::int
AND a.disabled_at IS NULL) AS ok),
by_represented(id) AS MATERIALIZED (SELECT v.client_id
FROM representation v
WHERE (v.account_id = $1::uuid
OR (v.account_id IS NULL
AND v.id = $1::uuid))
AND v.state = 'IN_FORCE'
AND 'RIGHTS' = ANY(v.matters)
AND v.valid_from <= $2::date
AND (v.valid_until IS NULL
OR v.valid_until >= $2::date)
AND NOT (v.safety_restriction
AND 'RIGHTS' IN ('CONTACT', 'WHEREABOUTS'))
AND EXISTS (SELECT 1
FROM client m
WHERE m.id = v.client_id
AND m.died_on IS NULL
AND (v.kind NOT IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN')
OR m.date_of_birth > $2::date - interval '18 years'))
AND NOT EXISTS (SELECT 1
FROM telling_refusal f
WHERE f.client_id = v.client_id
AND f.state = 'IN_FORCE'
AND 'RIGHTS' = ANY(f.matters)
AND (f.representation_id IS NULL
OR f.representation_id = v.id))),
by_represented_2(id) AS MATERIALIZED (SELECT v.client_id
FROM representation v
WHERE (v.account_id = $1::uuid
OR (v.account_id IS NULL
AND v.id = $1::uuid))
AND v.state = 'IN_FORCE'
AND 'CONTACT' = ANY(v.matters)
AND v.valid_from <= $2::date
AND (v.valid_until IS NULL
OR v.valid_until >= $2::date)
AND NOT (v.safety_restriction
AND 'CONTACT' IN ('CONTACT', 'WHEREABOUTS'))
AND EXISTS (SELECT 1
FROM client m
WHERE m.id = v.client_id
AND m.died_on IS NULL
AND (v.kind NOT IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN')
OR m.date_of_birth > $2::date - interval '18 years'))
AND NOT EXISTS (SELECT 1
FROM telling_refusal f
WHERE f.client_id = v.client_id
AND f.state = 'IN_FORCE'
AND 'CONTACT' = ANY(f.matters)
AND (f.representation_id IS NULL
OR f.representation_id = v.id))),
by_represented_3(id) AS MATERIALIZED (SELECT v.client_id
FROM representation v
WHERE (v.account_id = $1::uuid
OR (v.account_id IS NULL
AND v.id = $1::uuid))
AND v.state = 'IN_FORCE'
AND 'WHEREABOUTS' = ANY(v.matters)
AND v.valid_from <= $2::date
AND (v.valid_until IS NULL
OR v.valid_until >= $2::date)
AND NOT (v.safety_restriction
AND 'WHEREABOUTS' IN ('CONTACT', 'WHEREABOUTS'))
AND EXISTS (SELECT 1
FROM client m
WHERE m.id = v.client_id
AND m.died_on IS NULL
AND (v.kind NOT IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN')
OR m.date_of_birth > $2::date - interval '18 years'))
AND NOT EXISTS (SELECT 1
FROM telling_refusal f
WHERE f.client_id = v.client_id
AND f.state = 'IN_FORCE'
AND 'WHEREABOUTS' = ANY(f.matters)
AND (f.representation_id IS NULL
OR f.representation_id = v.id))),
by_represented_4(id) AS MATERIALIZED (SELECT v.client_id
FROM representation v
WHERE (v.account_id = $1::uuid
OR (v.account_id IS NULL
AND v.id = $1::uuid))
AND v.state = 'IN_FORCE'
AND 'PERSON' = ANY(v.matters)
AND v.valid_from <= $2::date
AND (v.valid_until IS NULL
OR v.valid_until >= $2::date)
AND NOT (v.safety_restriction
AND 'PERSON' IN ('CONTACT', 'WHEREABOUTS'))
AND EXISTS (SELECT 1
FROM client m
WHERE m.id = v.client_id
AND m.died_on IS NULL
AND (v.kind NOT IN ('GUARDIAN', 'RESTRICTED_CUSTODIAN')
OR m.date_of_birth > $2::date - interval '18 years'))
AND NOT EXISTS (SELECT 1
FROM telling_refusal f
WHERE f.client_id = v.client_id
AND f.state = 'IN_FORCE'
AND 'PERSON' = ANY(f.matters)
AND (f.representation_id IS NULL
OR f.representation_id = v.id))),
q1 AS MATERIALIZED (SELECT t1."id" IN (SELECT id
FROM by_represented) AS "may_log", t1."id" AS "id", t1."id" IN (SELECT id
FROM by_represented_2)
AND (NOT t1.safety_restriction)
AND (NOT t1.processing_restriction) AS "may_contact", t1.id AS "subject"
FROM client t1
WHERE t1.id = $5::uuid
AND t1."id" IN (SELECT id
FROM by_represented_4)
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $3::timestamptz, $1::uuid, $7::text, $13::text, $14::text, '{Client.accessLog}'::text[], $8::uuid[], $9::text, $10::uuid, $11::text, $12::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(r.*)
FROM (SELECT CASE WHEN p1.may_log THEN (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT chr(2) || '0:' || encode(convert_to(l.at::text || chr(31) || l.id::text, 'UTF8'), 'hex') AS "cursor", CASE WHEN ((SELECT with_names
FROM (SELECT coalesce(bool_and(d.log_mode = 'NAMES'), TRUE) AS with_names, min(d.log_years) AS years
FROM register d
WHERE d.id IN (SELECT r.register_id
FROM relationship r
WHERE r.client_id = p1."id")) law)
AND p1.may_contact) THEN l.at ELSE date_trunc('day', l.at, 'Europe/Helsinki') END AS "at", CASE WHEN ((SELECT with_names
FROM (SELECT coalesce(bool_and(d.log_mode = 'NAMES'), TRUE) AS with_names, min(d.log_years) AS years
FROM register d
WHERE d.id IN (SELECT r.register_id
FROM relationship r
WHERE r.client_id = p1."id")) law)
AND p1.may_contact) THEN CASE WHEN (a.kind = 'WORKPLACE'
AND NOT p1."id" IN (SELECT id
FROM by_represented_3)
OR a.kind = 'GUARDIAN'
AND a.id <> $1::uuid) THEN NULL ELSE coalesce(a.name, g.name, (SELECT concat_ws(' ', coalesce(p.call_name, p.first_names), p.last_name)
FROM client p
WHERE p.id = a.client_id), (SELECT concat_ws(' ', v.first_names, v.last_name)
FROM representation v
WHERE v.account_id = a.id
ORDER BY v.client_id = p1."id" DESC, v.id LIMIT 1)) END END AS "actorName", coalesce(a.kind, 'AGENCY') AS "actorKind", CASE WHEN p1.may_contact THEN CASE WHEN (a.kind = 'WORKPLACE'
AND NOT p1."id" IN (SELECT id
FROM by_represented_3)
OR a.kind = 'GUARDIAN'
AND a.id <> $1::uuid) THEN NULL ELSE coalesce((SELECT y.name
FROM agency y
WHERE y.id = coalesce(a.agency_id, g.agency_id, w.id)), (SELECT y.name
FROM workplace y
WHERE y.id = a.workplace_id)) END END AS "organisationName", l.purpose AS "purpose", CASE WHEN NOT (a.kind IN ('OFFICIAL', 'WORKPLACE')
OR g.id IS NOT NULL
OR w.id IS NOT NULL) THEN CASE a.kind WHEN 'TRAINEE' THEN 'OWN_DATA' WHEN 'GUARDIAN' THEN 'REPRESENTATION' ELSE 'WORK' END WHEN a.kind = 'WORKPLACE' THEN 'CONTRACT' WHEN EXISTS (SELECT 1
FROM consent k
WHERE k.client_id = p1."id"
AND k.agency_id = coalesce(a.agency_id, g.agency_id, w.id)
AND k.given_on <= l.at::date
AND (k.withdrawn_at IS NULL
OR k.withdrawn_at > l.at)
AND (k.valid_until IS NULL
OR k.valid_until >= l.at::date)) THEN 'CONSENT' WHEN w.id IS NOT NULL THEN 'STATUTE' WHEN EXISTS (SELECT 1
FROM referral x
WHERE x.client_id = p1."id"
AND x.agency_id = coalesce(a.agency_id, g.agency_id, w.id)
AND x.basis = 'STATUTORY') THEN 'STATUTE' ELSE 'OWN_REFERRAL' END AS "basis"
FROM disclosure_log l
LEFT
JOIN account a ON a.id = l.account
LEFT
JOIN agency_client g ON g.id = l.account
LEFT
JOIN agency w ON l.operation = 'absenceReport.SEND'
AND w.id = ANY(l.asked)
WHERE l.subjects && (ARRAY[p1."id"] || ARRAY(SELECT m.id
FROM client m
WHERE m.merged_into_id = p1."id"))
AND l.at >= $3::timestamptz - make_interval(years => (SELECT coalesce(years, 1000)
FROM (SELECT coalesce(bool_and(d.log_mode = 'NAMES'), TRUE) AS with_names, min(d.log_years) AS years
FROM register d
WHERE d.id IN (SELECT r.register_id
FROM relationship r
WHERE r.client_id = p1."id")) law))
ORDER BY l.at DESC, l.id DESC LIMIT $4::bigint) r) END AS "accessLog"
FROM q1 p1) r) AS r0
