"""Indexes for the lists of absence reports and of billed rows of a unit."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('models', '0195_reviews_and_exceptions')]

    initial = False
    expands = True

    operations = [
        ops.AddIndex(
            model_name='AbsenceReport',
            index=Index(fields=['unit_id', 'ends_on', 'id'], name='absence_report_unit_ends'),
        ),
        ops.AddIndex(
            model_name='BillingRow',
            index=Index(fields=['unit_id', 'number', 'id'], name='billing_row_unit_order'),
        ),
    ]
