"""
Open requests are due on working days, and say so; what was recorded without being so is set right.

A log-in that only proved who has the account is no strong identification; whether it was one, these rows never knew. A
restriction that is to be lifted was announced to people who can log in alone: all others are told by letter first.
"""

from tortoise import migrations
from tortoise.migrations import operations as ops

# The holidays from Monday to Friday until 2029; a request of before this migration is due earlier.
_HOLIDAYS = """
    '2026-06-19', '2026-12-24', '2026-12-25', '2027-01-01', '2027-01-06', '2027-03-26', '2027-03-29',
    '2027-05-06', '2027-06-25', '2027-12-06', '2027-12-24', '2028-01-06', '2028-04-14', '2028-04-17',
    '2028-05-01', '2028-05-25', '2028-06-23', '2028-12-06', '2028-12-25', '2028-12-26', '2029-01-01',
    '2029-03-30', '2029-04-02', '2029-05-01', '2029-05-10', '2029-06-22', '2029-12-06', '2029-12-24',
    '2029-12-25', '2029-12-26'
"""
_MEND = f"""
UPDATE data_request SET calendar_due_on = due_on;
UPDATE data_request SET due_on = (
  SELECT min(d)::date FROM generate_series(due_on, due_on + 14, interval '1 day') d
  WHERE extract(isodow FROM d) < 6 AND d::date NOT IN (SELECT unnest(ARRAY[{_HOLIDAYS}]::date[]))
) WHERE state IN ('RECEIVED', 'IDENTITY_CHECK', 'IN_PROGRESS', 'EXTENDED');
UPDATE data_request SET identity_proof = 'LOGIN' WHERE identity_proof = 'STRONG_LOGIN' AND entered_by IS NULL;
UPDATE data_request r SET lifting_announced_on = NULL
WHERE r.restricted_on IS NOT NULL AND r.restriction_lifted_on IS NULL AND r.lifting_announced_on IS NOT NULL
  AND NOT EXISTS (SELECT FROM account a WHERE a.client_id = r.client_id AND a.disabled_at IS NULL);
"""


class Migration(migrations.Migration):
    """Runs after the columns exist."""

    dependencies = [('models', '0139_request_letters')]

    initial = False
    expands = True

    operations = [ops.RunSQL(_MEND, "UPDATE data_request SET due_on = coalesce(calendar_due_on, due_on)")]
