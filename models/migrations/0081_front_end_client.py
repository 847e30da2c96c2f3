"""Front ends become content: administered by mutation, with a state and a history."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.contrib.postgres.fields import ArrayField
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

# A front end that was registered goes on as it was; each could ask for a refresh token.
FORWARD = """
INSERT INTO front_end_client (id, state, revision, provenance, created_at, created_by, modified_at, modified_by, name,
  public_id, is_confidential, secret_hash, redirect_uris, post_logout_redirect_uris, origins, scopes,
  backchannel_logout_uri, revoked_at)
SELECT id, 'ACTIVE', 1, 'OWN', created_at, nobody, created_at, nobody, name, public_id, secret_hash IS NOT NULL,
  secret_hash, redirect_uris, post_logout_redirect_uris, '{}', array_append(scopes, 'offline_access'),
  backchannel_logout_uri, NULL
FROM provider_client, (VALUES ('00000000-0000-0000-0000-000000000000'::uuid)) AS steward (nobody);
"""
BACKWARD = """
INSERT INTO provider_client (id, public_id, name, secret_hash, redirect_uris, post_logout_redirect_uris,
  backchannel_logout_uri, scopes, created_at)
SELECT id, public_id, name, secret_hash, redirect_uris, post_logout_redirect_uris, backchannel_logout_uri,
  array_remove(scopes, 'offline_access'), created_at
FROM front_end_client WHERE state = 'ACTIVE';
"""


class Migration(migrations.Migration):
    dependencies = [('models', '0079_agreement_text')]

    initial = False

    operations = [
        ops.CreateModel(
            name='FrontEndClient',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('name', fields.CharField(max_length=200)),
                ('public_id', fields.CharField(max_length=80)),
                ('is_confidential', fields.BooleanField()),
                ('secret_hash', fields.BinaryField(null=True)),
                ('redirect_uris', ArrayField(element_type='TEXT')),
                ('post_logout_redirect_uris', ArrayField(default=list, element_type='TEXT')),
                ('origins', ArrayField(default=list, element_type='TEXT')),
                ('scopes', ArrayField(default=list, element_type='TEXT')),
                ('backchannel_logout_uri', fields.CharField(null=True, max_length=400)),
                ('revoked_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'front_end_client', 'app': 'models', 'pk_attr': 'id', 'table_description': 'A registered front end. It is ACTIVE until it is REVOKED, and REVOKED for ever.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='FrontEndClient',
            constraint=UniqueConstraint(fields=('public_id',), name='front_end_client_public_id'),
        ),
        ops.AddConstraint(
            model_name='FrontEndClient',
            constraint=CheckConstraint(check="state IN ('ACTIVE', 'REVOKED')", name='front_end_client_state'),
        ),
        ops.AddConstraint(
            model_name='FrontEndClient',
            constraint=CheckConstraint(check="(state = 'REVOKED') = (revoked_at IS NOT NULL)", name='front_end_client_revoked'),
        ),
        ops.AddConstraint(
            model_name='FrontEndClient',
            constraint=CheckConstraint(check='is_confidential = (secret_hash IS NOT NULL)', name='front_end_client_secret'),
        ),
        ops.AddConstraint(
            model_name='FrontEndClient',
            constraint=CheckConstraint(check='cardinality(redirect_uris) > 0', name='front_end_client_redirect'),
        ),
        ops.RunSQL(FORWARD, reverse_sql=BACKWARD),
        ops.RemoveConstraint(model_name='ProviderClient', name='provider_client_redirect', fields=None),
        ops.RemoveConstraint(model_name='ProviderClient', name='provider_client_public_id', fields=None),
        ops.DeleteModel(name='ProviderClient'),
    ]
