"""A look-up by an identity code reads an index, whether the code is held back or not."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('models', "0116_scans")]

    initial = False

    operations = [
        ops.RemoveIndex(
            model_name='Client',
            name='client_identity_held',
            fields=None,
        ),
        ops.AddIndex(
            model_name='Client',
            index=Index(fields=['identity_index'], name='client_identity'),
        ),
        ops.AddIndex(
            model_name='Client',
            index=Index(fields=['identity_index_even'], name='client_identity_even'),
        ),
    ]
