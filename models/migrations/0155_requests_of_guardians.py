"""A guardian asks for a person: requests and letters name the representation."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('models', '0151_versions_by_day')]

    initial = False
    expands = True

    operations = [
        ops.AddField(
            model_name='DataRequest',
            name='representation',
            field=fields.ForeignKeyField('models.Representation', source_field='representation_id', null=True, db_constraint=True, to_field='id', related_name='data_requests', on_delete=OnDelete.RESTRICT),
        ),
        ops.AddIndex(
            model_name='DataRequest',
            index=Index(fields=['representation_id', 'id'], name='data_request_representation'),
        ),
        ops.AddField(
            model_name='RequestLetter',
            name='representation',
            field=fields.ForeignKeyField('models.Representation', source_field='representation_id', null=True, db_constraint=True, to_field='id', related_name='request_letters', on_delete=OnDelete.RESTRICT),
        ),
        ops.AddIndex(
            model_name='RequestLetter',
            index=Index(fields=['representation_id', 'id'], name='request_letter_representation'),
        ),
    ]
