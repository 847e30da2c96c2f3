"""Two clients who are one person can be merged, and a merge undone; a new client may be confirmed as somebody else."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0136_mapping_of_an_import')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='ClientMerge',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('kept_id', fields.UUIDField()),
                ('merged_id', fields.UUIDField()),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='client_merges', on_delete=OnDelete.RESTRICT)),
                ('grounds', fields.CharField(max_length=500)),
                ('merged_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('undo_until', fields.DateField(null=True)),
                ('kept_revision', fields.IntField(null=True)),
                ('merged_revision', fields.IntField(null=True)),
            ],
            options={'table': 'client_merge', 'app': 'models', 'indexes': [Index(fields=['modified_at', 'id'], name='client_merge_modified'), Index(fields=['unit_id', 'id'], name='client_merge_unit_order'), Index(fields=['unit_id', 'modified_at', 'id'], name='client_merge_unit_modified'), Index(fields=['kept_id'], name='client_merge_kept'), Index(fields=['merged_id'], name='client_merge_merged')], 'pk_attr': 'id', 'table_description': 'A merge of the client `merged` into `kept`. It is erased with either of them.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='ClientMerge',
            constraint=CheckConstraint(check="state IN ('PROPOSED', 'MERGED', 'UNDONE', 'DISTINCT', 'WITHDRAWN')", name='client_merge_state'),
        ),
        ops.AddConstraint(
            model_name='ClientMerge',
            constraint=UniqueConstraint(fields=('merged_id',), name='client_merge_open', condition="state = 'PROPOSED'"),
        ),
        ops.CreateModel(
            name='MergedRow',
            fields=[
                ('id', fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('merge', fields.ForeignKeyField('models.ClientMerge', source_field='merge_id', db_constraint=True, to_field='id', related_name='rows', on_delete=OnDelete.CASCADE)),
                ('place', fields.CharField(max_length=40)),
                ('lead', fields.CharField(max_length=40)),
                ('row_id', fields.UUIDField()),
            ],
            options={'table': 'merged_row', 'app': 'models', 'indexes': [Index(fields=['merge_id'], name='merged_row_merge')], 'pk_attr': 'id', 'table_description': 'A row whose column a merge moved from the merged client to the kept one; ids only, and gone with the merge.'},
            bases=['Model'],
        ),
        ops.RemoveConstraint(
            model_name='Client',
            name='client_state',
            fields=None,
        ),
        ops.AddField(
            model_name='Client',
            name='confirmed_distinct',
            field=fields.BooleanField(null=True, default=False),
        ),
        ops.AddField(
            model_name='Client',
            name='merged_into_id',
            field=fields.UUIDField(null=True),
        ),
        ops.AddIndex(
            model_name='Client',
            index=Index(fields=['date_of_birth', 'id'], name='client_date_of_birth'),
        ),
        ops.AddIndex(
            model_name='Client',
            index=Index(fields=['merged_into_id'], name='client_merged_into'),
        ),
        ops.AddConstraint(
            model_name='Client',
            constraint=CheckConstraint(check="state IN ('PROSPECT', 'ACTIVE', 'ENDED', 'ERASED', 'MERGED')", name='client_state'),
        ),
    ]
