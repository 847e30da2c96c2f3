from tortoise import migrations
from tortoise.migrations import operations as ops
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0006_walls_of_consent_and_access')]

    initial = False

    operations = [
        ops.CreateModel(
            name='Attachment',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('noun', fields.CharField(max_length=32)),
                ('object_id', fields.UUIDField()),
                ('name', fields.CharField(max_length=200)),
                ('media_type', fields.CharField(max_length=100)),
                ('size', fields.IntField()),
                ('sha256', fields.CharField(max_length=64)),
                ('added_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('added_by', fields.UUIDField()),
                ('added_by_name', fields.CharField(max_length=200)),
                ('uploaded_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'attachment', 'app': 'models', 'constraints': [CheckConstraint(check='size > 0', name='attachment_size'), CheckConstraint(check="sha256 ~ '^[0-9a-f]{64}$'", name='attachment_sha256')], 'indexes': [Index(fields=['object_id', 'id'], name='attachment_object')], 'pk_attr': 'id', 'table_description': 'One file of one object. Its name is personal data and stands here only; on disk the file is called by the id.'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Delivery',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('account_id', fields.UUIDField()),
                ('recipient_kind', fields.CharField(max_length=12)),
                ('staff_member_id', fields.UUIDField(null=True)),
                ('event', fields.CharField(max_length=60)),
                ('link', fields.CharField(max_length=80)),
                ('attempts', fields.IntField(default=0)),
                ('due_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('sent_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('failure', fields.CharField(null=True, max_length=24)),
            ],
            options={'table': 'delivery', 'app': 'models', 'constraints': [CheckConstraint(check="(state = 'SENT') = (sent_at IS NOT NULL)", name='delivery_sent'), CheckConstraint(check="state <> 'FAILED' OR failure IS NOT NULL", name='delivery_failure')], 'indexes': [Index(fields=['state', 'due_at'], name='delivery_due')], 'pk_attr': 'id', 'table_description': 'One mail to one account. The address is looked up when it is sent and kept nowhere.'},
            bases=['Content'],
        ),
        ops.CreateModel(
            name='Destination',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('kind', fields.CharField(max_length=20)),
                ('host', fields.CharField(max_length=253)),
                ('country', fields.CharField(max_length=2)),
                ('purpose', fields.CharField(max_length=500)),
            ],
            options={'table': 'destination', 'app': 'models', 'constraints': [UniqueConstraint(fields=('kind', 'host'), name='destination_host'), CheckConstraint(check="kind IN ('MAIL', 'WEBHOOK', 'IDENTITY_PROVIDER')", name='destination_kind')], 'pk_attr': 'id'},
            bases=['Content'],
        ),
        ops.CreateModel(
            name='EventRule',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('event', fields.CharField(max_length=60)),
                ('recipients', fields.CharField(max_length=24)),
                ('channel', fields.CharField(max_length=20)),
                ('unit_id', fields.UUIDField(null=True)),
            ],
            options={'table': 'event_rule', 'app': 'models', 'constraints': [CheckConstraint(check="recipients IN ('RESPONSIBLE_COACH', 'UNIT_SUPERVISORS', 'PRIVACY_OFFICERS', 'AGENCY_OFFICIALS', 'TRAINEE')", name='event_rule_recipients'), CheckConstraint(check="channel IN ('SERVICE', 'EMAIL', 'SERVICE_AND_EMAIL')", name='event_rule_channel')], 'indexes': [Index(fields=['event'], name='event_rule_event')], 'pk_attr': 'id', 'table_description': 'Whom an event is told to, and how. Without a unit it holds for objects of every unit.'},
            bases=['Content'],
        ),
        ops.CreateModel(
            name='Notification',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('recipient_id', fields.UUIDField()),
                ('event', fields.CharField(max_length=60)),
                ('text', fields.CharField(max_length=200)),
                ('link', fields.CharField(max_length=80)),
            ],
            options={'table': 'notification', 'app': 'models', 'indexes': [Index(fields=['recipient_id', 'id'], name='notification_recipient')], 'pk_attr': 'id', 'table_description': "One notice to one account. `text` is made of the event alone and names nobody; `link` is an object's id."},
            bases=['Content'],
        ),
        ops.AlterModelOptions(
            name='Outbox',
            options={'table': 'outbox', 'app': 'models', 'pk_attr': 'id', 'table_description': 'A typed event, written in the transaction that caused it; `actor` is the account that did.'},
        ),
        ops.AddField(
            model_name='Outbox',
            name='actor',
            field=fields.UUIDField(null=True),
        ),
        ops.AddField(
            model_name='Outbox',
            name='dispatched_at',
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
