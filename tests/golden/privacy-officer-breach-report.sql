WITH 
seen AS MATERIALIZED (
 
SELECT d.id, d.at, d.fields, d.subjects, d.operation, d.document, d.outcome, d.account, d.application, d.credential
 
FROM disclosure_log d
WHERE d.credential = $13::text
AND d.at >= $14::timestamptz
AND d.at < $15::timestamptz
), named AS MATERIALIZED (
 
SELECT DISTINCT coalesce(r.client_id, m.merged_into_id, p.id) AS person, s.id, s.at, s.fields, s.operation, s.document
 
FROM seen s, unnest(s.subjects) p(id)
LEFT
JOIN referral r ON r.id = p.id
   
LEFT
JOIN client m ON m.id = p.id
WHERE s.outcome = 'SHOWN'
), persons AS MATERIALIZED (
 
SELECT n.person, count(*) AS looks, min(n.at) AS first, max(n.at) AS last,
    c.id AS client, CASE WHEN c.id IS NULL THEN f.id END AS referral
 
FROM named n
LEFT
JOIN client c ON c.id = n.person
AND c.state IN ('PROSPECT', 'ACTIVE', 'ENDED')
LEFT
JOIN referral f ON f.id = n.person
  GROUP BY n.person, c.id, f.id
), page AS MATERIALIZED (SELECT *
FROM persons
WHERE $3::uuid IS NULL
OR person > $3::uuid
ORDER BY person LIMIT $2::bigint + 1), shown AS MATERIALIZED (SELECT *
FROM page
ORDER BY person LIMIT $2::bigint),
log AS (INSERT INTO disclosure_log ("at", "account", "authority", "operation", "document", "fields", "asked", "purpose", "request", "application", "credential", subjects, outcome)
SELECT $4::timestamptz, $5::uuid, $6::text, $7::text, $8::text, $9::text[], $10::uuid[], $11::text, $5::uuid, $12::text, $12::text, coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'), CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END
FROM (SELECT person
FROM shown) s(id) HAVING TRUE)
SELECT (SELECT coalesce(json_agg(json_build_object(
  'person', coalesce('client_' || encode(uuid_send(p.client), 'hex'), 'referral_' || encode(uuid_send(p.referral), 'hex'), p.person::text),
  'key', p.person, 'name', (SELECT concat_ws(' ', coalesce(c.call_name, c.first_names), c.last_name)
FROM client c
WHERE c.id = p.client
AND c."id" IN (SELECT q.client_id
FROM data_request q
WHERE q.state IN ('IN_PROGRESS', 'EXTENDED')
AND q.created_by <> $1::uuid)
AND c.state IN ('ACTIVE', 'ENDED', 'PROSPECT')), 'isErased', p.client IS NULL
AND p.referral IS NULL,
  'looks', p.looks, 'first', p.first, 'last', p.last, 'fields', ARRAY(
 
SELECT DISTINCT x.field
FROM named n, unnest(n.fields) x(field)
 
WHERE n.person = p.person
AND x.field NOT LIKE '%:denied'
ORDER BY 1
),
  'documents', (SELECT json_agg(x)
FROM (SELECT n.operation, n.document, count(*) AS looks
FROM named n
   
WHERE n.person = p.person GROUP BY 1, 2
ORDER BY 3 DESC, 1, 2 LIMIT 100) x)
)
ORDER BY p.person), '[]')
FROM shown p) AS persons, (SELECT count(*)
FROM page) > $2::bigint AS has_more, (SELECT json_build_object(
  'persons', (SELECT count(*)
FROM persons),
  'erased', (SELECT count(*)
FROM persons
WHERE client IS NULL
AND referral IS NULL),
  'looks', count(*), 'first', min(s.at), 'last', max(s.at),
  'denied', count(*) FILTER (WHERE s.outcome = 'DENIED'),
  'withoutPersons', count(*) FILTER (WHERE s.outcome = 'NOTHING'),
  'files', count(*) FILTER (WHERE s.operation = 'file'
AND s.outcome = 'SHOWN'),
  'exports', count(*) FILTER (WHERE s.operation LIKE 'package.%'
AND s.outcome = 'SHOWN'),
  'documents', (SELECT coalesce(json_agg(x), '[]')
FROM (SELECT operation, document, count(*) AS looks
FROM seen
    GROUP BY 1, 2
ORDER BY 3 DESC, 1, 2 LIMIT 100) x),
  'tokens', (SELECT coalesce(json_agg(x), '[]')
FROM (SELECT coalesce((SELECT 'agency_client_' || encode(uuid_send(g.id), 'hex')
FROM agency_client g
WHERE g.id = account), 'account_' || encode(uuid_send(account), 'hex')) AS account, application, credential,
    count(*) AS looks, min(at) AS first, max(at) AS last
FROM seen GROUP BY 1, 2, 3
   
ORDER BY 4 DESC, 1, 2, 3 LIMIT 100) x)
)
FROM seen s) AS totals
