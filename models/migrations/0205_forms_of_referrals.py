"""Which forms are asked of referrals: those to a unit, those for a service, or those to a unit for a service."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0204_rules_of_reviewers')]

    initial = False
    expands = True

    operations = [
        ops.AddField(
            model_name='FormTemplate',
            name='for_unit',
            field=fields.ForeignKeyField('models.Unit', source_field='for_unit_id', null=True, db_constraint=True, to_field='id', related_name='forms_of_referrals', on_delete=OnDelete.RESTRICT),
        ),
        ops.AddField(
            model_name='FormTemplate',
            name='for_service_code',
            field=fields.CharField(null=True, max_length=40),
        ),
        ops.AddConstraint(
            model_name='FormTemplate',
            constraint=CheckConstraint(check="kind = 'REFERRAL' OR for_unit_id IS NULL AND for_service_code IS NULL", name='form_template_asked'),
        ),
    ]
