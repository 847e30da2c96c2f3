WITH
live AS (SELECT EXISTS (SELECT 1
FROM account a
WHERE a.id = $4::uuid
AND a.epoch = $5::int
AND a.disabled_at IS NULL) AS ok),
q1 AS MATERIALIZED (SELECT t1."state" AS "state", t1."id" AS "id", t1.id AS "subject"
FROM client t1
WHERE t1.id = $3::uuid
AND TRUE
AND (SELECT ok
FROM live)),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $1::timestamptz, $4::uuid, $6::text, $12::text, $13::text, '{Client.accessLog,Client.state}'::text[], $7::uuid[], $8::text, $9::uuid, $10::text, $11::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM ((SELECT subject
FROM q1)) s(id) HAVING (SELECT ok
FROM live))
SELECT (SELECT ok
FROM live) AS ok, (SELECT row_to_json(r.*)
FROM (SELECT p1."state" AS "state", (SELECT coalesce(json_agg(r.*), '[]')
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
ORDER BY v.client_id = p1."id" DESC, v.id LIMIT 1)) END AS "actorName", CASE WHEN (SELECT with_names
FROM (SELECT coalesce(bool_and(d.log_mode = 'NAMES'), TRUE) AS with_names, min(d.log_years) AS years
FROM register d
WHERE d.id IN (SELECT r.register_id
FROM relationship r
WHERE r.client_id = p1."id")) law) THEN l.authority END AS "authority", l.purpose AS "purpose", CASE WHEN (SELECT with_names
FROM (SELECT coalesce(bool_and(d.log_mode = 'NAMES'), TRUE) AS with_names, min(d.log_years) AS years
FROM register d
WHERE d.id IN (SELECT r.register_id
FROM relationship r
WHERE r.client_id = p1."id")) law) THEN l.operation END AS "operation", l.fields AS "fields", CASE WHEN NOT (a.kind IN ('OFFICIAL', 'WORKPLACE')
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
AND l.at >= $1::timestamptz - make_interval(years => (SELECT coalesce(years, 1000)
FROM (SELECT coalesce(bool_and(d.log_mode = 'NAMES'), TRUE) AS with_names, min(d.log_years) AS years
FROM register d
WHERE d.id IN (SELECT r.register_id
FROM relationship r
WHERE r.client_id = p1."id")) law))
ORDER BY l.at DESC, l.id DESC LIMIT $2::bigint) r) AS "accessLog"
FROM q1 p1) r) AS r0
