"""The certificate of participation of a programme: asked for, issued by whom, with how many days present."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import CheckConstraint


class Migration(migrations.Migration):
    dependencies = [('models', '0185_terms_of_contracts')]

    initial = False
    expands = True

    operations = [
        ops.AddField(
            model_name='Programme',
            name='certificate_requested_on',
            field=fields.DateField(null=True),
        ),
        ops.AddField(
            model_name='Programme',
            name='certificate_issued_on',
            field=fields.DateField(null=True),
        ),
        ops.AddField(
            model_name='Programme',
            name='certificate_issued_by_name',
            field=fields.CharField(null=True, max_length=200),
        ),
        ops.AddField(
            model_name='Programme',
            name='certificate_days',
            field=fields.IntField(null=True),
        ),
        ops.AddConstraint(
            model_name='Programme',
            constraint=CheckConstraint(check='(certificate_issued_on IS NULL) = (certificate_days IS NULL) AND (certificate_issued_on IS NULL) = (certificate_issued_by_name IS NULL)', name='programme_certificate'),
        ),
    ]
