WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $5::uuid
AND a.epoch = $6::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT coalesce(json_agg(p1j0.*), '[]') AS j0, array_agg(p1.subject) FILTER (WHERE p1.subject IS NOT NULL) AS subjects
FROM (SELECT *
FROM (SELECT t1."id" AS "id", t1.id AS "subject"
FROM client t1
WHERE t1."id" = $4::uuid
AND t1.state IN ('ACTIVE', 'ENDED', 'PROSPECT')
AND (SELECT ok
FROM live)
ORDER BY t1."sort_key", t1."id" LIMIT 25) s LIMIT $1::bigint) p1, LATERAL (SELECT 'client_' || encode(uuid_send(p1."id"), 'hex') AS "id", (SELECT coalesce(json_agg(r.*), '[]')
FROM (SELECT chr(2) || '0:' || encode(convert_to(l.at::text || chr(31) || l.id::text, 'UTF8'), 'hex') AS "cursor", CASE WHEN (SELECT with_names
FROM (SELECT coalesce(bool_and(d.log_mode = 'NAMES'), TRUE) AS with_names, min(d.log_years) AS years
FROM register d
WHERE d.id IN (SELECT r.register_id
FROM relationship r
WHERE r.client_id = p1."id")) law) THEN l.at ELSE date_trunc('day', l.at, 'Europe/Helsinki') END AS "at", CASE WHEN (SELECT with_names
FROM (SELECT coalesce(bool_and(d.log_mode = 'NAMES'), TRUE) AS with_names, min(d.log_years) AS years
FROM register d
WHERE d.id IN (SELECT r.register_id
FROM relationship r
WHERE r.client_id = p1."id")) law) THEN coalesce(a.name, g.name, (SELECT concat_ws(' ', coalesce(p.call_name, p.first_names), p.last_name)
FROM client p
WHERE p.id = a.client_id), (SELECT concat_ws(' ', v.first_names, v.last_name)
FROM representation v
WHERE v.account_id = a.id
ORDER BY v.client_id = p1."id" DESC, v.id LIMIT 1)) END AS "actorName", coalesce(a.kind, 'AGENCY') AS "actorKind", coalesce((SELECT y.name
FROM agency y
WHERE y.id = coalesce(a.agency_id, g.agency_id, w.id)), (SELECT y.name
FROM workplace y
WHERE y.id = a.workplace_id)) AS "organisationName", CASE WHEN NOT (a.kind IN ('OFFICIAL', 'WORKPLACE')
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
AND x.basis = 'STATUTORY') THEN 'STATUTE' ELSE 'OWN_REFERRAL' END AS "basis", l.fields AS "fields"
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
AND l.at >= $2::timestamptz - make_interval(years => (SELECT coalesce(years, 1000)
FROM (SELECT coalesce(bool_and(d.log_mode = 'NAMES'), TRUE) AS with_names, min(d.log_years) AS years
FROM register d
WHERE d.id IN (SELECT r.register_id
FROM relationship r
WHERE r.client_id = p1."id")) law))
AND (a.kind IN ('OFFICIAL', 'WORKPLACE')
OR g.id IS NOT NULL
OR w.id IS NOT NULL)
ORDER BY l.at DESC, l.id DESC LIMIT $3::bigint) r) AS "disclosures") p1j0),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $2::timestamptz, $5::uuid, $7::text, $13::text, $14::text, '{Client.disclosures,Client.id}'::text[], $8::uuid[], $9::text, $10::uuid, $11::text, $12::text, coalesce(s.subjects, '{}'), CASE WHEN s.subjects IS NULL THEN 'NOTHING' ELSE 'SHOWN' END
FROM q1 s
WHERE (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(c.*)
FROM (SELECT q1.j0 AS "nodes"
FROM q1) c) AS r0
