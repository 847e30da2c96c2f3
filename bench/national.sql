-- What a national register has beside the clients that bench/fill.sql made, whose temporary names are used here: incoming
-- referrals, the texts of the search, the disclosure log of a year, and people of the other roles.

INSERT INTO referral (id, state, agency_id, unit_id, first_names, last_name, sort_key, service_code, basis,
  decision_reference, wanted_start_on, received_at, due_order, revision, provenance, created_at, created_by, modified_at, modified_by)
SELECT pg_temp.made(10, 2 * {clients} + n),
  (ARRAY['SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW', 'WAITLISTED', 'REJECTED', 'REJECTED',
    'WITHDRAWN', 'EXPIRED'])[1 + n % 10],
  pg_temp.made(5, n / 10 % {agencies}), pg_temp.made(3, n / 10 % {units}), first_names, last_name,
  lower(last_name) || '  ' || lower(first_names), 'WORK_TRIAL', 'CONSENT', 'KOE-' || {clients} + n, date '{today}' + 30,
  date '{today}' - n % 60 + time '09:30' AT TIME ZONE 'UTC', '9999-01-01', s.*
FROM person p, stamp s WHERE n < {clients} / 10 ORDER BY n;

-- The words of a text and its misspellings, as models/search_terms.py makes them; the other forms of the words are left out.
CREATE FUNCTION pg_temp.terms(written text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT string_agg(DISTINCT t, ' ')
  FROM regexp_split_to_table(translate(lower(written), 'åäö-', 'aao '), '\s+') w,
    LATERAL (SELECT w UNION ALL SELECT '~' || w UNION ALL
      SELECT '~' || overlay(w PLACING '' FROM i FOR 1) FROM generate_series(1, length(w)) i WHERE length(w) > 3) v(t)
$$;

INSERT INTO search_entry (noun, object_id, permission, terms)
SELECT 'client', pg_temp.made(8, n), 'name', pg_temp.terms(concat_ws(' ', first_names, call_name, last_name)) FROM person ORDER BY n;

INSERT INTO search_entry (noun, object_id, permission, terms)
SELECT 'client', pg_temp.made(8, n), 'contact', pg_temp.terms('koe' || n || ' example org') FROM person ORDER BY n;

INSERT INTO search_entry (noun, object_id, permission, terms)
SELECT 'referral', id, 'name', pg_temp.terms(concat_ws(' ', first_names, last_name)) FROM referral ORDER BY id;

-- Seven of ten looks are at one client, two at ten, one at fifty.
INSERT INTO disclosure_log (at, account, authority, operation, document, fields, subjects, asked, purpose, outcome, request)
SELECT date '{today}' - n * interval '1 year' / {looks}, pg_temp.made(14, 10 + n % 400), 'STAFF: coach', 'ClientCard',
  repeat(md5(n % 40 || ''), 2), ARRAY['Client.firstNames', 'Client.lastName', 'Client.phones', 'Client.email', 'Client.state'],
  ARRAY(SELECT pg_temp.made(8, (n * 7919 + k * {units}) % {clients})
    FROM generate_series(1, CASE WHEN n % 10 < 7 THEN 1 WHEN n % 10 < 9 THEN 10 ELSE 50 END) k),
  CASE WHEN n % 10 < 7 THEN ARRAY[pg_temp.made(8, (n * 7919 + {units}) % {clients})] ELSE '{{}}' END, 'CARE', 'SHOWN',
  pg_temp.made(16, n)
FROM generate_series({looks}::bigint, 1, -1) n;

INSERT INTO account (id, issuer, subject, kind, name, language, agency_id, epoch, undertaking_version, undertaking_accepted_at,
  created_at, state, revision, provenance, created_by, modified_at, modified_by)
SELECT pg_temp.made(14, i), 'https://bench.example', name, CASE name WHEN 'official' THEN 'OFFICIAL' ELSE 'STAFF' END, name, 'fi',
  CASE name WHEN 'official' THEN pg_temp.made(5, 0) END, 1, '{undertaking}', s.created_at, s.created_at, 'ACTIVE', 1, 'OWN',
  s.created_by, s.created_at, s.created_by
FROM (VALUES (2, 'official'), (3, 'manager'), (4, 'privacy_officer')) v(i, name), stamp s;

INSERT INTO role_grant (id, account_id, role, starts_on, created_by, created_at, state, revision, provenance, modified_at,
  modified_by)
SELECT pg_temp.made(15, i), pg_temp.made(14, i), name, '2026-01-01', s.created_by, s.created_at, 'IN_FORCE', 1, 'OWN', s.created_at,
  s.created_by
FROM (VALUES (3, 'manager'), (4, 'privacy_officer')) v(i, name), stamp s;
