"""The second factor of people of the embedded provider."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0081_front_end_client')]

    initial = False

    operations = [
        ops.CreateModel(
            name='LogInChallenge',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('digest', fields.BinaryField()),
                ('user', fields.ForeignKeyField('models.ProviderUser', source_field='user_id', db_constraint=True, to_field='id', related_name='challenges', on_delete=OnDelete.CASCADE)),
                ('expires_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'log_in_challenge', 'app': 'models', 'indexes': [Index(fields=['expires_at'], name='log_in_challenge_expiry')], 'pk_attr': 'id', 'table_description': 'A log-in whose password was right and whose second factor is awaited; deleted when it is answered.'},
            bases=['Model'],
        ),
        ops.AddConstraint(
            model_name='LogInChallenge',
            constraint=UniqueConstraint(fields=('digest',), name='log_in_challenge_digest'),
        ),
        ops.CreateModel(
            name='RecoveryCode',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('user', fields.ForeignKeyField('models.ProviderUser', source_field='user_id', db_constraint=True, to_field='id', related_name='recovery_codes', on_delete=OnDelete.CASCADE)),
                ('digest', fields.BinaryField()),
                ('used_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'recovery_code', 'app': 'models', 'pk_attr': 'id', 'table_description': 'A code that lets a person in once without the device.'},
            bases=['Model'],
        ),
        ops.AddConstraint(
            model_name='RecoveryCode',
            constraint=UniqueConstraint(fields=('user_id', 'digest'), name='recovery_code_once'),
        ),
        ops.CreateModel(
            name='SecondFactor',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('user', fields.ForeignKeyField('models.ProviderUser', source_field='user_id', db_constraint=True, to_field='id', related_name='second_factors', on_delete=OnDelete.CASCADE)),
                ('secret', fields.TextField(unique=False)),
                ('last_step', fields.BigIntField()),
                ('enrolled_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'second_factor', 'app': 'models', 'pk_attr': 'id', 'table_description': 'The authenticator application of a person.'},
            bases=['Model'],
        ),
        ops.AddConstraint(
            model_name='SecondFactor',
            constraint=UniqueConstraint(fields=('user_id',), name='second_factor_user'),
        ),
        ops.AddField(
            model_name='AuthorizationCode',
            name='has_second_factor',
            field=fields.BooleanField(null=True),
        ),
        # A log-in that is under way began with a password alone.
        ops.RunSQL('UPDATE provider_code SET has_second_factor = false', reverse_sql='SELECT 1'),
        ops.AlterField(
            model_name='AuthorizationCode',
            name='has_second_factor',
            field=fields.BooleanField(default=False),
        ),
    ]
