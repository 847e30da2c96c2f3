"""What was counted of a month is never changed; the groups of statistics that were told of are told of as they were."""

from tortoise import migrations
from tortoise.migrations import operations as ops

FORWARD = """
CREATE TRIGGER monthly_figure_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON monthly_figure
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER frozen_month_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON frozen_month
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
UPDATE statistic_row s SET published_at = now() FROM (
  SELECT year, unit_id, service_code FROM statistic_row GROUP BY year, unit_id, service_code HAVING count(*) >= 5) g
WHERE s.year = g.year AND s.unit_id = g.unit_id AND s.service_code IS NOT DISTINCT FROM g.service_code;
"""
BACKWARD = """
DROP TRIGGER frozen_month_append_only ON frozen_month;
DROP TRIGGER monthly_figure_append_only ON monthly_figure;
"""


class Migration(migrations.Migration):
    dependencies = [("models", "0197_monthly_figures")]

    initial = False
    expands = True

    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
