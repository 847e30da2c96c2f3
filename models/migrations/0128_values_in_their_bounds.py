"""
What was stored before its kind had a rule: instants outside of 1900–2200, which were answered as "infinity", and the
same phone number twice.

An instant that is none cannot be guessed: it is taken away where it may be missing, and a note without its hour has the
hour at which it was written. History keeps what was there. Postal codes and dates of birth cannot be repaired without
the person: they are refused when they are written next.
"""

from tortoise import migrations
from tortoise.migrations import operations as ops

_OUTSIDE = "{0} < '1900-01-01T00:00:00Z' OR {0} >= '2201-01-01T00:00:00Z'"
_EMPTIED = (
    ("attendance", "arrived_at"),
    ("attendance", "left_at"),
    ("agency_client", "expires_at"),
    ("data_breach", "starts_at"),
    ("data_breach", "ends_before"),
    ("data_breach", "reported_at"),
)
_REPAIRS = (
    *(f"UPDATE {table} SET {column} = NULL WHERE {_OUTSIDE.format(column)};" for table, column in _EMPTIED),
    f"UPDATE coaching_note SET occurred_at = created_at WHERE {_OUTSIDE.format('occurred_at')};",
    # Each number once, where it stood first.
    """UPDATE client SET phones = ARRAY(
    SELECT number FROM unnest(phones) WITH ORDINALITY AS listed(number, place) GROUP BY number ORDER BY min(place))
WHERE cardinality(phones) > (SELECT count(DISTINCT number) FROM unnest(phones) AS listed(number));""",
)


class Migration(migrations.Migration):
    dependencies = [('models', '0127_one_name')]

    initial = False
    expands = True

    operations = [ops.RunSQL("\n".join(_REPAIRS), "SELECT 1")]
