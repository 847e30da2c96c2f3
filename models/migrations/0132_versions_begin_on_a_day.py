"""A version that begins on a day to come is scheduled, and the one before stays in force until then."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0131_contracts_withdrawn')]

    initial = False
    expands = True

    operations = [
        ops.RemoveConstraint(
            model_name='FormTemplate',
            name='form_template_state',
            fields=None,
        ),
        ops.AddField(
            model_name='FormTemplate',
            name='starts_on',
            field=fields.DateField(null=True),
        ),
        ops.AddConstraint(
            model_name='FormTemplate',
            constraint=UniqueConstraint(fields=('lineage_id', 'starts_on'), name='form_template_scheduled', condition="state = 'SCHEDULED'"),
        ),
        ops.AddConstraint(
            model_name='FormTemplate',
            constraint=CheckConstraint(check="state IN ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'SUPERSEDED', 'SCHEDULED', 'RETIRED')", name='form_template_state'),
        ),
        ops.RemoveConstraint(
            model_name='PrivacyNotice',
            name='privacy_notice_state',
            fields=None,
        ),
        ops.AddConstraint(
            model_name='PrivacyNotice',
            constraint=UniqueConstraint(fields=('lineage_id', 'effective_on'), name='privacy_notice_scheduled', condition="state = 'SCHEDULED'"),
        ),
        ops.AddConstraint(
            model_name='PrivacyNotice',
            constraint=CheckConstraint(check="state IN ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'SUPERSEDED', 'SCHEDULED', 'RETIRED')", name='privacy_notice_state'),
        ),
        ops.RemoveConstraint(
            model_name='RegisterLaw',
            name='register_law_state',
            fields=None,
        ),
        ops.AddField(
            model_name='RegisterLaw',
            name='starts_on',
            field=fields.DateField(null=True),
        ),
        ops.AddConstraint(
            model_name='RegisterLaw',
            constraint=UniqueConstraint(fields=('register_id', 'starts_on'), name='register_law_scheduled', condition="state = 'SCHEDULED'"),
        ),
        ops.AddConstraint(
            model_name='RegisterLaw',
            constraint=CheckConstraint(check="state IN ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'SUPERSEDED', 'SCHEDULED')", name='register_law_state'),
        ),
        ops.RemoveConstraint(
            model_name='Term',
            name='term_state',
            fields=None,
        ),
        ops.AddConstraint(
            model_name='Term',
            constraint=UniqueConstraint(fields=('lineage_id', 'starts_on'), name='term_scheduled', condition="state = 'SCHEDULED'"),
        ),
        ops.AddConstraint(
            model_name='Term',
            constraint=CheckConstraint(check="state IN ('DRAFT', 'IN_REVIEW', 'ACTIVE', 'SUPERSEDED', 'SCHEDULED', 'RETIRED')", name='term_state'),
        ),
    ]
