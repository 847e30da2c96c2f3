from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import CheckConstraint

class Migration(migrations.Migration):
    dependencies = [('models', '0072_rule_of_requests')]

    initial = False

    operations = [
        ops.RemoveConstraint(
            model_name='ServiceType',
            name='service_type_days',
            fields=None,
        ),
        ops.RemoveConstraint(
            model_name='ServiceType',
            name='service_type_minutes',
            fields=None,
        ),
        ops.RemoveConstraint(
            model_name='ServiceType',
            name='service_type_months',
            fields=None,
        ),
        ops.RenameField(
            model_name='ServiceType',
            old_name='days_per_week_least',
            new_name='min_days_per_week',
        ),
        ops.RenameField(
            model_name='ServiceType',
            old_name='days_per_week_most',
            new_name='max_days_per_week',
        ),
        ops.RenameField(
            model_name='ServiceType',
            old_name='minutes_per_day_least',
            new_name='min_minutes_per_day',
        ),
        ops.RenameField(
            model_name='ServiceType',
            old_name='minutes_per_day_most',
            new_name='max_minutes_per_day',
        ),
        ops.RenameField(
            model_name='ServiceType',
            old_name='minutes_per_week_most',
            new_name='max_minutes_per_week',
        ),
        ops.RenameField(
            model_name='ServiceType',
            old_name='months_least',
            new_name='min_months',
        ),
        ops.RenameField(
            model_name='ServiceType',
            old_name='months_most',
            new_name='max_months',
        ),
        ops.AddConstraint(
            model_name='ServiceType',
            constraint=CheckConstraint(check='min_days_per_week <= max_days_per_week', name='service_type_days'),
        ),
        ops.AddConstraint(
            model_name='ServiceType',
            constraint=CheckConstraint(check='min_minutes_per_day <= max_minutes_per_day', name='service_type_minutes'),
        ),
        ops.AddConstraint(
            model_name='ServiceType',
            constraint=CheckConstraint(check='min_months <= max_months', name='service_type_months'),
        ),
        ops.RemoveConstraint(
            model_name='Setting',
            name='setting_root_page_most',
            fields=None,
        ),
        ops.RemoveConstraint(
            model_name='Setting',
            name='setting_nested_page_most',
            fields=None,
        ),
        ops.RemoveConstraint(
            model_name='Setting',
            name='setting_emergency_most',
            fields=None,
        ),
        ops.RenameField(
            model_name='Setting',
            old_name='emergency_most',
            new_name='max_emergency_accesses',
        ),
        ops.RenameField(
            model_name='Setting',
            old_name='nested_page_most',
            new_name='max_nested_page_size',
        ),
        ops.RenameField(
            model_name='Setting',
            old_name='root_page_most',
            new_name='max_root_page_size',
        ),
        ops.AddConstraint(
            model_name='Setting',
            constraint=CheckConstraint(check='max_root_page_size BETWEEN 1 AND 200', name='setting_root_page_most'),
        ),
        ops.AddConstraint(
            model_name='Setting',
            constraint=CheckConstraint(check='max_nested_page_size BETWEEN 1 AND 400', name='setting_nested_page_most'),
        ),
        ops.AddConstraint(
            model_name='Setting',
            constraint=CheckConstraint(check='max_emergency_accesses BETWEEN 1 AND 20', name='setting_emergency_most'),
        ),
    ]
