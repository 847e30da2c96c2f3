"""Answers know the first version of their template, so that those to all versions can be listed over time."""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

_FORWARD = """
UPDATE form_answer a SET series_id = coalesce(t.lineage_id, t.id) FROM form_template t WHERE t.id = a.template_id
"""


class Migration(migrations.Migration):
    dependencies = [('models', '0187_group_notes')]

    initial = False
    expands = True

    operations = [
        ops.AddField(
            model_name='FormAnswer',
            name='series',
            field=fields.ForeignKeyField('models.FormTemplate', source_field='series_id', null=True, db_constraint=True, to_field='id', related_name='answers_in_all_versions', on_delete=OnDelete.RESTRICT),
        ),
        ops.RunSQL(_FORWARD, reverse_sql='SELECT 1'),
        ops.AddIndex(
            model_name='FormAnswer',
            index=Index(fields=['client_id', 'series_id', 'id'], name='form_answer_client_series'),
        ),
        ops.AddIndex(
            model_name='FormAnswer',
            index=Index(fields=['series_id', 'id'], name='form_answer_series'),
        ),
    ]
