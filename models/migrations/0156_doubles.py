"""A referral says what was decided of a possible double; what a merged client was to be told is closed."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0155_requests_of_guardians')]

    initial = False
    expands = True

    operations = [
        ops.RemoveConstraint(
            model_name='NoticeTelling',
            name='notice_telling_state',
            fields=None,
        ),
        ops.AddConstraint(
            model_name='NoticeTelling',
            constraint=CheckConstraint(check="state IN ('TO_TELL', 'TOLD', 'NOT_REACHED', 'DOUBLED')", name='notice_telling_state'),
        ),
        ops.AddField(
            model_name='Referral',
            name='confirmed_distinct',
            field=fields.BooleanField(null=True),
        ),
        ops.AlterModelOptions(
            name='RegisterExport',
            options={'table': 'register_export', 'app': 'models', 'constraints': [CheckConstraint(check="state IN ('PROPOSED', 'APPROVED', 'DONE', 'CANCELLED')", name='register_export_state'), CheckConstraint(check="(state = 'DONE') = (done_at IS NOT NULL) AND (done_at IS NULL) = (digest IS NULL)", name='register_export_done')], 'indexes': [Index(fields=['register_id', 'id'], name='register_export_register')], 'pk_attr': 'id', 'table_description': '`created_by` proposed it. `digest` is the SHA-256 of the manifest, by which a receiver tells it is whole.'},
        ),
    ]
