"""The comment of the disclosure log says what a look is."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('models', '0107_heartbeats')]

    initial = False

    operations = [
        ops.AlterModelOptions(
            name='DisclosureLog',
            options={'table': 'disclosure_log', 'app': 'models', 'indexes': [Index(fields=['account', 'id'], name='disclosure_log_account')], 'pk_attr': 'id', 'table_description': 'One statement about people, answered or refused. The reading statement writes it, never with values.'},
        ),
    ]
