from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0060_told')]

    initial = False

    operations = [
        ops.AlterModelOptions(
            name='FormAnswer',
            options={'table': 'form_answer', 'app': 'models', 'constraints': [CheckConstraint(check="client_id IS NOT NULL OR (referral_id IS NOT NULL AND state IN ('REFERRAL_DRAFT', 'REFERRAL_SENT', 'REFERRAL_CLOSED'))", name='form_answer_about')], 'indexes': [Index(fields=['client_id', 'id'], name='form_answer_client'), Index(fields=['unit_id', 'id'], name='form_answer_unit_order'), Index(fields=['agency_id', 'id'], name='form_answer_agency'), Index(fields=['template_id', 'id'], name='form_answer_template'), Index(fields=['referral_id', 'id'], name='form_answer_referral'), Index(fields=['relationship_id', 'id'], name='form_answer_relationship'), Index(fields=['programme_id', 'id'], name='form_answer_programme')], 'pk_attr': 'id', 'table_description': 'Answers about one person to one version of a template, `{key: value}`.'},
        ),
        ops.AlterField(
            model_name='FormAnswer',
            name='client',
            field=fields.ForeignKeyField('models.Client', source_field='client_id', null=True, db_constraint=True, to_field='id', related_name='form_answers', on_delete=OnDelete.RESTRICT),
        ),
        ops.AddField(
            model_name='FormAnswer',
            name='entered_by',
            field=fields.UUIDField(null=True),
        ),
        ops.AddConstraint(
            model_name='FormAnswer',
            constraint=CheckConstraint(check="client_id IS NOT NULL OR (referral_id IS NOT NULL AND state IN ('REFERRAL_DRAFT', 'REFERRAL_SENT', 'REFERRAL_CLOSED'))", name='form_answer_about'),
        ),
    ]
