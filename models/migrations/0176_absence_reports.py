"""What payers of benefits are told of absences, and the statute by which the law of a register lets them be told."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0175_benefit_payers')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='AbsenceReport',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', db_constraint=True, to_field='id', related_name='absence_reports', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='absence_reports', on_delete=OnDelete.RESTRICT)),
                ('payer', fields.ForeignKeyField('models.Agency', source_field='payer_id', db_constraint=True, to_field='id', related_name='absence_reports', on_delete=OnDelete.RESTRICT)),
                ('starts_on', fields.DateField()),
                ('ends_on', fields.DateField()),
                ('due_on', fields.DateField()),
                ('basis', fields.CharField(null=True, max_length=12)),
                ('statute', fields.CharField(null=True, max_length=40)),
                ('sent_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('sent_by_name', fields.CharField(null=True, max_length=200)),
                ('acknowledged_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('receipt', fields.CharField(null=True, max_length=100)),
                ('digest', fields.CharField(null=True, max_length=64)),
            ],
            options={'table': 'absence_report', 'app': 'models', 'indexes': [Index(fields=['modified_at', 'id'], name='absence_report_modified'), Index(fields=['unit_id', 'id'], name='absence_report_unit_order_page'), Index(fields=['unit_id', 'modified_at', 'id'], name='absence_report_unit_modified'), Index(fields=['unit_id', 'due_on', 'id'], name='absence_report_unit_order'), Index(fields=['client_id', 'ends_on', 'id'], name='absence_report_client_order'), Index(fields=['client_id', 'payer_id', 'ends_on'], name='absence_report_last'), Index(fields=['ends_on', 'id'], name='absence_report_order'), Index(fields=['due_on', 'id'], name='absence_report_due_order')], 'pk_attr': 'id', 'table_description': '`digest` is the SHA-256 of what was told, `statute` the code of the law by which it was.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='AbsenceReport',
            constraint=CheckConstraint(check="state IN ('DRAFT', 'READY', 'SENT', 'ACKNOWLEDGED', 'CORRECTED')", name='absence_report_state'),
        ),
        ops.AddConstraint(
            model_name='AbsenceReport',
            constraint=CheckConstraint(check='ends_on >= starts_on', name='absence_report_period'),
        ),
        ops.AddConstraint(
            model_name='AbsenceReport',
            constraint=CheckConstraint(check="basis IN ('CONSENT', 'STATUTORY')", name='absence_report_basis'),
        ),
        ops.AddConstraint(
            model_name='AbsenceReport',
            constraint=CheckConstraint(check="state NOT IN ('SENT', 'ACKNOWLEDGED', 'CORRECTED') OR sent_at IS NOT NULL AND digest IS NOT NULL AND basis IS NOT NULL", name='absence_report_told'),
        ),
        ops.CreateModel(
            name='ReportedAbsence',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('report', fields.ForeignKeyField('models.AbsenceReport', source_field='report_id', db_constraint=True, to_field='id', related_name='absences', on_delete=OnDelete.RESTRICT)),
                ('client', fields.ForeignKeyField('models.Client', source_field='client_id', db_constraint=True, to_field='id', related_name='reported_absences', on_delete=OnDelete.RESTRICT)),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='reported_absences', on_delete=OnDelete.RESTRICT)),
                ('contract', fields.ForeignKeyField('models.Contract', source_field='contract_id', db_constraint=True, to_field='id', related_name='reported_absences', on_delete=OnDelete.RESTRICT)),
                ('attendance', fields.ForeignKeyField('models.Attendance', source_field='attendance_id', db_constraint=True, to_field='id', related_name='reported_absences', on_delete=OnDelete.RESTRICT)),
                ('corrects', fields.ForeignKeyField('models.ReportedAbsence', source_field='corrects_id', null=True, db_constraint=True, to_field='id', related_name='corrections', on_delete=OnDelete.RESTRICT)),
                ('kind', fields.CharField(max_length=12)),
                ('day', fields.DateField()),
                ('code', fields.CharField(null=True, max_length=40)),
                ('benefit', fields.CharField(null=True, max_length=16)),
                ('minutes', fields.IntField(null=True)),
            ],
            options={'table': 'reported_absence', 'app': 'models', 'indexes': [Index(fields=['modified_at', 'id'], name='reported_absence_modified'), Index(fields=['unit_id', 'id'], name='reported_absence_unit_order_page'), Index(fields=['unit_id', 'modified_at', 'id'], name='reported_absence_unit_modified'), Index(fields=['unit_id', 'day', 'id'], name='reported_absence_unit_order'), Index(fields=['client_id', 'day', 'id'], name='reported_absence_client_order'), Index(fields=['report_id', 'day', 'id'], name='reported_absence_report_order'), Index(fields=['contract_id', 'day', 'id'], name='reported_absence_contract'), Index(fields=['day', 'id'], name='reported_absence_order')], 'pk_attr': 'id', 'table_description': 'What a report says of the working day of a contract: an absence, another reason for it, or that there was none.'},
            bases=['Content'],
        ),
        ops.AddConstraint(
            model_name='ReportedAbsence',
            constraint=CheckConstraint(check="state = 'LISTED'", name='reported_absence_state'),
        ),
        ops.AddConstraint(
            model_name='ReportedAbsence',
            constraint=CheckConstraint(check="kind IN ('ABSENCE', 'CORRECTION', 'WITHDRAWAL')", name='reported_absence_kind'),
        ),
        ops.AddConstraint(
            model_name='ReportedAbsence',
            constraint=CheckConstraint(check="(kind = 'WITHDRAWAL') = (code IS NULL)", name='reported_absence_code'),
        ),
        ops.AddConstraint(
            model_name='ReportedAbsence',
            constraint=UniqueConstraint(fields=('contract_id', 'day'), name='reported_absence_once', condition='corrects_id IS NULL'),
        ),
        ops.AddConstraint(
            model_name='ReportedAbsence',
            constraint=UniqueConstraint(fields=('corrects_id',), name='reported_absence_corrected_once', condition='corrects_id IS NOT NULL'),
        ),
        ops.AddConstraint(
            model_name='ReportedAbsence',
            constraint=CheckConstraint(check='minutes BETWEEN 0 AND 1440', name='reported_absence_minutes'),
        ),
        ops.AddField(
            model_name='RegisterLaw',
            name='absence_statute',
            field=fields.CharField(null=True, max_length=40),
        ),
    ]
