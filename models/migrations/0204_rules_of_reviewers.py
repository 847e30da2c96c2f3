"""Event rules that tell those who are to decide on an object, and the substitutes of its coach."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import CheckConstraint

# The code of before knows no such recipients.
BACKWARD = "DELETE FROM event_rule WHERE recipients IN ('SUBSTITUTES', 'REVIEWERS')"


class Migration(migrations.Migration):
    dependencies = [('models', '0202_documents_of_agency_clients')]

    initial = False
    expands = True

    operations = [
        ops.RemoveConstraint(
            model_name='EventRule',
            name='event_rule_recipients',
            fields=None,
        ),
        ops.RunSQL('SELECT 1', reverse_sql=BACKWARD),
        ops.AddConstraint(
            model_name='EventRule',
            constraint=CheckConstraint(check="recipients IN ('RESPONSIBLE_COACH', 'SUBSTITUTES', 'REVIEWERS', 'UNIT_SUPERVISORS', 'PRIVACY_OFFICERS', 'AGENCY_OFFICIALS', 'TRAINEE')", name='event_rule_recipients'),
        ),
    ]
