-- A register of invented people, in one go. The words in braces are filled in by bench/data.py.
-- Coaches: one for 30 clients of one unit. Every client: 1 relationship, 2 referrals, 2 programmes, 3 contracts,
-- {days} working days up to {today}. Ids are uuid v7 in the order in which such rows would come about. Names are three
-- syllables; a few are frequent and most are rare, as names are.

CREATE FUNCTION pg_temp.made(kind int, n bigint) RETURNS uuid IMMUTABLE LANGUAGE sql AS
$$ SELECT (lpad(to_hex(1730000000000 + n), 12, '0') || '7000' || '8' || lpad(to_hex(kind), 3, '0')
   || lpad(to_hex(n), 12, '0'))::uuid $$;

CREATE FUNCTION pg_temp.syllables(n bigint) RETURNS text IMMUTABLE LANGUAGE sql AS
$$ SELECT string_agg((ARRAY['ka','la','mi','no','pe','ri','sa','tu','vi','ha','jo','ki','le','mu','ny','po','ra','si','ta',
   've'])[1 + n / power % 20], '' ORDER BY power DESC) FROM (VALUES (1), (20), (400)) v(power) $$;

CREATE TEMP TABLE stamp AS SELECT
  1 AS revision, 'OWN' AS provenance, '2026-01-02 08:00+00'::timestamptz AS created_at,
  pg_temp.made(0, 0) AS created_by, '2026-01-02 08:00+00'::timestamptz AS modified_at, pg_temp.made(0, 0) AS modified_by;

CREATE TEMP TABLE surname AS
SELECT k, initcap(pg_temp.syllables((k * k / 9973 * 3571 + 1234) % 8000)
  || (ARRAY['koe', 'koe', 'malli', 'testi', 'esimerkki'])[1 + k * k / 9973 % 5]) AS name
FROM generate_series(0::bigint, 9972) k;

CREATE TEMP TABLE forename AS
SELECT k, initcap(pg_temp.syllables((k * k / 997 * 3571 + 1234) % 8000)) AS name FROM generate_series(0::bigint, 996) k;

CREATE TEMP TABLE person AS SELECT
  i AS n, i % {units} AS unit, i % {units} + {units} * (i / (30 * {units})) AS coach,
  CASE WHEN i / {units} % 40 = 0 THEN 'PROSPECT' WHEN i / {units} * 7919 % 100 < 15 THEN 'ENDED' ELSE 'ACTIVE' END AS state,
  surname.name AS last_name, forename.name AS call_name, forename.name || ' ' || second.name AS first_names,
  i / {units} % 100 = 7 AS is_safe, i / {units} % 400 = 13 AS is_restricted
FROM generate_series(0, {clients} - 1) i
JOIN surname ON surname.k = i * 7919::bigint % 9973
JOIN forename ON forename.k = i * 7901::bigint % 997
JOIN forename second ON second.k = i * 6101::bigint % 997;

INSERT INTO organisation (id, state, name, business_id, revision, provenance, created_at, created_by, modified_at, modified_by)
SELECT pg_temp.made(1, 0), 'ACTIVE', 'Koe ry', '0944845-0', s.* FROM stamp s;

INSERT INTO register (id, state, organisation_id, name, purpose, legal_basis, contact_name, contact_email, retention_years,
  passive_after_months, log_mode, revision, provenance, created_at, created_by, modified_at, modified_by)
SELECT pg_temp.made(2, 0), 'ACTIVE', pg_temp.made(1, 0), 'Rekisteri', 'Valmennus', 'Laki', 'Koe', 'koe@example.org', 4, 12, 'NAMES', s.*
  FROM stamp s;

INSERT INTO unit (id, state, organisation_id, name, revision, provenance, created_at, created_by, modified_at, modified_by)
SELECT pg_temp.made(3, i), 'ACTIVE', pg_temp.made(1, 0), 'Yksikkö ' || i, s.* FROM generate_series(0, {units} - 1) i, stamp s;

INSERT INTO staff_member (id, state, unit_id, first_name, last_name, sort_key,
  revision, provenance, created_at, created_by, modified_at, modified_by)
SELECT pg_temp.made(4, i), 'ACTIVE', pg_temp.made(3, i % {units}), 'Valmentaja', 'Koe' || i, 'koe' || i || '  valmentaja', s.*
FROM generate_series(0, (SELECT max(coach) FROM person)) i, stamp s;

INSERT INTO agency (id, state, name, kind, revision, provenance, created_at, created_by, modified_at, modified_by)
SELECT pg_temp.made(5, i), 'ACTIVE', 'Taho ' || i, 'EMPLOYMENT', s.* FROM generate_series(0, {agencies} - 1) i, stamp s;

INSERT INTO workplace (id, state, contact_unit_id, name, revision, provenance, created_at, created_by, modified_at, modified_by)
SELECT pg_temp.made(6, i), 'ACTIVE', pg_temp.made(3, i % {units}), 'Työpaikka ' || i, s.* FROM generate_series(0, {workplaces} - 1) i, stamp s;

INSERT INTO service_type (id, state, code, version, title_fi, title_sv, title_en, starts_on, is_plan_required, is_employment,
  is_full_service, revision, provenance, created_at, created_by, modified_at, modified_by)
SELECT pg_temp.made(7, 0), 'ACTIVE', 'WORK_TRIAL', 1, 'Työkokeilu', 'Arbetsprövning', 'Work trial', '2026-01-01', false, false,
  false, s.* FROM stamp s;

INSERT INTO client (id, state, unit_id, first_names, call_name, last_name, sort_key, date_of_birth, gender, mother_tongue,
  service_language, interpreter_needed, municipality, street_address, postal_code, city, country, phones, email,
  safety_restriction, processing_restriction, identity_held, revision, provenance, created_at, created_by, modified_at, modified_by)
SELECT pg_temp.made(8, n), p.state, pg_temp.made(3, unit), first_names, call_name, last_name,
  lower(last_name) || '  ' || lower(first_names), '1990-01-01'::date + n % 5000, 'UNDISCLOSED', 'fi', 'fi', false, '491',
  'Raviradantie ' || n % 200, '50100', 'Mikkeli', 'FI', ARRAY['+3584570' || lpad((n % 100000)::text, 6, '0')],
  'koe' || n || '@example.org', is_safe, is_restricted, false, s.*
FROM person p, stamp s ORDER BY n;

INSERT INTO relationship (id, state, client_id, register_id, unit_id, responsible_coach_id, started_on,
  revision, provenance, created_at, created_by, modified_at, modified_by)
SELECT pg_temp.made(9, n), CASE p.state WHEN 'ENDED' THEN 'ENDED' ELSE 'ACTIVE' END, pg_temp.made(8, n), pg_temp.made(2, 0),
  pg_temp.made(3, unit), pg_temp.made(4, coach), '2026-01-07', s.*
FROM person p, stamp s ORDER BY n;

INSERT INTO referral (id, state, agency_id, unit_id, client_id, first_names, last_name, sort_key, service_code, basis,
  decision_reference, wanted_start_on, received_at, due_order, revision, provenance, created_at, created_by, modified_at, modified_by)
SELECT pg_temp.made(10, n * 2 + k), CASE k WHEN 0 THEN 'CLOSED' ELSE 'STARTED' END, pg_temp.made(5, n % {agencies}),
  pg_temp.made(3, unit), pg_temp.made(8, n), first_names, last_name, lower(last_name) || '  ' || lower(first_names),
  'WORK_TRIAL', 'CONSENT', 'KOE-' || n, '2026-01-07'::date + k, '2026-01-02 09:30+00'::timestamptz + k * interval '1 day', '9999-01-01', s.*
FROM person p, generate_series(0, 1) k, stamp s ORDER BY k, n;

INSERT INTO programme (id, state, relationship_id, client_id, unit_id, referral_id, service_type_id, starts_on, ends_on,
  revision, provenance, created_at, created_by, modified_at, modified_by)
SELECT pg_temp.made(11, n * 2 + k), CASE k WHEN 0 THEN 'COMPLETED' ELSE 'ACTIVE' END, pg_temp.made(9, n), pg_temp.made(8, n),
  pg_temp.made(3, unit), pg_temp.made(10, n * 2 + k), pg_temp.made(7, 0), '2026-01-07'::date + 150 * k,
  '2026-05-31'::date + 210 * k, s.*
FROM person p, generate_series(0, 1) k, stamp s ORDER BY k, n;

INSERT INTO contract (id, state, programme_id, client_id, unit_id, workplace_id, version, call_name, starts_on, ends_on,
  weekly_pattern, signatures, is_full_service, revision, provenance, created_at, created_by, modified_at, modified_by)
SELECT pg_temp.made(12, n * 3 + k), CASE k WHEN 2 THEN 'ACTIVE' ELSE 'ENDED' END, pg_temp.made(11, n * 2 + k / 2),
  pg_temp.made(8, n), pg_temp.made(3, unit), pg_temp.made(6, n % {workplaces}), 1, call_name, '2026-01-07'::date + 100 * k,
  '2026-04-16'::date + 120 * k, '[{{"minutes": 360, "weekday": 1, "startsAt": "08:00:00"}}]', '[]', false, s.*
FROM person p, generate_series(0, 2) k, stamp s ORDER BY k, n;

INSERT INTO attendance (id, state, contract_id, client_id, unit_id, accounting_unit_id, workplace_id, referral_id, day, planned_minutes, code, presence,
  minutes, arrived_at, left_at, source, recorded_at, revision, provenance, created_at, created_by, modified_at, modified_by)
SELECT pg_temp.made(13, d.n * {clients} + p.n), CASE WHEN d.day < '2026-11-01' THEN 'LOCKED' ELSE 'RECORDED' END,
  pg_temp.made(12, p.n * 3 + 2), pg_temp.made(8, p.n), pg_temp.made(3, unit), pg_temp.made(3, unit), pg_temp.made(6, p.n % {workplaces}),
  pg_temp.made(10, p.n * 2 + 1), d.day, 360, CASE (p.n + d.n) % 12 WHEN 0 THEN 'ABSENT_SICK' ELSE 'PRESENT' END,
  CASE (p.n + d.n) % 12 WHEN 0 THEN 'ABSENT' ELSE 'PRESENT' END,
  CASE (p.n + d.n) % 12 WHEN 0 THEN NULL ELSE 345 + p.n % 30 END,
  CASE (p.n + d.n) % 12 WHEN 0 THEN NULL ELSE d.day + time '06:00' + p.n % 20 * interval '1 minute' END AT TIME ZONE 'UTC',
  CASE (p.n + d.n) % 12 WHEN 0 THEN NULL ELSE d.day + time '12:00' + p.n % 20 * interval '1 minute' END AT TIME ZONE 'UTC',
  'COACH', d.day + time '13:00' AT TIME ZONE 'UTC', s.*
FROM (
  SELECT row_number() OVER (ORDER BY day) - 1 AS n, day FROM (
    SELECT g::date AS day FROM generate_series(date '{today}' - 2 * {days} - 7, date '{today}', '1 day') g
    WHERE extract(isodow FROM g) < 6 ORDER BY 1 DESC LIMIT {days}
  ) latest
) d, person p, stamp s ORDER BY d.n, p.n;

INSERT INTO account (id, issuer, subject, kind, name, language, staff_id, epoch, undertaking_version, undertaking_accepted_at,
  created_at, state, revision, provenance, created_by, modified_at, modified_by)
SELECT pg_temp.made(14, i), 'https://bench.example', name, 'STAFF', name, 'fi', pg_temp.made(4, 0), 1, '{undertaking}',
  s.created_at, s.created_at, 'ACTIVE', 1, 'OWN', s.created_by, s.created_at, s.created_by
FROM (VALUES (0, 'supervisor'), (1, 'coach')) v(i, name), stamp s;

INSERT INTO role_grant (id, account_id, role, unit_id, starts_on, created_by, created_at, state, revision, provenance,
  modified_at, modified_by)
SELECT pg_temp.made(15, i), pg_temp.made(14, i), name, pg_temp.made(3, 0), '2026-01-01', s.created_by, s.created_at, 'IN_FORCE', 1,
  'OWN', s.created_at, s.created_by
FROM (VALUES (0, 'supervisor'), (1, 'coach')) v(i, name), stamp s;
