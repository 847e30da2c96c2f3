from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields

class Migration(migrations.Migration):
    dependencies = [('models', '0096_presence')]

    initial = False

    operations = [
        ops.CreateModel(
            name='Heartbeat',
            fields=[
                ('name', fields.CharField(primary_key=True, unique=True, db_index=True, max_length=40)),
                ('at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'heartbeat', 'app': 'models', 'pk_attr': 'name', 'table_description': 'The moment at which a scheduled job last ended well, or a service last wrote, by the clock of the database.'},
            bases=['Model'],
        ),
    ]
