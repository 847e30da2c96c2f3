from tortoise import fields, migrations
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0083_login_outcomes')]

    initial = False

    operations = [
        ops.AddField(
            model_name='Session',
            name='acr',
            field=fields.CharField(null=True, max_length=200),
        ),
        ops.AddField(
            model_name='Session',
            name='authenticated_at',
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        # AddField gives rows that are there no default: the columns are filled before they must not be empty.
        ops.AddField(
            model_name='Session',
            name='amr',
            field=ArrayField(null=True, element_type='TEXT'),
        ),
        ops.AddField(
            model_name='Session',
            name='is_strong',
            field=fields.BooleanField(null=True),
        ),
        ops.RunSQL("UPDATE session SET amr = '{}', is_strong = false", reverse_sql="SELECT 1"),
        ops.AlterField(
            model_name='Session',
            name='amr',
            field=ArrayField(default=list, element_type='TEXT'),
        ),
        ops.AlterField(
            model_name='Session',
            name='is_strong',
            field=fields.BooleanField(default=False),
        ),
        ops.AddConstraint(
            model_name='Session',
            constraint=CheckConstraint(check='NOT is_strong OR acr IS NOT NULL', name='session_strong'),
        ),
    ]
