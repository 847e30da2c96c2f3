"""Figures of months, counted once; and when the rows of statistics were told of."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from uuid_utils.compat import uuid7
from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0196_indexes_of_payers')]

    initial = False
    expands = True

    operations = [
        ops.CreateModel(
            name='MonthlyFigure',
            fields=[
                ('id', fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ('state', fields.CharField(max_length=24)),
                ('revision', fields.IntField(default=1)),
                ('provenance', fields.CharField(default='OWN', max_length=12)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('created_by', fields.UUIDField()),
                ('modified_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('modified_by', fields.UUIDField()),
                ('unit', fields.ForeignKeyField('models.Unit', source_field='unit_id', db_constraint=True, to_field='id', related_name='monthly_figures', on_delete=OnDelete.RESTRICT)),
                ('month', fields.DateField()),
                ('kind', fields.CharField(max_length=24)),
                ('code', fields.CharField(null=True, max_length=40)),
                ('agency', fields.ForeignKeyField('models.Agency', source_field='agency_id', null=True, db_constraint=True, to_field='id', related_name='monthly_figures', on_delete=OnDelete.RESTRICT)),
                ('people', fields.IntField()),
            ],
            options={'table': 'monthly_figure', 'app': 'models', 'indexes': [Index(fields=['month', 'id'], name='monthly_figure_order'), Index(fields=['unit_id', 'month', 'id'], name='monthly_figure_unit_order')], 'pk_attr': 'id', 'table_description': 'A number of people of a unit in a month, which `month` names by its first day; never less than five.'},
            bases=['Content'],
        ),
        ops.CreateModel(
            name='FrozenMonth',
            fields=[
                ('month', fields.DateField(primary_key=True, unique=True, db_index=True)),
                ('frozen_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'frozen_month', 'app': 'models', 'pk_attr': 'month', 'table_description': 'A month whose figures were counted, named by its first day: it is never counted again. Rows are only added.'},
            bases=['Model'],
        ),
        ops.AddConstraint(
            model_name='MonthlyFigure',
            constraint=CheckConstraint(check="state = 'FROZEN'", name='monthly_figure_state'),
        ),
        ops.AddConstraint(
            model_name='MonthlyFigure',
            constraint=CheckConstraint(check="kind IN ('STARTED', 'STARTED_BY_AGENCY', 'STARTED_BY_MUNICIPALITY', 'SERVICE_BEGUN', 'SERVICE_BEGUN_BY_TYPE', 'ENDED', 'ENDED_BY_REASON', 'ENDED_BY_SITUATION')", name='monthly_figure_kind'),
        ),
        ops.AddConstraint(
            model_name='MonthlyFigure',
            constraint=CheckConstraint(check='extract(day FROM month) = 1', name='monthly_figure_first_day'),
        ),
        ops.AddConstraint(
            model_name='MonthlyFigure',
            constraint=CheckConstraint(check='people >= 5', name='monthly_figure_people'),
        ),
        ops.AddField(model_name='StatisticRow', name='published_at', field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
    ]
