"""
The event of an earlier revision that was restored is called `revert`; `restore` is that something retired came back.

Rules for both stay with what came back, where a type knows it: they named both, and nobody can tell which was meant.
"""

from tortoise import migrations
from tortoise.migrations import operations as ops

_BROUGHT_BACK = (
    "agency", "bin_item", "destination", "event_rule", "form_template", "official", "organisation", "privacy_notice",
    "register", "service_type", "term", "unit", "workplace",
)
_EVENTS = ", ".join(f"'{noun}.restore'" for noun in _BROUGHT_BACK)

class Migration(migrations.Migration):
    dependencies = [('models', '0132_versions_begin_on_a_day')]

    initial = False

    operations = [
        ops.RunSQL(
            "UPDATE event_rule SET event = regexp_replace(event, '[.]restore$', '.revert')"
            f" WHERE event LIKE '%.restore' AND event NOT IN ({_EVENTS})",
            reverse_sql="UPDATE event_rule SET event = regexp_replace(event, '[.]revert$', '.restore')"
            " WHERE event LIKE '%.revert'",
        ),
    ]
