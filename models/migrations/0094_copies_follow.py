"""
Columns that carry permission are set to what their sources have; until now they were copied once and never again.

Each repaired row gets a revision, a version and an entry of its history (FOLLOW), like a copy that follows from now on.
A relationship that was pointed at another client goes back to its own, unless something of the other client is in it
already: whose that is no machine can tell, and no row ever changes from one client to another here. Decision 0093.
"""

from tortoise import migrations
from tortoise.migrations import operations as ops

# {place}, {col}, {key} and {source} name table, column, field and the value that the column must have.
_FUNCTION = """
CREATE FUNCTION follow_source_once(place text, col text, key text, source text, condition text) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE moved bigint;
BEGIN
  EXECUTE format($q$
    WITH moved AS (
      UPDATE %1$I t SET %2$I = %4$s, revision = t.revision + 1, modified_at = now(),
        modified_by = '00000000-0000-0000-0000-000000000000'
      WHERE t.%2$I IS DISTINCT FROM %4$s AND %5$s
      RETURNING t.id, t.revision, replace(old.%2$I::text, '-', '') AS before, replace(new.%2$I::text, '-', '') AS after
    ), versions AS (
      INSERT INTO version (noun, object_id, revision, at, stored)
      SELECT %1$L, m.id, m.revision, now(), v.stored || jsonb_build_object(%2$L, m.after, 'revision', m.revision,
        'modified_by', repeat('0', 32), 'modified_at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"'))
      FROM moved m CROSS JOIN LATERAL (
        SELECT o.stored FROM version o WHERE o.object_id = m.id ORDER BY o.revision DESC LIMIT 1) v
    ), told AS (
      INSERT INTO history (noun, object_id, revision, at, actor, actor_name, action, changes)
      SELECT %1$L, m.id, m.revision, now(), '00000000-0000-0000-0000-000000000000', '', 'FOLLOW',
        jsonb_build_object(%3$L, jsonb_build_object('before', m.before, 'after', m.after))
      FROM moved m
    )
    SELECT count(*) FROM moved $q$, place, col, key, source, condition) INTO moved;
  RETURN moved;
END $$;
"""
# A relationship's first client, for those that were pointed at another with nothing of the other in them.
_FIRST_CLIENT = (
    "(SELECT (h.changes->'clientId'->>'before')::uuid FROM history h WHERE h.object_id = t.id AND h.noun = 'relationship'"
    " AND h.changes->'clientId'->>'before' IS NOT NULL ORDER BY h.id LIMIT 1)"
)
_NOTHING_OF_ANOTHER = (
    f"{_FIRST_CLIENT} IS NOT NULL AND EXISTS (SELECT FROM client c WHERE c.id = {_FIRST_CLIENT})"
    " AND NOT EXISTS (SELECT FROM programme p WHERE p.relationship_id = t.id AND p.client_id = t.client_id)"
    " AND NOT EXISTS (SELECT FROM coaching_note n WHERE n.relationship_id = t.id AND n.client_id = t.client_id)"
    " AND NOT EXISTS (SELECT FROM form_answer f WHERE f.relationship_id = t.id AND f.client_id = t.client_id)"
)
# A unit that could be given otherwise follows where the client has left this very unit since.
_CLIENT_LEFT = (
    "EXISTS (SELECT FROM history h WHERE h.object_id = t.client_id AND h.noun = 'client' AND h.at >= t.created_at"
    " AND h.changes->'unitId'->>'before' = replace(t.unit_id::text, '-', ''))"
)


def _of(table: str, reference: str, column: str) -> str:
    return f"(SELECT s.{column} FROM {table} s WHERE s.id = t.{reference})"


_FORM_UNIT = (
    f"CASE WHEN t.programme_id IS NOT NULL THEN {_of('programme', 'programme_id', 'unit_id')}"
    f" WHEN t.relationship_id IS NOT NULL THEN {_of('relationship', 'relationship_id', 'unit_id')}"
    f" WHEN t.referral_id IS NOT NULL THEN {_of('referral', 'referral_id', 'unit_id')}"
    f" WHEN t.client_id IS NOT NULL THEN {_of('client', 'client_id', 'unit_id')} ELSE t.unit_id END"
)
_CLIENTS_UNIT = _of("client", "client_id", "unit_id")
# From the sources down: table, column, field, source, condition.
_STEPS = (
    ("relationship", "client_id", "clientId", _FIRST_CLIENT, _NOTHING_OF_ANOTHER),
    *((table, "unit_id", "unitId", _CLIENTS_UNIT, _CLIENT_LEFT) for table in ("relationship", "referral", "substitution")),
    ("bin_item", "unit_id", "unitId", _CLIENTS_UNIT, _CLIENT_LEFT),
    *(
        (table, "unit_id", "unitId", _CLIENTS_UNIT, "TRUE")
        for table in ("consent", "legal_hold", "emergency_access", "client_invitation")
    ),
    *(
        (table, "unit_id", "unitId", _of("relationship", "relationship_id", "unit_id"), "TRUE")
        for table in ("programme", "coaching_note")
    ),
    ("programme", "referral_id", "referralId", _of("relationship", "relationship_id", "referral_id"), "TRUE"),
    *(
        (table, "unit_id", "unitId", _of("programme", "programme_id", "unit_id"), "TRUE")
        for table in ("goal", "measure", "contract")
    ),
    *(
        ("attendance", f"{name}_id", f"{name}Id", _of("contract", "contract_id", f"{name}_id"), "TRUE")
        for name in ("unit", "workplace")
    ),
    (
        "attendance",
        "referral_id",
        "referralId",
        "(SELECT p.referral_id FROM programme p JOIN contract c ON c.programme_id = p.id WHERE c.id = t.contract_id)",
        "TRUE",
    ),
    ("form_answer", "agency_id", "agencyId", _of("referral", "referral_id", "agency_id"), "t.referral_id IS NOT NULL"),
    ("form_answer", "unit_id", "unitId", _FORM_UNIT, "TRUE"),
)


def _call(step: tuple[str, str, str, str, str]) -> str:
    quoted = ", ".join("'" + text.replace("'", "''") + "'" for text in step)
    return f"SELECT follow_source_once({quoted});"


FORWARD = _FUNCTION + "\n".join(_call(step) for step in _STEPS) + "\nDROP FUNCTION follow_source_once;"


class Migration(migrations.Migration):
    """Runs after the days have their accounting unit, which this leaves as it is."""

    dependencies = [("models", "0093_accounting_unit")]
    operations = [ops.RunSQL(FORWARD, reverse_sql="SELECT 1")]
