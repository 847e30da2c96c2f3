-- What PostGraphile needs beside the tables: a function for the days between two dates (it filters by equality alone), and
-- for the contestant that checks, the roles and policies that give the viewer the rows which the service gives.

CREATE FUNCTION client_days(client client, since date, before date) RETURNS SETOF attendance STABLE LANGUAGE sql AS
$$ SELECT * FROM attendance a WHERE a.client_id = client.id AND a.day >= since AND a.day < before ORDER BY a.day, a.id $$;

CREATE FUNCTION viewer(name text) RETURNS uuid STABLE LANGUAGE sql AS
$$ SELECT current_setting('bench.' || name)::uuid $$;

GRANT USAGE ON SCHEMA public TO bench_supervisor, bench_coach;
GRANT SELECT ON client, referral, programme, contract, attendance, relationship, substitution TO bench_supervisor, bench_coach;

ALTER TABLE client ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral ENABLE ROW LEVEL SECURITY;
ALTER TABLE programme ENABLE ROW LEVEL SECURITY;
ALTER TABLE contract ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendance ENABLE ROW LEVEL SECURITY;

-- Settings stand in sub-selects, so that they are read once for a statement and an index can be used.
CREATE VIEW caseload AS
  SELECT client_id FROM relationship WHERE responsible_coach_id = (SELECT viewer('staff')) AND state <> 'RETAINED'
  UNION SELECT client_id FROM substitution WHERE staff_member_id = (SELECT viewer('staff')) AND state = 'VALID'
    AND starts_on <= (SELECT current_setting('bench.today')::date)
    AND (ends_before IS NULL OR ends_before > (SELECT current_setting('bench.today')::date));
GRANT SELECT ON caseload TO bench_coach;

CREATE POLICY unit ON client TO bench_supervisor
  USING (unit_id = (SELECT viewer('unit')) AND state IN ('ACTIVE', 'ENDED', 'PROSPECT'));
CREATE POLICY unit ON referral TO bench_supervisor
  USING ((unit_id = (SELECT viewer('unit')) AND state <> 'DRAFT')
    OR (entered_by = (SELECT viewer('account')) AND state = 'DRAFT'));
CREATE POLICY unit ON programme TO bench_supervisor USING (unit_id = (SELECT viewer('unit')));
CREATE POLICY unit ON contract TO bench_supervisor USING (unit_id = (SELECT viewer('unit')));
CREATE POLICY unit ON attendance TO bench_supervisor
  USING (unit_id = (SELECT viewer('unit'))
    AND NOT EXISTS (SELECT FROM client c WHERE c.id = client_id AND c.safety_restriction));

CREATE POLICY cases ON client TO bench_coach
  USING ((unit_id = (SELECT viewer('unit')) AND state IN ('ACTIVE', 'PROSPECT'))
    OR (state IN ('ACTIVE', 'ENDED', 'PROSPECT') AND id IN (SELECT client_id FROM caseload)));
CREATE POLICY cases ON referral TO bench_coach
  USING ((state <> 'DRAFT' AND client_id IN (SELECT client_id FROM caseload))
    OR (entered_by = (SELECT viewer('account')) AND state = 'DRAFT'));
CREATE POLICY cases ON programme TO bench_coach USING (client_id IN (SELECT client_id FROM caseload));
CREATE POLICY cases ON contract TO bench_coach USING (client_id IN (SELECT client_id FROM caseload));
CREATE POLICY cases ON attendance TO bench_coach
  USING (((unit_id = (SELECT viewer('unit')) AND state IN ('RECORDED', 'CONFIRMED', 'LOCKED'))
      OR client_id IN (SELECT client_id FROM caseload))
    AND NOT EXISTS (SELECT FROM client c WHERE c.id = client_id AND c.safety_restriction));
