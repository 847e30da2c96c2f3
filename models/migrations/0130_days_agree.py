"""
What a code of attendance does to the hours of its day is a fact of the vocabulary, and open days agree with it.

A code that an administrator has changed keeps what was changed and gets the facts that it lacks. A locked day stays as it
was locked; its minutes count only where somebody was present.
"""

from tortoise import migrations
from tortoise.migrations import operations as ops

# Token, hours, most minutes, recorded by all, pending, the other day of a swap.
_FACTS = (
    ("PRESENT", "COUNTED", "", "yes", "", ""),
    ("PRESENT_REMOTE", "COUNTED", "", "yes", "", ""),
    ("PRESENT_SHORT", "COUNTED", "239", "yes", "", ""),
    ("ABSENT_SICK", "NONE", "", "yes", "", ""),
    ("ABSENT_CHILD", "NONE", "", "", "", ""),
    ("ABSENT_INTERVIEW", "NONE", "", "", "", ""),
    ("ABSENT_OFFICE", "NONE", "", "", "", ""),
    ("ABSENT_AGREED", "NONE", "", "", "", ""),
    ("ABSENT_UNAUTHORISED", "NONE", "", "", "", ""),
    ("ABSENT_PENDING", "NONE", "", "yes", "yes", ""),
    ("NOT_ORGANISED", "NONE", "", "", "", ""),
    ("HOLIDAY", "NONE", "", "", "", ""),
    ("SWAPPED_OUT", "NONE", "", "", "", "SWAPPED_IN"),
    ("SWAPPED_IN", "COUNTED", "", "", "", "SWAPPED_OUT"),
)
_NAMES = ("hours", "most_minutes", "recorded_by_all", "is_pending", "swapped_with")
_ROWS = ", ".join(
    f"('{token}', '{name}', '{text}', {number})"
    for token, *texts in _FACTS
    for number, (name, text) in enumerate(zip(_NAMES, texts, strict=True))
    if text
)
FACTS_SQL = (
    "UPDATE term t SET facts = coalesce(t.facts, '[]'::jsonb) || f.missing FROM ("
    "SELECT w.id, jsonb_agg(jsonb_build_object('name', v.name, 'text', v.text) ORDER BY v.number) AS missing"
    f" FROM term w JOIN (VALUES {_ROWS}) v(token, name, text, number) ON v.token = w.token"
    " WHERE w.vocabulary = 'attendance_code' AND NOT EXISTS (SELECT FROM jsonb_array_elements(coalesce(w.facts,"
    " '[]'::jsonb)) e WHERE e ->> 'name' = v.name) GROUP BY w.id) f WHERE f.id = t.id"
)
_WITHOUT_HOURS = ", ".join(f"'{token}'" for token, hours, *_ in _FACTS if hours == "NONE")
DAYS_SQL = (
    "UPDATE attendance SET minutes = NULL, arrived_at = NULL, left_at = NULL"
    f" WHERE state <> 'LOCKED' AND (code IN ({_WITHOUT_HOURS}) OR presence = 'ABSENT')"
    " AND (minutes IS NOT NULL OR arrived_at IS NOT NULL OR left_at IS NOT NULL)"
)

class Migration(migrations.Migration):
    dependencies = [('models', '0128_values_in_their_bounds')]

    initial = False
    expands = True

    operations = [
        ops.RunSQL(FACTS_SQL, reverse_sql="SELECT 1"),
        ops.RunSQL(DAYS_SQL, reverse_sql="SELECT 1"),
    ]
