"""
The clock of referrals, places in queues; days recorded at a desk that does not exist are those of coaches.

What waits for a unit is due two weeks from when it was sent, on a working day as far as weekends go: holidays are known to
the service alone, which counts every day from now on.
"""

from tortoise import migrations
from tortoise.migrations import operations as ops
import datetime
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

_KIOSK = "UPDATE attendance SET source = 'COACH' WHERE source = 'KIOSK'"
_CLOCK = """
UPDATE referral r SET submitted_at = (
  SELECT max(h.at) FROM history h WHERE h.noun = 'referral' AND h.object_id = r.id AND h.action = 'SUBMIT'
) WHERE r.state <> 'DRAFT';
UPDATE referral r SET due_on = (
  SELECT min(d)::date FROM generate_series(
    (coalesce(r.submitted_at, r.modified_at) AT TIME ZONE 'Europe/Helsinki')::date + 14,
    (coalesce(r.submitted_at, r.modified_at) AT TIME ZONE 'Europe/Helsinki')::date + 16, interval '1 day') d
  WHERE extract(isodow FROM d) < 6
) WHERE r.state IN ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INTERVIEW');
UPDATE referral SET waitlist_until = (now() AT TIME ZONE 'Europe/Helsinki')::date + 90 WHERE state = 'WAITLISTED';
UPDATE unit SET answer_days = 14, waitlist_days = 90;
"""

_ORDER = """
CREATE FUNCTION referral_due_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.due_order := coalesce(NEW.due_on, DATE '9999-01-01');
  RETURN NEW;
END $$;
CREATE TRIGGER referral_due_order BEFORE INSERT OR UPDATE OF due_on, due_order ON referral
  FOR EACH ROW EXECUTE FUNCTION referral_due_order();
UPDATE referral SET due_order = NULL;
ALTER TABLE unit ALTER COLUMN answer_days SET DEFAULT 14, ALTER COLUMN waitlist_days SET DEFAULT 90;
"""
_NO_ORDER = "DROP TRIGGER referral_due_order ON referral; DROP FUNCTION referral_due_order();"


class Migration(migrations.Migration):
    dependencies = [('models', '0159_awaited_files')]

    initial = False
    expands = False  # the code of before knows a source of days that goes

    operations = [
        ops.RemoveConstraint(
            model_name='Attendance',
            name='attendance_source',
            fields=None,
        ),
        ops.RunSQL(_KIOSK, reverse_sql='SELECT 1'),
        ops.AddConstraint(
            model_name='Attendance',
            constraint=CheckConstraint(check="source IN ('COACH', 'TRAINEE', 'WORKPLACE')", name='attendance_source'),
        ),
        ops.AddField(
            model_name='Referral',
            name='answer_days_left',
            field=fields.IntField(null=True),
        ),
        ops.AddField(
            model_name='Referral',
            name='due_on',
            field=fields.DateField(null=True),
        ),
        ops.AddField(
            model_name='Referral',
            name='due_order',
            field=fields.DateField(null=True, default=datetime.date.fromisoformat('9999-01-01')),
        ),
        ops.AddField(
            model_name='Referral',
            name='submitted_at',
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name='Referral',
            name='waitlist_until',
            field=fields.DateField(null=True),
        ),
        ops.AddField(
            model_name='Unit',
            name='answer_days',
            field=fields.IntField(null=True, default=14),
        ),
        ops.AddField(
            model_name='Unit',
            name='capacity',
            field=fields.IntField(null=True),
        ),
        ops.AddField(
            model_name='Unit',
            name='waitlist_days',
            field=fields.IntField(null=True, default=90),
        ),
        ops.RunSQL(_CLOCK, reverse_sql='SELECT 1'),
        ops.RunSQL(_ORDER, reverse_sql=_NO_ORDER),
        ops.AlterField(model_name='Referral', name='due_order', field=fields.DateField(default=datetime.date.fromisoformat('9999-01-01'))),
        ops.AlterField(model_name='Unit', name='answer_days', field=fields.IntField(default=14)),
        ops.AlterField(model_name='Unit', name='waitlist_days', field=fields.IntField(default=90)),
        ops.AddIndex(
            model_name='Referral',
            index=Index(fields=['due_order', 'id'], name='referral_due'),
        ),
        ops.AddIndex(
            model_name='Referral',
            index=Index(fields=['unit_id', 'due_order', 'id'], name='referral_unit_due'),
        ),
        ops.AddIndex(
            model_name='Referral',
            index=Index(fields=['agency_id', 'due_order', 'id'], name='referral_agency_due'),
        ),
        ops.AddConstraint(
            model_name='Unit',
            constraint=CheckConstraint(check='answer_days BETWEEN 1 AND 90', name='unit_answer_days'),
        ),
        ops.AddConstraint(
            model_name='Unit',
            constraint=CheckConstraint(check='waitlist_days BETWEEN 1 AND 730', name='unit_waitlist_days'),
        ),
        ops.AddConstraint(
            model_name='Unit',
            constraint=CheckConstraint(check='capacity BETWEEN 0 AND 10000', name='unit_capacity'),
        ),
    ]
